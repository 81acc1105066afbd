"""Renderers of what digests owe: each reads the facts that were frozen, then words or draws them."""

from collections.abc import Mapping
from typing import Any

from campaign.clock import Clock
from campaign.errors import NotFound
from digests.facts import DigestFacts
from digests.messages import OutMessage
from digests.outgoing import KINDS, render_outbox
from storage import Database


class DigestRenderer:
    """Makes a message of an outbox row of one of `digests.outgoing.KINDS`. Blocking: run it in a thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def __call__(self, kind: str, payload: Mapping[str, Any]) -> OutMessage:
        """Return the message; raise NotFound when the digest is unknown or not frozen."""
        return render_outbox(kind, payload, self._facts(int(payload["digest_id"])))

    def _facts(self, digest_id: int) -> DigestFacts:
        digest = self._database.read(lambda unit: unit.digests.get(digest_id), self._clock.now())
        if digest is None or digest.facts is None:
            raise NotFound("digest", str(digest_id))
        return DigestFacts.model_validate(digest.facts)


def digest_renderers(database: Database, clock: Clock) -> Mapping[str, DigestRenderer]:
    """Return the renderer of each kind."""
    return dict.fromkeys(KINDS, DigestRenderer(database, clock))
