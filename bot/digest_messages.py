"""Renderers of what digests owe: each reads the facts that were frozen, then words or draws them."""

from collections.abc import Mapping
from typing import Any

from campaign.clock import Clock
from campaign.errors import NotFound
from digests.edits import Edits, edits_of
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
        facts, edits = self._frozen(int(payload["digest_id"]))
        return render_outbox(kind, payload, facts, edits)

    def _frozen(self, digest_id: int) -> tuple[DigestFacts, Edits]:
        digest = self._database.read(lambda unit: unit.digests.get(digest_id), self._clock.now())
        if digest is None or digest.facts is None:
            raise NotFound("digest", str(digest_id))
        return DigestFacts.model_validate(digest.facts), edits_of(digest.edits)


def digest_renderers(database: Database, clock: Clock) -> Mapping[str, DigestRenderer]:
    """Return the renderer of each kind."""
    return dict.fromkeys(KINDS, DigestRenderer(database, clock))
