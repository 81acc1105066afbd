"""The roster, the accounts bound to it, and invites.

References carry the campaign with them, so that the database itself refuses a row that mixes two campaigns.
"""

from datetime import date

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from campaign.vocabulary import Role
from storage.columns import BIG_ID, Day, Json, Word, campaign_id, metadata, moment, moment_or_none, row_id


def of_campaign(column: str, target: str) -> ForeignKeyConstraint:
    """Return a reference to a row of the same campaign."""
    return ForeignKeyConstraint(["campaign_id", column], [f"{target}.campaign_id", f"{target}.id"])


def first_day(name: str) -> Column[date]:
    """Return a column for the day from which something holds; without a word, from the very beginning."""
    return Column(name, Day(), nullable=False, server_default=text("'1970-01-01'"))


unit = Table(
    "unit",
    metadata,
    row_id(),
    campaign_id(),
    Column("kind", String(24), nullable=False),
    Column("name", String(100), nullable=False),
    Column("prefecture", String(100), nullable=False),
    # Six digits of the county in every campaign; None where the table of counties does not know it.
    Column("code", String(12)),
    Column("position", Integer, nullable=False),
    # Names of those paired with it, joined: every list of counties prints them.
    Column("liaisons", Text),
    Column("contact_persons", Text),
    first_day("first_day"),
    moment_or_none("left_at"),
    UniqueConstraint("campaign_id", "id"),
    UniqueConstraint("campaign_id", "kind", "prefecture", "name"),
    Index("ix_unit_position", "campaign_id", "kind", "position", "id"),
)

person = Table(
    "person",
    metadata,
    row_id(),
    campaign_id(),
    Column("name", String(100), nullable=False),
    Column("title", String(200), nullable=False),
    UniqueConstraint("campaign_id", "id"),
    UniqueConstraint("campaign_id", "name"),
)

membership = Table(
    "membership",
    metadata,
    campaign_id(primary_key=True),
    Column("person_id", BIG_ID, primary_key=True),
    Column("role", Word(Role), primary_key=True),
    moment("since"),
    moment_or_none("ended_at"),
    Column("county_id", BIG_ID, ForeignKey("unit.id")),
    # In days of the campaign's zone; none leaves that side open.
    Column("first_day", Day()),
    Column("last_day", Day()),
    of_campaign("person_id", "person"),
)

pairing = Table(
    "pairing",
    metadata,
    row_id(),
    campaign_id(),
    Column("county_id", BIG_ID, nullable=False),
    Column("liaison_id", BIG_ID, nullable=False),
    Column("contact_person_id", BIG_ID),
    Column("tier", String(24), nullable=False),
    moment("since"),
    moment_or_none("ended_at"),
    # In days of the campaign's zone; the day of a hand-over belongs to both sides.
    first_day("first_day"),
    Column("last_day", Day()),
    # Since when liaison and county have been paired, whoever the contact person was.
    first_day("begun_on"),
    of_campaign("county_id", "unit"),
    of_campaign("liaison_id", "person"),
    of_campaign("contact_person_id", "person"),
    Index("ix_pairing_county", "campaign_id", "county_id", "first_day"),
)
_standing = pairing.c.ended_at.is_(None)
Index(
    "ix_pairing_standing",
    pairing.c.campaign_id,
    pairing.c.county_id,
    pairing.c.id,
    pairing.c.liaison_id,
    pairing.c.contact_person_id,
    sqlite_where=_standing,
    postgresql_where=_standing,
)
for _who in (pairing.c.liaison_id, pairing.c.contact_person_id):
    Index(
        f"ix_pairing_{_who.name}",
        pairing.c.campaign_id,
        _who,
        pairing.c.county_id,
        sqlite_where=_standing,
        postgresql_where=_standing,
    )

account = Table(
    "account",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    campaign_id(primary_key=True),
    Column("person_id", BIG_ID, nullable=False),
    moment("bound_at"),
    moment_or_none("blocked_at"),
    of_campaign("person_id", "person"),
    Index("ix_account_person", "campaign_id", "person_id"),
)

campaign_choice = Table(
    "campaign_choice",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("after_message", BigInteger, primary_key=True, autoincrement=False),
    campaign_id(),
    moment("chosen_at"),
    comment="From which message on an account that is bound in several campaigns means which one.",
)

invite = Table(
    "invite",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    campaign_id(),
    Column("person_id", BIG_ID, nullable=False),
    Column("roles", Json(), nullable=False),
    moment("created_at"),
    moment("expires_at"),
    moment_or_none("used_at"),
    Column("used_by", BigInteger),
    of_campaign("person_id", "person"),
)

invite_tries = Table(
    "invite_tries",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("wrong", Integer, nullable=False),
    moment_or_none("ignored_until"),
    Column("answered_on", Day()),
)
