"""Codes of counties: the same county is known in another campaign, whatever its city is called there.

Revision ID: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision: str | None = "0008"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.add_column("unit", sa.Column("code", sa.String(length=12), nullable=True))


def downgrade() -> None:
    op.drop_column("unit", "code")
