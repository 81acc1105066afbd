"""An account may be bound in several campaigns; which one is meant is remembered.

Revision ID: 0017
"""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime

revision = "0017"
down_revision: str | None = "0016"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    _key("bot_id", "telegram_id", "campaign_id")
    op.create_table(
        "campaign_choice",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("after_message", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("chosen_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_choice_campaign_id")
        ),
        sa.PrimaryKeyConstraint("bot_id", "telegram_id", "after_message", name=op.f("pk_campaign_choice")),
        comment="From which message on an account that is bound in several campaigns means which one.",
    )


def downgrade() -> None:
    op.drop_table("campaign_choice")
    # The binding that came first stays.
    op.execute(
        "DELETE FROM account WHERE EXISTS (SELECT 1 FROM account AS earlier"
        " WHERE earlier.bot_id = account.bot_id AND earlier.telegram_id = account.telegram_id"
        " AND (earlier.bound_at < account.bound_at"
        " OR (earlier.bound_at = account.bound_at AND earlier.campaign_id < account.campaign_id)))"
    )
    _key("bot_id", "telegram_id")


def _key(*columns: str) -> None:
    with op.batch_alter_table("account") as account:
        account.drop_constraint("pk_account", type_="primary")
        account.create_primary_key("pk_account", list(columns))
