"""Counts of issues by resolver and category read an index alone.

Revision ID: 0022
"""

from alembic import op

revision = "0022"
down_revision: str | None = "0021"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    columns = ["campaign_id", "resolver", "category", "saved_at", "withdrawn_at", "closed_at", "due"]
    op.create_index("ix_issue_filed", "issue", columns)


def downgrade() -> None:
    op.drop_index("ix_issue_filed", table_name="issue")
