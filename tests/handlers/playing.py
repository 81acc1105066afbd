"""What tests of conversations share: the persons, and questions to the store behind the bot."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from storage import Unit
from tests.bot.stores import ask
from tests.rehearsal_client import Player, Rehearsal
from tests.rehearsal_world import ADMIN, ANNA, BO, GROUP, LEADER, NEWCOMER, STRANGER

T = TypeVar("T")


@dataclass
class Play:
    """One play: the rehearsal, and the database that the bot writes to."""

    rehearsal: Rehearsal
    url: str

    def __post_init__(self) -> None:
        player = self.rehearsal.player
        self.admin, self.leader, self.anna, self.bo = map(player, (ADMIN, LEADER, ANNA, BO))
        self.newcomer, self.stranger = player(NEWCOMER), player(STRANGER)

    def group(self, who: Player, chat: int = GROUP) -> Player:
        """The same person in a group."""
        return who.inside(chat)

    async def stored(self, question: Callable[[Unit], T]) -> T:
        """Ask the store, at the campaign's present moment."""
        return ask(self.url, question, await self.rehearsal.clock.now())
