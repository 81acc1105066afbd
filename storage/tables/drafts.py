"""Cards, and the files sent along with them."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
)

from campaign.vocabulary import DraftState
from storage.columns import BIG_ID, Word, campaign_id, metadata, moment, moment_or_none, row_id
from storage.tables.people import of_campaign

draft = Table(
    "draft",
    metadata,
    Column("id", String(80), primary_key=True),
    campaign_id(),
    Column("author_id", BIG_ID, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("source_message_id", BigInteger),
    Column("state", Word(DraftState), nullable=False),
    Column("payload", Text, nullable=False),
    moment("changed_at"),
    moment_or_none("saved_at"),
    moment_or_none("withdrawn_at"),
    Column("media_group", String(40)),
    Column("card_message_id", BigInteger),
    Column("said", String(16)),
    of_campaign("author_id", "person"),
    Index("ix_draft_source", "chat_id", "source_message_id"),
)
_standing = draft.c.saved_at.is_not(None) & draft.c.withdrawn_at.is_(None)
Index(
    "ix_draft_standing",
    draft.c.campaign_id,
    draft.c.author_id,
    draft.c.saved_at,
    sqlite_where=_standing,
    postgresql_where=_standing,
)

_said = draft.c.said.is_not(None)
Index(
    "ix_draft_said",
    draft.c.campaign_id,
    draft.c.author_id,
    draft.c.said,
    sqlite_where=_said,
    postgresql_where=_said,
)

_grouped, _shown = draft.c.media_group.is_not(None), draft.c.card_message_id.is_not(None)
Index(
    "ix_draft_group", draft.c.chat_id, draft.c.media_group, sqlite_where=_grouped, postgresql_where=_grouped
)
Index("ix_draft_card", draft.c.chat_id, draft.c.card_message_id, sqlite_where=_shown, postgresql_where=_shown)
# Written out, not bound: a partial index answers only a query that repeats its condition word for word.
still_open = draft.c.state == literal_column("'open'")
Index(
    "ix_draft_open", draft.c.chat_id, draft.c.author_id, sqlite_where=still_open, postgresql_where=still_open
)

attachment = Table(
    "attachment",
    metadata,
    row_id(),
    campaign_id(),
    Column("draft_id", String(80), ForeignKey("draft.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("file_id", Text, nullable=False),
    moment("added_at"),
    Column("file_unique_id", Text, nullable=False, server_default=""),
    Column("added_by", BIG_ID),
    UniqueConstraint("draft_id", "ordinal"),
)
