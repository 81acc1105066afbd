"""Renderers of what is said of plans: each reads the county as it stands when the message is sent."""

from collections.abc import Mapping
from typing import Any

from campaign.clock import Clock
from digests.messages import OutMessage
from handlers.planned import KINDS
from handlers.planned.render import render
from storage import Database


class PlannedRenderer:
    """Makes a message of an outbox row of `handlers.planned.KINDS`. Blocking: run it in a thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def __call__(self, kind: str, payload: Mapping[str, Any]) -> OutMessage:
        """Return the message; raise NotFound when the plan is unknown."""
        return self._database.read(lambda unit: render(unit, kind, payload), self._clock.now())


def planned_renderers(database: Database, clock: Clock) -> Mapping[str, PlannedRenderer]:
    """Return the renderer of each kind."""
    return dict.fromkeys(KINDS, PlannedRenderer(database, clock))
