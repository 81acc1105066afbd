"""References as the first revision made them."""

from alembic import op
from sqlalchemy import ForeignKeyConstraint


def of_campaign(table: str, column: str, target: str) -> ForeignKeyConstraint:
    """Return a reference that carries the campaign along."""
    return ForeignKeyConstraint(
        ["campaign_id", column],
        [f"{target}.campaign_id", f"{target}.id"],
        name=op.f(f"fk_{table}_campaign_id_{column}"),
    )
