"""A card before it is saved: what was read or filled in, not yet a record."""

from datetime import date, datetime
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from campaign.days import Days
from campaign.errors import DayInFuture, DayOutsideCampaign, Incomplete
from campaign.vocabulary import Channel, DraftState, Resolver


class Frozen(BaseModel):
    """A frozen model that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DraftContact(Frozen):
    """One contact: a county, a day, a channel. `county_choices` are asked when the county is unsure.

    `number` is that of the saved contact of which this is the new form; likewise with issues and practices.
    """

    number: int | None = None
    county_id: int | None = None
    county_choices: tuple[int, ...] = ()
    day: date | None = None
    channel: Channel | None = None
    participants: int | None = None
    attendees: str | None = None
    leader_present: bool | None = None


class DraftIssue(Frozen):
    """One problem found; `text` is at most 500 characters.

    `distinct`: the person said that it is another one than the open issue that reads alike.
    """

    number: int | None = None
    county_id: int | None = None
    text: str
    due: date | None = None
    resolver: Resolver | None = None
    distinct: bool = False


class DraftPractice(Frozen):
    """One practice worth spreading."""

    number: int | None = None
    county_id: int | None = None
    text: str


class Draft(Frozen):
    """All that one card will save. Items without a county belong to the only contact's county.

    `corrects`: the card whose record takes this form once somebody says so. `corrected`: how often the
    record was corrected before this form was made. `found_on`: the day of items without a contact.
    `joined`: the card whose record took this one in. `noted`: the issue of which an item told the progress.
    `shared`: somebody else added to its record. `said`: a print of its message without county and day.
    `shown_before`: messages that showed it before `card_message_id` did.
    """

    id: str
    campaign_id: str
    author_id: int
    chat_id: int
    source_message_id: int | None = None
    written_at: datetime
    state: DraftState = DraftState.OPEN
    card_message_id: int | None = None
    contacts: tuple[DraftContact, ...] = ()
    issues: tuple[DraftIssue, ...] = ()
    practices: tuple[DraftPractice, ...] = ()
    media_group: str | None = None
    unknown_counties: tuple[str, ...] = ()
    asks_resolver: bool = False
    corrects: str | None = None
    corrected: int = 0
    found_on: date | None = None
    joined: str | None = None
    noted: int | None = None
    shared: bool = False
    said: str | None = None
    shown_before: tuple[int, ...] = ()

    def dated(self, day: date) -> "Draft":
        """Return the card with a day for items that stand without a contact; one that was told stays."""
        if self.contacts or self.found_on:
            return self
        return self.model_copy(update={"found_on": day})

    def missing(self) -> tuple[str, ...]:
        """Name the fields that must be filled before it can be saved, in the order in which to ask."""
        wanted = ("county_id", "day", "channel")
        lacking = [name for name in wanted if any(getattr(c, name) is None for c in self.contacts)]
        items: tuple[DraftIssue | DraftPractice, ...] = (*self.issues, *self.practices)
        if "county_id" not in lacking and any(self.county_of(item) is None for item in items):
            lacking.append("item_county")
        return tuple(lacking)

    def county_of(self, item: DraftIssue | DraftPractice) -> int | None:
        """Return the county an item belongs to: its own, or that of the card's single contact."""
        counties = {contact.county_id for contact in self.contacts}
        return item.county_id or (next(iter(counties)) if len(counties) == 1 else None)

    def check(self, today: date, span: Days) -> None:
        """Raise Incomplete, DayInFuture or DayOutsideCampaign when it cannot become a record."""
        if lacking := self.missing():
            raise Incomplete(lacking)
        if not (self.contacts or self.issues or self.practices):
            raise Incomplete(("contacts",))
        for contact in self.contacts:
            check_day(contact.day or today, today, span)
        if self.found_on and not self.contacts:
            check_day(self.found_on, today, span)


class Drafts(Protocol):
    """Cards that wait for a tap."""

    def get(self, draft_id: str) -> Draft | None:
        """Return a draft in whatever state."""

    def put(self, draft: Draft, at: datetime) -> None:
        """Store a draft, or its new form."""

    def by_source(self, chat_id: int, message_id: int) -> Draft | None:
        """Return the draft read from a message."""

    def by_card(self, chat_id: int, message_id: int) -> Draft | None:
        """Return the draft that a message shows, or that it became a record of."""

    def by_group(self, chat_id: int, media_group: str) -> Draft | None:
        """Return the draft read from an album."""

    def latest_open(self, chat_id: int, author_id: int, since: datetime) -> tuple[Draft, datetime] | None:
        """Return a person's card in a chat that changed last, not before `since`, and when it did."""


def check_day(day: date, today: date, span: Days) -> None:
    """Raise DayInFuture or DayOutsideCampaign unless a contact may carry the day."""
    if day > today:
        raise DayInFuture(day)
    if day not in span:
        raise DayOutsideCampaign(day, span.first, span.last)
