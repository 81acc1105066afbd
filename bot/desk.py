"""One update's way to the store: whole units of work, one hop and one commit each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import TypeVar

from bot.faults import reached
from bot.readers import Readers
from bot.threads import Threads
from bot.which_campaign import meant
from campaign.errors import NotAllowed
from campaign.people import Actor
from campaign.permissions import Action, permit
from campaign.ports import Store
from campaign.strays import Known
from digests.atlas import Charts
from handlers.campaigns.hints import NOTHING, Hint
from handlers.desk import Reader, Stranger, WentOver, WhichCampaign
from handlers.sent_rules import SentRules
from handlers.tables import SentTable
from storage import Unit

T = TypeVar("T")


@dataclass(slots=True)
class UpdateDesk:
    """The desk of one try to handle one update (handlers.desk.Desk).

    `source`: the chat and the message, or the message whose button was pressed.
    `changed` turns true with the first commit: the outbox may then hold something new.
    """

    threads: Threads
    readers: Readers
    bot_id: int
    update_id: int
    telegram_id: int
    now: datetime
    written_at: datetime
    default_campaign: str
    repeated: bool
    needs: Action = Action.HELP
    source: tuple[int | None, int | None] = (None, None)
    afterwards: list[Callable[[Store], object]] = field(default_factory=list)
    changed: bool = False
    hint: Hint = NOTHING
    went_over: str | None = None
    charts: Charts | None = None
    _campaign: str | None = None
    _unit: Unit | None = None

    @property
    def update_key(self) -> str:
        """Name the update: the same at each delivery."""
        return f"{self.bot_id}-{self.update_id}"

    def moment(self) -> datetime:
        """Return the present moment of the campaign, later than `now`."""
        return self.threads.moment()

    async def act(self, action: Callable[[Store, Actor], T]) -> T:
        """Run an action of the bound person, mark the update as done, commit. Raise Stranger."""
        return await self.act_unbound(lambda store: action(store, self._actor(store)))

    async def act_unbound(self, action: Callable[[Store], T]) -> T:
        """Run an action that needs no bound person, and commit it likewise."""
        result = await self.threads.write(lambda unit: self._act(unit, action))
        self.changed = True
        reached("after-commit")
        return result

    async def look(self, question: Callable[[Store, Actor], T]) -> T:
        """Answer a bound person's question; nothing is written. Raise Stranger."""
        return await self.look_unbound(lambda store: question(store, self._actor(store)))

    async def look_unbound(self, question: Callable[[Store], T]) -> T:
        """Answer a question that needs no bound person; nothing is written."""
        return await self.threads.read(lambda unit: self._within(unit, question))

    async def draw(self, work: Callable[[], T]) -> T:
        """Run slow work that asks the store nothing, such as a drawing, off the event loop."""
        return await self.threads.draw(work)

    async def table(self, name: str, data: bytes) -> SentTable:
        """Read the file of a table, off the event loop."""
        return await self.threads.draw(lambda: _table(name, data))

    async def rules(self, name: str, content: bytes, known: Known) -> SentRules:
        """Read the file of a campaign's rules, off the event loop."""
        return await self.threads.draw(lambda: _rules(name, content, known))

    async def draw_from(self, question: Callable[[Store, Actor], T]) -> T:
        """Make something slow of what the store says, off the event loop; nothing is written."""
        database, now = self.threads.database, self.now
        return await self.threads.draw(
            lambda: database.read(lambda unit: question(unit, self._actor(unit)), now)
        )

    def later(self, action: Callable[[Store], object]) -> None:
        """Run an action in the small commit that marks the update as answered."""
        self.afterwards.append(action)

    def reader(self, campaign_id: str) -> Reader:
        """Return the reader of a campaign's counties; raise RuntimeError outside of a hop."""
        if self._unit is None:
            raise RuntimeError("a reader is asked for within a hop")
        return self.readers.reader(self._unit, campaign_id)

    def _act(self, unit: Unit, action: Callable[[Store], T]) -> T:
        unit.audit.source = self.source
        result = self._within(unit, action)
        unit.inbox.mark_done(self.bot_id, self.update_id)
        reached("before-commit")
        return result

    def _within(self, unit: Unit, question: Callable[[Store], T]) -> T:
        self._unit = unit
        try:
            return question(unit)
        finally:
            self._unit = None

    def mean(self, campaign_id: str) -> None:
        """Say which campaign is meant."""
        self._campaign = campaign_id

    def whom(self, store: Store) -> Actor | None:
        """Return the person behind the update in the campaign that is meant, None for a stranger.

        Raise WhichCampaign when it could be any of several.
        """
        bound = store.people.actors(self.telegram_id)
        own = [actor for actor in bound if actor.takes_part]
        if len(own) < 2:
            return next(iter(own or bound), None)
        campaign_id = self._campaign = self._campaign or self._meant(own)
        return next((actor for actor in own if actor.campaign_id == campaign_id), None)

    def _meant(self, own: Sequence[Actor]) -> str:
        if self._unit is None:
            raise RuntimeError("a person is asked for within a hop")
        found = meant(self._unit, self.readers, own, self.hint)
        if found is None:
            raise WhichCampaign
        if self.hint.group is None and found != self._unit.people.campaign_at(self.telegram_id, None):
            self._go_over(found, own[0].campaign_id)
        return found

    def _go_over(self, found: str, first: str) -> None:
        """Go over to a campaign with what was said; a press is done once that was said."""
        if message := self.hint.message:
            self.went_over = found
            self.later(lambda store: store.people.choose(self.telegram_id, found, message, store.now))
        elif self._unit and found != (self._unit.people.campaign_at(self.telegram_id, None) or first):
            raise WentOver(found)

    def _actor(self, store: Store) -> Actor:
        actor = self.whom(store)
        if actor is None or not actor.takes_part:
            raise Stranger
        if self.hint.group is not None:
            group = store.groups.get(self.hint.group)
            if group and group.campaign_id != actor.campaign_id:
                raise NotAllowed("elsewhere")
        permit(actor, self.needs)
        return actor


def _table(name: str, data: bytes) -> SentTable:
    # What reads spreadsheets is paid for by those alone who send one.
    table: SentTable = import_module("bot.sent_tables").sent_table(name, data)
    return table


def _rules(name: str, content: bytes, known: Known) -> SentRules:
    rules: SentRules = import_module("bot.sent_rules").sent_rules(name, content, known)
    return rules
