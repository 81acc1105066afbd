"""The roster, accounts and invites, as the first revision made them."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime
from storage.migrations.first.keys import of_campaign

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def create() -> None:
    _create_invite_tries()
    _create_person()
    _create_unit()
    _create_account()
    _create_invite()
    _create_membership()
    _create_pairing()


def drop() -> None:
    op.drop_table("pairing")
    op.drop_table("membership")
    op.drop_table("invite")
    op.drop_table("account")
    op.drop_table("unit")
    op.drop_table("person")
    op.drop_table("invite_tries")


def _create_invite_tries() -> None:
    op.create_table(
        "invite_tries",
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("ignored_until", UTCDateTime(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("telegram_id", name=op.f("pk_invite_tries")),
    )


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_person_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("campaign_id", "id", name=op.f("uq_person_campaign_id_id")),
        sa.UniqueConstraint("campaign_id", "name", name=op.f("uq_person_campaign_id_name")),
    )


def _create_unit() -> None:
    op.create_table(
        "unit",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("prefecture", sa.String(length=100), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("liaisons", sa.Text(), nullable=True),
        sa.Column("contact_persons", sa.Text(), nullable=True),
        sa.Column("left_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_unit_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("campaign_id", "id", name=op.f("uq_unit_campaign_id_id")),
        sa.UniqueConstraint(
            "campaign_id", "kind", "prefecture", "name", name=op.f("uq_unit_campaign_id_kind_prefecture_name")
        ),
    )
    _index_unit()


def _index_unit() -> None:
    op.create_index("ix_unit_position", "unit", ["campaign_id", "kind", "position", "id"], unique=False)


def _create_account() -> None:
    op.create_table(
        "account",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("bound_at", UTCDateTime(), nullable=False),
        sa.Column("blocked_at", UTCDateTime(), nullable=True),
        of_campaign("account", "person_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_account_campaign_id")),
        sa.PrimaryKeyConstraint("bot_id", "telegram_id", name=op.f("pk_account")),
    )
    _index_account()


def _index_account() -> None:
    op.create_index("ix_account_person", "account", ["campaign_id", "person_id"], unique=False)


def _create_invite() -> None:
    op.create_table(
        "invite",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("expires_at", UTCDateTime(), nullable=False),
        sa.Column("used_at", UTCDateTime(), nullable=True),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        of_campaign("invite", "person_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_invite_campaign_id")),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_invite")),
    )


def _create_membership() -> None:
    op.create_table(
        "membership",
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        of_campaign("membership", "person_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_membership_campaign_id")),
        sa.PrimaryKeyConstraint("campaign_id", "person_id", "role", name=op.f("pk_membership")),
    )


def _create_pairing() -> None:
    op.create_table(
        "pairing",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("county_id", _ID, nullable=False),
        sa.Column("liaison_id", _ID, nullable=False),
        sa.Column("contact_person_id", _ID, nullable=True),
        sa.Column("tier", sa.String(length=24), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        of_campaign("pairing", "contact_person_id", "person"),
        of_campaign("pairing", "county_id", "unit"),
        of_campaign("pairing", "liaison_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_pairing_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing")),
    )
    _index_pairing()


def _index_pairing() -> None:
    op.create_index(
        "ix_pairing_contact_person_id",
        "pairing",
        ["campaign_id", "contact_person_id", "county_id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_pairing_liaison_id",
        "pairing",
        ["campaign_id", "liaison_id", "county_id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_pairing_standing",
        "pairing",
        ["campaign_id", "county_id", "id", "liaison_id", "contact_person_id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
