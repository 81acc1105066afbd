"""Issues have a category and a print of what they say; the program files old ones when it starts.

Revision ID: 0020
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision: str | None = "0019"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.add_column("issue", sa.Column("category", sa.String(length=40), nullable=True))
    no = sa.text("false")
    chosen: sa.Column[bool] = sa.Column("category_chosen", sa.Boolean(), nullable=False, server_default=no)
    op.add_column("issue", chosen)
    op.add_column("issue", sa.Column("gist", sa.String(length=16), nullable=True))
    op.add_column("campaign", sa.Column("filed_by", sa.String(length=16), nullable=True))


def downgrade() -> None:
    op.drop_column("campaign", "filed_by")
    for column in ("gist", "category_chosen", "category"):
        op.drop_column("issue", column)
