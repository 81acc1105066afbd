"""The roster as others see it, and the accounts bound to it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from campaign.errors import NotFound
from campaign.people import Actor, County, Pairing, Person
from campaign.roles import Grant
from campaign.roster import Roster
from campaign.vocabulary import Role
from storage import people_queries as sql
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.roster import RosterTaker
from storage.statements import Row

LAST_MESSAGE = 2**62


class PeopleRows:
    """Implements campaign.ports.People."""

    def __init__(self, connection: Connection, campaigns: CampaignRows, now: datetime, bot_id: int) -> None:
        self._db = connection
        self._campaigns = campaigns
        self._now = now
        self._bot_id = bot_id

    def county(self, campaign_id: str, county_id: int) -> County:
        """Return a county; raise NotFound."""
        row = self._db.one(sql.COUNTY, campaign_id=campaign_id, id=county_id)
        if row is None:
            raise NotFound("county", str(county_id))
        return _county(row, self._aliases(campaign_id))

    def counties(self, campaign_id: str) -> Sequence[County]:
        """Return every county in the roster's order."""
        aliases = self._aliases(campaign_id)
        return [_county(row, aliases) for row in self._db.all(sql.COUNTIES, campaign_id=campaign_id)]

    def pairings(self, campaign_id: str, person_id: int | None = None) -> Sequence[Pairing]:
        """Return the standing pairings in the roster's order, of all or of one person.

        His are also those of whom he stands in for today.
        """
        if person_id is None:
            rows = self._db.all(sql.PAIRINGS, campaign_id=campaign_id)
        else:
            own = {"person_id": person_id, "on_day": self._campaigns.today(campaign_id)}
            rows = self._db.all(sql.PAIRINGS_OF, campaign_id=campaign_id, **own)
        aliases = self._aliases(campaign_id)
        return [_pairing(row, aliases) for row in rows]

    def person(self, campaign_id: str, name: str) -> Person:
        """Return the person of that name; raise NotFound."""
        row = self._db.one(sql.PERSON, campaign_id=campaign_id, name=name)
        if row is None:
            raise NotFound("person", name)
        return Person(*row)

    def named(self, campaign_id: str, person_id: int) -> Person:
        """Return a person by his id; raise NotFound."""
        row = self._db.one(sql.PERSON_OF_ID, campaign_id=campaign_id, person_id=person_id)
        if row is None:
            raise NotFound("person", str(person_id))
        return Person(*row)

    def actor(self, telegram_id: int, campaign_id: str | None = None) -> Actor | None:
        """Return the bound person behind a Telegram account, or None for a stranger.

        Of several campaigns: the given one, else the one chosen last, else the first.
        """
        bound = self.actors(telegram_id)
        if campaign_id is None and len(bound) > 1:
            own = [actor for actor in bound if actor.takes_part] or bound
            campaign_id, bound = self.campaign_at(telegram_id, None) or own[0].campaign_id, own
        found = (actor for actor in bound if campaign_id in {None, actor.campaign_id})
        return next(found, None)

    def actors(self, telegram_id: int) -> Sequence[Actor]:
        """Return the same of each campaign that the account is bound in, in the order of binding."""
        rows = self._db.all(sql.ACTOR, bot_id=self._bot_id, telegram_id=telegram_id)
        return [self._actor(list(own)) for _, own in groupby(rows, key=lambda row: row[3])]

    def choose(self, telegram_id: int, campaign_id: str, after: int, at: datetime) -> None:
        """Note that whatever comes after a message of the chat belongs to a campaign."""
        which = {"bot_id": self._bot_id, "telegram_id": telegram_id, "after_message": after}
        self._db.run(sql.CHOOSE, **which, campaign_id=campaign_id, chosen_at=at)

    def campaign_at(self, telegram_id: int, message: int | None) -> str | None:
        """Return the campaign that was chosen when a message of the chat came; of None, the present one."""
        before = LAST_MESSAGE if message is None else message
        row = self._db.one(sql.CHOSEN, bot_id=self._bot_id, telegram_id=telegram_id, before=before)
        return str(row[0]) if row else None

    def campaign_of(self, kind: str, row_id: int) -> str | None:
        """Return the campaign of a county, a person, a reminder, a plan, a digest or its draft."""
        row = self._db.one(sql.CAMPAIGN_OF[kind], id=row_id)
        return str(row[0]) if row else None

    def is_bound(self, person_id: int) -> bool:
        """Return whether any account is bound to a person."""
        return self._db.one(sql.IS_BOUND, bot=self._bot_id, person=person_id) is not None

    def admins(self, campaign_id: str) -> Sequence[Actor]:
        """Return the bound admins whose accounts can be written to."""
        rows = self._db.all(sql.ADMINS, bot_id=self._bot_id, campaign_id=campaign_id)
        found = (self._actor(list(own)) for _, own in groupby(rows, key=lambda row: row[4]))
        return [actor for actor in found if actor.is_admin]

    def bind(
        self, telegram_id: int, campaign_id: str, person_id: int, roles: Sequence[Role], at: datetime
    ) -> None:
        """Bind an account to a person; the roles are added to those he has."""
        self._db.run(
            sql.BIND,
            bot_id=self._bot_id,
            telegram_id=telegram_id,
            campaign_id=campaign_id,
            person_id=person_id,
            bound_at=at,
            blocked_at=None,
        )
        for role in roles:
            self._grant(campaign_id, person_id, role, at)

    def set_blocked(self, telegram_id: int, at: datetime | None) -> None:
        """Note that an account refuses the bot's messages since `at`, or (None) takes them again."""
        self._db.run(sql.SET_BLOCKED, bot=self._bot_id, telegram=telegram_id, at=at)

    def take_roster(self, campaign_id: str, roster: Roster, at: datetime, since: date | None = None) -> None:
        """Add or mend counties, persons and pairings; a pairing that is gone from the roster ends at `at`.

        since: an earlier day from which the change holds; contacts of that day and later are credited anew.
        """
        RosterTaker(self._db, self._campaigns.plan(campaign_id), at, since).take(roster)

    def add_person(self, campaign_id: str, name: str) -> Person:
        """Take up a person, or return the one of that name."""
        row = self._db.one(sql.PERSON, campaign_id=campaign_id, name=name)
        if row is None:
            new_id = self._db.value(sql.ADD_PERSON, campaign_id=campaign_id, name=name, title="")
            row = (new_id, name, "")
        return Person(*row)

    def add_admin(self, campaign_id: str, name: str) -> Person:
        """Add a person to the roster who runs the campaign, or return the one of that name."""
        person = self.add_person(campaign_id, name)
        self._grant(campaign_id, person.id, Role.ADMIN, self._campaigns.loaded_at(campaign_id))
        return person

    def _grant(self, campaign_id: str, person_id: int, role: Role, at: datetime) -> None:
        self._db.run(sql.GRANT, campaign_id=campaign_id, person_id=person_id, role=role, since=at)

    def _actor(self, rows: Sequence[Row]) -> Actor:
        person_id, name, title, campaign_id, telegram_id, *_ = rows[0]
        grants = [Grant(*row[5:]) for row in rows if row[5] is not None]
        if any(grant.first or grant.last for grant in grants):
            today = self._campaigns.plan(campaign_id).today(self._now)
            grants = [grant for grant in grants if grant.holds(today)]
        roles = frozenset(grant.role for grant in grants)
        county_id = next((grant.county_id for grant in grants if grant.county_id), None)
        return Actor(Person(person_id, name, title), campaign_id, roles, telegram_id, county_id)

    def _aliases(self, campaign_id: str) -> Mapping[str, tuple[str, ...]]:
        return self._campaigns.plan(campaign_id).other_names


def _county(row: Sequence[Any], aliases: Mapping[str, tuple[str, ...]]) -> County:
    county_id, name, prefecture, position = row
    return County(county_id, name, prefecture, position, aliases.get(name, ()))


def _pairing(row: Row, aliases: Mapping[str, tuple[str, ...]]) -> Pairing:
    contact_person = Person(*row[8:11]) if row[8] is not None else None
    return Pairing(row[0], _county(row[1:5], aliases), Person(*row[5:8]), contact_person)
