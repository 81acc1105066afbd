"""What a handler asks of the program behind it; bot/ gives every update a desk of its own."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from campaign.people import Actor, County
from campaign.permissions import Action
from campaign.ports import Store
from campaign.strays import Known
from digests.atlas import Charts
from handlers.campaigns.hints import Hint
from handlers.sent_rules import SentRules
from handlers.tables import SentTable
from understanding import Amends, DutyReading, Fragment, Planned, Query
from understanding.reading import Reading, Sender

T = TypeVar("T")


class Stranger(Exception):  # noqa: N818 - an answer, not a fault
    """The account behind the update is bound to nobody."""


class WhichCampaign(Exception):  # noqa: N818 - a question, not a fault
    """The person takes part in several campaigns, and what he did could belong to any of them."""


class WentOver(Exception):  # noqa: N818 - a turn, not a fault
    """What was pressed belongs to another campaign than the present one; nothing was done yet."""

    def __init__(self, campaign_id: str) -> None:
        super().__init__(campaign_id)
        self.campaign_id = campaign_id


class Reader(Protocol):
    """Reads one message against the counties of a campaign."""

    def read(self, text: str, now: datetime, sender: Sender | None = None) -> Reading:
        """Return the reading of a text written at `now`, aware; counties are named by `county_key`."""

    def amends(self, text: str, now: datetime) -> Amends:
        """Return what a correction written at `now` tells of the record that it mends."""

    def named(self, text: str) -> Sequence[str]:
        """Return the keys of the counties that a text surely names, in order."""

    def planned(self, text: str, now: datetime) -> Planned:
        """Return what words of a plan written at `now` say."""

    def asked(self, text: str, now: datetime) -> Query | None:
        """Return what a text written at `now` asks of the ledger."""

    def fragment(self, text: str, now: datetime) -> Fragment | None:
        """Return the new values of single fields that a text written at `now` begins with."""

    def duty(
        self, text: str, now: datetime, names: Mapping[str, Sequence[str]], places: Sequence[str] = ()
    ) -> DutyReading | None:
        """Return the standing duty that a text written at `now` says was done; `names`: what each is called.

        `places`: names of cities and persons that may have done it.
        """

    def duty_asked(self, text: str, names: Mapping[str, Sequence[str]]) -> str | None:
        """Return the standing duty that a text asks for; `names`: what each is called, by its key."""


class Desk(Protocol):
    """One update's way to the store. Each call that waits is one hop to a thread, with one commit at most.

    `update_key` names the update, the same when it is handled again. `now` and `written_at` are moments of
    the campaign; `written_at` is when the message was first written, also for an edit and a forward.
    `repeated`: an earlier run committed its action, but its answer is not known to have been sent.
    `needs`: what the bound person must be allowed to do; every hop that is given an actor checks it.
    `hint`: what the update tells of the campaign that is meant. `went_over`: the campaign to which a county
    that was named led, when another was chosen before. `charts`: where maps come from, if from anywhere.
    """

    update_key: str
    now: datetime
    written_at: datetime
    telegram_id: int
    default_campaign: str
    repeated: bool
    needs: Action
    hint: Hint
    went_over: str | None
    charts: Charts | None

    def moment(self) -> datetime:
        """Return the campaign's present moment: later than `now` by what the update took so far."""

    async def act(self, action: Callable[[Store, Actor], T]) -> T:
        """Run an action of the bound person and commit it with the mark that the update is done.

        Raise Stranger when the account is bound to nobody, NotAllowed when he may not do what it needs.
        """

    async def act_unbound(self, action: Callable[[Store], T]) -> T:
        """Run an action that needs no bound person, and commit it likewise."""

    async def look(self, question: Callable[[Store, Actor], T]) -> T:
        """Answer a bound person's question; nothing is written. Raise Stranger."""

    async def look_unbound(self, question: Callable[[Store], T]) -> T:
        """Answer a question that needs no bound person; nothing is written."""

    async def draw(self, work: Callable[[], T]) -> T:
        """Run slow work that asks the store nothing, such as a drawing, off the event loop."""

    async def table(self, name: str, data: bytes) -> SentTable:
        """Read the file of a table, off the event loop."""

    async def rules(self, name: str, content: bytes, known: Known) -> SentRules:
        """Read the file of a campaign's rules, off the event loop; `known`: the names that they may use."""

    async def draw_from(self, question: Callable[[Store, Actor], T]) -> T:
        """Make something slow of what the store says, off the event loop; nothing is written."""

    def whom(self, store: Store) -> Actor | None:
        """Return the person behind the update in the campaign that is meant, None for a stranger.

        Raise WhichCampaign when it could be any of several.
        """

    def mean(self, campaign_id: str) -> None:
        """Say which campaign is meant."""

    def later(self, action: Callable[[Store], object]) -> None:
        """Run an action in the small commit that marks the update as answered."""

    def reader(self, campaign_id: str) -> Reader:
        """Return the reader of a campaign's counties; to be asked within a hop."""


def county_key(county: County) -> str:
    """Return the key by which readings name a county."""
    return str(county.id)
