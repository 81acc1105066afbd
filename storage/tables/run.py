"""What the running program notes for itself: digests, their drafts, the audit trail, the clock's journal."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, UniqueConstraint

from campaign.vocabulary import ReviewState
from storage.columns import BIG_ID, Json, Seconds, Word, campaign_id, metadata, moment, moment_or_none, row_id

digest = Table(
    "digest",
    metadata,
    row_id(),
    campaign_id(),
    Column("kinds", String(80), nullable=False),
    moment("cut_off"),
    Column("audience", BigInteger, nullable=False),
    Column("state", String(24), nullable=False),
    Column("facts", Json()),
    moment("claimed_at"),
    moment_or_none("frozen_at"),
    Column("edits", Json()),
    UniqueConstraint("campaign_id", "cut_off", "audience"),
)

digest_draft = Table(
    "digest_draft",
    metadata,
    row_id(),
    campaign_id(),
    Column("kinds", String(80), nullable=False),
    moment("cut_off"),
    Column("state", Word(ReviewState), nullable=False),
    Column("version", Integer, nullable=False),
    Column("edits", Json(), nullable=False),
    Column("withheld", Json(), nullable=False),
    Column("changes", Json(), nullable=False),
    Column("facts", Json(), nullable=False),
    moment("made_at"),
    Column("approved_by", BIG_ID),
    moment_or_none("approved_at"),
    UniqueConstraint("campaign_id", "cut_off"),
)

audit = Table(
    "audit",
    metadata,
    row_id(),
    campaign_id(),
    moment("at"),
    Column("actor_id", BIG_ID),
    Column("action", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("facts", Json(), nullable=False),
    Column("behalf_id", BIG_ID),
    Column("chat_id", BigInteger),
    Column("message_id", BigInteger),
    Index("ix_audit_at", "campaign_id", "at"),
    Index("ix_audit_subject", "campaign_id", "subject"),
)

clock = Table(
    "clock",
    metadata,
    row_id(),
    moment("real_at"),
    Column("offset_seconds", Seconds(), nullable=False),
    comment="Campaign time is real time plus the offset of the latest entry not later than it.",
)
