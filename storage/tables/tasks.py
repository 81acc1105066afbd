"""How tasks go on: one row a word, the last one tells the state."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from campaign.task_notes import TaskState
from storage.columns import BIG_ID, Word, campaign_id, metadata, moment, row_id
from storage.tables.people import of_campaign

task_note = Table(
    "task_note",
    metadata,
    row_id(),
    campaign_id(),
    Column("number", Integer, nullable=False),
    Column("state", Word(TaskState), nullable=False),
    Column("words", Text, nullable=False),
    Column("author_id", BIG_ID, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    moment("noted_at"),
    of_campaign("author_id", "person"),
    Index("ix_task_note_number", "campaign_id", "number", "id"),
)
