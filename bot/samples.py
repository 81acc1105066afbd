"""Made-up activity of a campaign that is only played, done through the same actions as real work."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from bot.file_faults import UnusableFileError
from bot.rule_faults import faults_of
from bot.rules_file import read_yaml
from campaign.actions.drafts import open_draft
from campaign.actions.records import save_draft
from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.errors import NotFound
from campaign.people import Actor
from campaign.ports import Store
from campaign.vocabulary import Channel, Resolver


class Sample(BaseModel):
    """Frozen, and nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ClosedSample(Sample):
    """How a problem was solved, when, and who typed it."""

    at: AwareDatetime
    by: str
    result: str


class IssueSample(Sample):
    """A problem found on a contact."""

    text: str
    due: date | None = None
    resolver: Resolver | None = None
    closed: ClosedSample | None = None


class ContactSample(Sample):
    """A contact: `day` is when it took place, `at` when `by` typed it."""

    county: str
    day: date
    channel: Channel
    participants: int | None = None
    attendees: tuple[str, ...] = ()
    leader_present: bool | None = None
    by: str
    at: AwareDatetime
    issues: tuple[IssueSample, ...] = ()
    experiences: tuple[str, ...] = ()


class Samples(Sample):
    """A whole file."""

    contacts: tuple[ContactSample, ...]


# One unit of work, and the moment at which it is done.
Deed = tuple[AwareDatetime, Callable[[Store], object]]


def read_samples(path: Path) -> Samples:
    """Read a file of samples; raise UnusableFileError with every fault."""
    data, node = read_yaml(path)
    try:
        return Samples.model_validate(data)
    except ValidationError as error:
        raise UnusableFileError(path, faults_of(error, node, Samples)) from None


def deeds(samples: Samples, campaign_id: str, account_of: Callable[[str], int]) -> Sequence[Deed]:
    """Return what is to be done, in the order of its moments; doing it again changes nothing.

    account_of: gives the Telegram id of a bound person; raises NotFound for another.
    """
    return sorted(_deeds(samples, campaign_id, account_of), key=lambda deed: deed[0])


def _deeds(samples: Samples, campaign_id: str, account_of: Callable[[str], int]) -> Iterator[Deed]:
    for number, contact in enumerate(samples.contacts, start=1):
        logging = Logging(campaign_id, f"sample-{number}", contact, account_of)
        yield contact.at, logging.log
        for place, issue in enumerate(contact.issues):
            if issue.closed:
                yield issue.closed.at, Closing(logging, place, issue.closed).close


class Logging:
    """One sample on its way into the store."""

    def __init__(
        self, campaign_id: str, draft_id: str, contact: ContactSample, account_of: Callable[[str], int]
    ) -> None:
        self.campaign_id = campaign_id
        self.draft_id = draft_id
        self._contact = contact
        self._account_of = account_of

    def log(self, store: Store) -> None:
        """Open the card and save it."""
        actor = self.actor(store, self._contact.by)
        open_draft(store, actor, self._draft(store, actor))
        save_draft(store, actor, self.draft_id)

    def actor(self, store: Store, name: str) -> Actor:
        """Return a bound person; raise NotFound."""
        actor = store.people.actor(self._account_of(name))
        if actor is None:
            raise NotFound("person", name)
        return actor

    def _draft(self, store: Store, actor: Actor) -> Draft:
        sample = self._contact
        contact = DraftContact(
            county_id=self._county(store),
            day=sample.day,
            channel=sample.channel,
            participants=sample.participants,
            attendees="\u3001".join(sample.attendees) or None,
            leader_present=sample.leader_present,
        )
        return Draft(
            id=self.draft_id,
            campaign_id=self.campaign_id,
            author_id=actor.person.id,
            chat_id=actor.telegram_id,
            written_at=sample.at,
            contacts=(contact,),
            issues=tuple(DraftIssue(text=i.text, due=i.due, resolver=i.resolver) for i in sample.issues),
            practices=tuple(DraftPractice(text=text) for text in sample.experiences),
        )

    def _county(self, store: Store) -> int:
        for county in store.people.counties(self.campaign_id):
            if county.name == self._contact.county:
                return county.id
        raise NotFound("county", self._contact.county)


class Closing:
    """A sample's problem on its way to being solved."""

    def __init__(self, logging: Logging, place: int, closed: ClosedSample) -> None:
        self._logging = logging
        self._place = place
        self._closed = closed

    def close(self, store: Store) -> None:
        """Close the problem that the sample raised."""
        record = store.records.of_draft(self._logging.draft_id)
        if record is None:
            raise NotFound("record", self._logging.draft_id)
        actor = self._logging.actor(store, self._closed.by)
        number = record.issues[self._place].number
        store.records.close_issue(
            self._logging.campaign_id, number, actor, self._closed.result, self._closed.at
        )
