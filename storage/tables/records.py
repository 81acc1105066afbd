"""Contacts, issues with their history, and practices. Rows are withdrawn, never deleted."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    literal_column,
)
from sqlalchemy.schema import SchemaItem

from campaign.vocabulary import Channel, IssueState, Resolver
from storage.columns import BIG_ID, Day, Word, campaign_id, metadata, moment, moment_or_none, row_id
from storage.tables.people import of_campaign


def _record() -> tuple[SchemaItem, ...]:
    """Return what every kind of record has: its number, card, county, author and fate."""
    return (
        row_id(),
        campaign_id(),
        Column("number", Integer, nullable=False),
        Column("draft_id", String(80), ForeignKey("draft.id"), nullable=False),
        Column("ordinal", Integer, nullable=False),
        Column("county_id", BIG_ID, nullable=False),
        Column("author_id", BIG_ID, nullable=False),
        moment("written_at"),
        moment("saved_at"),
        moment_or_none("withdrawn_at"),
        Column("withdrawn_by", BIG_ID),
        UniqueConstraint("campaign_id", "number"),
        UniqueConstraint("draft_id", "ordinal"),
    )


contact = Table(
    "contact",
    metadata,
    *_record(),
    Column("day", Day(), nullable=False),
    Column("channel", Word(Channel), nullable=False),
    Column("participants", Integer),
    Column("attendees", Text),
    Column("leader_present", Boolean),
    Column("source_chat_id", BigInteger, nullable=False),
    Column("source_message_id", BigInteger),
    # Whose contact it is: the pairing of its day, of whoever typed it.
    Column("pairing_id", BIG_ID, ForeignKey("pairing.id")),
    of_campaign("county_id", "unit"),
    of_campaign("author_id", "person"),
    # Every count of contacts reads only this index; withdrawn ones are in it, for counts as of a past moment.
    Index(
        "ix_contact_count",
        *("campaign_id", "county_id", "day", "channel", "saved_at", "withdrawn_at"),
        *("leader_present", "pairing_id"),
    ),
    Index("ix_contact_saved", "campaign_id", "saved_at", "day", "channel", "withdrawn_at"),
)

issue = Table(
    "issue",
    metadata,
    *_record(),
    Column("text", Text, nullable=False),
    Column("due", Day()),
    Column("resolver", Word(Resolver)),
    Column("state", Word(IssueState), nullable=False),
    Column("raised_on", Day(), nullable=False),
    moment("raised_at"),
    Column("closed_on", Day()),
    moment_or_none("closed_at"),
    # The id of a tag of the rules, chosen by the words or by somebody; a print shared by the same problems.
    Column("category", String(40)),
    Column("category_chosen", Boolean, nullable=False, server_default=false()),
    Column("gist", String(16)),
    UniqueConstraint("campaign_id", "id"),
    of_campaign("county_id", "unit"),
    of_campaign("author_id", "person"),
    Index("ix_issue_raised", "campaign_id", "saved_at", "withdrawn_at", "closed_at", "due"),
    # Counts by resolver and category read only this index.
    Index(
        "ix_issue_filed",
        *("campaign_id", "resolver", "category", "saved_at", "withdrawn_at", "closed_at", "due"),
    ),
    Index("ix_issue_closed", "campaign_id", "closed_at", "saved_at", "withdrawn_at"),
)
# Written out, not bound: a partial index answers only a query that repeats its condition word for word.
standing_open = (issue.c.state == literal_column("'open'")) & issue.c.withdrawn_at.is_(None)
# The condition's own columns are in the index too, or SQLite would look each one up in the table.
for _name, _column in (("ix_issue_open_due", issue.c.due), ("ix_issue_open_county", issue.c.county_id)):
    Index(
        _name,
        issue.c.campaign_id,
        _column,
        issue.c.state,
        issue.c.withdrawn_at,
        sqlite_where=standing_open,
        postgresql_where=standing_open,
    )

issue_event = Table(
    "issue_event",
    metadata,
    row_id(),
    campaign_id(),
    Column("issue_id", BIG_ID, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("actor_id", BIG_ID, nullable=False),
    Column("result", Text),
    moment("at"),
    of_campaign("issue_id", "issue"),
    of_campaign("actor_id", "person"),
    Index("ix_issue_event_issue", "issue_id", "id"),
)

experience = Table(
    "experience",
    metadata,
    *_record(),
    Column("text", Text, nullable=False),
    Column("raised_on", Day(), nullable=False),
    # Chosen for promotion: since when, and by whom.
    moment_or_none("chosen_at"),
    Column("chosen_by", BIG_ID, ForeignKey("person.id")),
    of_campaign("county_id", "unit"),
    of_campaign("author_id", "person"),
    Index("ix_experience_raised", "campaign_id", "saved_at", "withdrawn_at"),
)
_chosen = experience.c.chosen_at.is_not(None)
Index(
    "ix_experience_chosen",
    experience.c.campaign_id,
    experience.c.chosen_at,
    sqlite_where=_chosen,
    postgresql_where=_chosen,
)
