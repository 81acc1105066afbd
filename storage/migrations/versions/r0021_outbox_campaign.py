"""A message that is owed names its campaign: what counties get is counted by campaign.

Revision ID: 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision: str | None = "0020"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("campaign_id", sa.String(length=60), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "campaign_id")
