"""Renderers of what digests owe: each reads the facts that were frozen, then words or draws them."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from campaign.clock import Clock
from campaign.errors import NotFound
from digests.atlas import Charts
from digests.edits import edits_of
from digests.facts import DigestFacts
from digests.messages import OutMessage
from digests.outgoing import KINDS, OFFERED, of_digest, render_outbox
from digests.provinces import Behind, provinces_rows
from storage import Database

KEPT = 40
"""So many messages are kept."""


class DigestRenderer:
    """Makes a message of an outbox row of one of `digests.outgoing.KINDS`. Blocking: run it in a thread.

    A thousand groups get the same text and picture: what was made last is kept, by all that it was made of.
    """

    def __init__(self, database: Database, clock: Clock, charts: Charts | None = None) -> None:
        self._database = database
        self._charts = charts
        self._clock = clock
        self._made: dict[str, OutMessage] = {}

    def __call__(self, kind: str, payload: Mapping[str, Any]) -> OutMessage:
        """Return the message; raise NotFound when the digest is unknown or not frozen."""
        made = self._same_for_all(kind, payload)
        digest_id = int(payload["digest_id"])
        if payload.get("opens"):
            return of_digest(made, digest_id)
        return replace(made, buttons=provinces_rows(Behind(digest_id))) if payload.get("behind") else made

    def _same_for_all(self, kind: str, payload: Mapping[str, Any]) -> OutMessage:
        facts, edits = self._frozen(int(payload["digest_id"]))
        if kind == OFFERED:  # its buttons name the digest
            return self._rendered(kind, payload, facts, edits)
        shown = {name: value for name, value in payload.items() if name != "digest_id"}
        made_of = sha256(repr((kind, shown, facts, edits)).encode()).hexdigest()
        if made_of not in self._made:
            while len(self._made) >= KEPT:
                self._made.pop(next(iter(self._made)))
            self._made[made_of] = self._rendered(kind, payload, facts, edits)
        return self._made[made_of]

    def _rendered(
        self, kind: str, payload: Mapping[str, Any], facts: dict[str, Any], edits: dict[str, Any] | None
    ) -> OutMessage:
        read = DigestFacts.model_validate(facts)
        return render_outbox(kind, payload, read, edits_of(edits), self._charts)

    def _frozen(self, digest_id: int) -> tuple[dict[str, Any], dict[str, Any] | None]:
        digest = self._database.read(lambda unit: unit.digests.get(digest_id), self._clock.now())
        if digest is None or digest.facts is None:
            raise NotFound("digest", str(digest_id))
        return digest.facts, digest.edits


def digest_renderers(
    database: Database, clock: Clock, charts: Charts | None = None
) -> Mapping[str, DigestRenderer]:
    """Return the renderer of each kind."""
    return dict.fromkeys(KINDS, DigestRenderer(database, clock, charts))
