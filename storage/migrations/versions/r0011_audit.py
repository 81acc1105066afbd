"""For whom a change was made, and from which message; found by what it is about.

Revision ID: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision: str | None = "0010"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("audit", sa.Column("behalf_id", _ID, nullable=True))
    op.add_column("audit", sa.Column("chat_id", sa.BigInteger(), nullable=True))
    op.add_column("audit", sa.Column("message_id", sa.BigInteger(), nullable=True))
    op.create_index("ix_audit_subject", "audit", ["campaign_id", "subject"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_audit_subject", table_name="audit")
    for column in ("message_id", "chat_id", "behalf_id"):
        op.drop_column("audit", column)
