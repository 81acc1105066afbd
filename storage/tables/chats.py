"""What comes in from chats, what is owed to them, and where conversations stand."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from campaign.vocabulary import ChatState
from storage.columns import BIG_ID, Json, Word, campaign_id, metadata, moment, moment_or_none, row_id
from storage.tables.people import of_campaign

chat = Table(
    "chat",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    campaign_id(),
    Column("title", String(300), nullable=False),
    Column("state", Word(ChatState), nullable=False),
    Column("decided_by", BIG_ID),
    moment_or_none("decided_at"),
    Column("topic_id", BigInteger),
    of_campaign("decided_by", "person"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", String(80), nullable=False),
    Column("payload", LargeBinary),
    Column("attempts", Integer, nullable=False),
    moment("received_at"),
    moment("written_at"),
    moment_or_none("done_at"),
    moment_or_none("answered_at"),
    moment_or_none("buried_at"),
)
inbox_open = inbox.c.answered_at.is_(None) & inbox.c.buried_at.is_(None)
Index(
    "ix_inbox_open",
    inbox.c.bot_id,
    inbox.c.update_id,
    sqlite_where=inbox_open,
    postgresql_where=inbox_open,
)

outbox = Table(
    "outbox",
    metadata,
    row_id(),
    Column("key", String(200), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("payload", Json(), nullable=False),
    moment("not_before"),
    Column("attempts", Integer, nullable=False),
    Column("uncertain", Boolean, nullable=False),
    Column("doubles", Integer, nullable=False),
    Column("message_id", BigInteger),
    Column("error", Text),
    Column("campaign_id", String(60)),
    moment("owed_at"),
    moment_or_none("sent_at"),
    moment_or_none("failed_at"),
    UniqueConstraint("key"),
    Index("ix_outbox_message", "chat_id", "message_id"),
)
outbox_open = outbox.c.sent_at.is_(None) & outbox.c.failed_at.is_(None)
Index(
    "ix_outbox_open",
    outbox.c.not_before,
    outbox.c.id,
    sqlite_where=outbox_open,
    postgresql_where=outbox_open,
)

conversation = Table(
    "conversation",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("state", String(200)),
    Column("data", Json(), nullable=False),
    moment("changed_at"),
    Index("ix_conversation_changed_at", "changed_at"),
)
