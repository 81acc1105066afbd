"""Days of pairings, to whom contacts are credited, and tallies of pairs.

Revision ID: 0006
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import sqlalchemy as sa
from alembic import op

from campaign.credit import Held, credited
from storage.columns import Day, UTCDateTime
from storage.migrations.first.keys import of_campaign

revision = "0006"
down_revision: str | None = "0005"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_RULES = sa.text(
    "SELECT v.campaign_id, v.definition FROM campaign_version v"
    " JOIN campaign c ON c.id = v.campaign_id AND c.version = v.version"
)
_PAIRINGS = sa.text(
    "SELECT id, county_id, liaison_id, contact_person_id, since, ended_at FROM pairing"
    " WHERE campaign_id = :campaign ORDER BY id"
).columns(since=UTCDateTime(), ended_at=UTCDateTime())
_CONTACTS = sa.text(
    "SELECT id, county_id, author_id, day, saved_at FROM contact WHERE campaign_id = :campaign"
).columns(day=Day(), saved_at=UTCDateTime())
_ADMINS = sa.text(
    "SELECT person_id, since, ended_at FROM membership WHERE campaign_id = :campaign AND role = 'admin'"
).columns(since=UTCDateTime(), ended_at=UTCDateTime())
_DAYS = sa.text(
    "UPDATE pairing SET first_day = :first, begun_on = :begun, last_day = :last WHERE id = :id"
).bindparams(
    sa.bindparam("first", type_=Day()), sa.bindparam("begun", type_=Day()), sa.bindparam("last", type_=Day())
)
_COUNTIES = sa.text("UPDATE unit SET first_day = :first WHERE campaign_id = :campaign").bindparams(
    sa.bindparam("first", type_=Day())
)
_CREDIT = sa.text("UPDATE contact SET pairing_id = :pairing WHERE id = :id")
_TALLY = sa.text(
    'INSERT INTO pair_tally (campaign_id, "window", county_id, liaison_id, contacts, days, last_day)'
    " SELECT c.campaign_id, 'campaign', c.county_id, p.liaison_id,"
    " count(*), count(DISTINCT c.day), max(c.day)"
    " FROM contact c JOIN pairing p ON p.id = c.pairing_id WHERE c.withdrawn_at IS NULL"
    " GROUP BY c.campaign_id, c.county_id, p.liaison_id"
)


_COUNTED = ["campaign_id", "county_id", "day", "channel", "saved_at", "withdrawn_at"]


def upgrade() -> None:
    _first_day("unit", "first_day")
    _first_day("pairing", "first_day")
    op.add_column("pairing", sa.Column("last_day", Day(), nullable=True))
    _first_day("pairing", "begun_on")
    op.create_index("ix_pairing_county", "pairing", ["campaign_id", "county_id", "first_day"], unique=False)
    # Written out: SQLite takes a reference only with its column.
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    reference = "CONSTRAINT fk_contact_pairing_id REFERENCES pairing (id)"
    op.execute(f"ALTER TABLE contact ADD COLUMN pairing_id {kind} {reference}")
    _index([*_COUNTED, "leader_present", "pairing_id"])
    _create_pair_tally()
    for campaign, rules in op.get_bind().execute(_RULES).all():
        _fill(campaign, orjson.loads(rules))
    op.execute(_TALLY)


def downgrade() -> None:
    op.drop_table("pair_tally")
    _index(_COUNTED)
    op.drop_column("contact", "pairing_id")
    op.drop_index("ix_pairing_county", table_name="pairing")
    for table, column in (
        ("pairing", "begun_on"),
        ("pairing", "last_day"),
        ("pairing", "first_day"),
        ("unit", "first_day"),
    ):
        op.drop_column(table, column)


def _first_day(table: str, name: str) -> None:
    beginning = sa.text("'1970-01-01'")
    op.add_column(table, sa.Column(name, sa.Date(), nullable=False, server_default=beginning))


def _index(columns: list[str]) -> None:
    op.drop_index("ix_contact_count", table_name="contact")
    op.create_index("ix_contact_count", "contact", columns, unique=False)


def _create_pair_tally() -> None:
    op.create_table(
        "pair_tally",
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("window", sa.String(length=80), nullable=False),
        sa.Column("county_id", _ID, autoincrement=False, nullable=False),
        sa.Column("liaison_id", _ID, autoincrement=False, nullable=False),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        of_campaign("pair_tally", "county_id", "unit"),
        of_campaign("pair_tally", "liaison_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_pair_tally_campaign_id")),
        sa.PrimaryKeyConstraint(
            "campaign_id", "window", "county_id", "liaison_id", name=op.f("pk_pair_tally")
        ),
        comment="Standing contacts of a county in a window that are credited to a liaison.",
        sqlite_with_rowid=False,
    )


def _fill(campaign: str, rules: Mapping[str, Any]) -> None:
    """Give pairings their days, and contacts the pairing that they are credited to."""
    connection, of = op.get_bind(), {"campaign": campaign}
    start, zone = date.fromisoformat(rules["start"]), ZoneInfo(rules["zone"])
    connection.execute(_COUNTIES, {**of, "first": start})
    rows = connection.execute(_PAIRINGS, of).all()
    by_county: dict[int, list[tuple[Any, date, date]]] = {}
    begun: dict[int, date] = {}
    for row in rows:
        first = start if row.since == rows[0].since else max(start, _day(row.since, zone))
        last = row.ended_at and _day(row.ended_at, zone)
        others = by_county.setdefault(row.county_id, [])
        before = (begun[o.id] for o, _, end in others if o.liaison_id == row.liaison_id and end >= first)
        begun[row.id] = min([first, *before])
        connection.execute(_DAYS, {"id": row.id, "first": first, "begun": begun[row.id], "last": last})
        others.append((row, first, last or date.max))
    _credit(of, by_county)


def _credit(of: Mapping[str, str], by_county: Mapping[int, list[tuple[Any, date, date]]]) -> None:
    connection = op.get_bind()
    admins = {row.person_id: row for row in connection.execute(_ADMINS, of)}
    for contact in connection.execute(_CONTACTS, of).all():
        held = [
            Held(row.id, row.liaison_id, row.contact_person_id, first)
            for row, first, last in by_county.get(contact.county_id, ())
            if row.since <= contact.saved_at and first <= contact.day <= last
        ]
        role = admins.get(contact.author_id)
        ended = role and role.ended_at and role.ended_at <= contact.saved_at
        admin = role is not None and role.since <= contact.saved_at and not ended
        if found := credited(held, contact.author_id, admin=admin):
            connection.execute(_CREDIT, {"pairing": found.id, "id": contact.id})


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
