"""The closed sets of words that every other module shares; docs/glossary.md gives their Chinese."""

from enum import StrEnum


class Channel(StrEnum):
    """How a contact took place."""

    ONSITE = "onsite"
    VIDEO = "video"
    PHONE = "phone"
    MEETING = "meeting"
    OTHER = "other"


class Resolver(StrEnum):
    """Who is to solve an issue."""

    PARTY_GOVERNMENT = "party_government"
    UNION_RESOURCES = "union_resources"
    COUNTY_ITSELF = "county_itself"


class Role(StrEnum):
    """What a bound person is in a campaign; campaign/permissions.py says what each may do."""

    ADMIN = "admin"
    PROMOTION = "promotion"
    PUBLICITY = "publicity"
    SUPERVISION = "supervision"
    LEADER = "leader"
    DEPARTMENT = "department"
    CONTACT_PERSON = "contact_person"
    COUNTY = "county"
    OBSERVER = "observer"


class DigestKind(StrEnum):
    """The rhythms of reporting, in the order in which one digest has their sections."""

    WEEK = "week"
    MONTH = "month"
    TWO_MONTH = "two_month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    PARTY = "party"


class DigestState(StrEnum):
    """What became of a digest that was due."""

    POSTED = "posted"
    OFFERED = "offered"
    DECLINED = "declined"
    HELD = "held"
    WITHHELD = "withheld"


class ReviewState(StrEnum):
    """Where the draft of a digest stands; taken back: it waits for an approval though it need not."""

    OPEN = "open"
    APPROVED = "approved"
    TAKEN_BACK = "taken_back"
    HELD = "held"
    DONE = "done"
    DROPPED = "dropped"


class ChatState(StrEnum):
    """Where a group chat stands with the working group."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    STOPPED = "stopped"
    LEFT = "left"


class DraftState(StrEnum):
    """What became of a card."""

    OPEN = "open"
    SAVED = "saved"
    DROPPED = "dropped"
    WITHDRAWN = "withdrawn"


class IssueState(StrEnum):
    """Whether an issue still wants work."""

    OPEN = "open"
    CLOSED = "closed"


class IssueStep(StrEnum):
    """What can happen to an issue."""

    RAISE = "raise"
    PROGRESS = "progress"
    CLOSE = "close"
    REOPEN = "reopen"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
