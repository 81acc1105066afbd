"""Who plays: everybody of the roster, an admin, a stranger, two groups. Ids are the same at every start."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.playing import texts
from bot.rehearsal.world import Group, Person, World
from campaign.roster import Roster

ADMIN_ID = 1001
STRANGER_ID = 1901
_FIRST_LEADER = 1101
_FIRST_CONTACT_PERSON = 1301
APPROVED_GROUP_ID = -1002000000001
WAITING_GROUP_ID = -1002000000002
TOKEN = "2000000001:rehearsal-only"  # noqa: S105 - known to everybody, good for nothing outside
BOT_USERNAME = "liaison_rehearsal_bot"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the roster: name, Telegram id, whether the account is bound when the rehearsal begins."""

    name: str
    telegram_id: int
    role: str
    title: str
    counties: tuple[str, ...]
    bound: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """All who play. Everybody of the roster is bound but the last liaison."""

    members: tuple[Member, ...]

    def account_of(self, name: str) -> int:
        """Return the Telegram id of somebody of the roster; raise LookupError."""
        for member in self.members:
            if member.name == name:
                return member.telegram_id
        raise LookupError(name)

    @property
    def bound(self) -> tuple[Member, ...]:
        """Those with a bound account."""
        return tuple(member for member in self.members if member.bound)

    def world(self, now: datetime, zone: str) -> World:
        """Return the world that the rehearsal server shows, beginning at `now`."""
        everybody = [ADMIN_ID, *(member.telegram_id for member in self.members)]
        return World(
            token=TOKEN,
            bot_username=BOT_USERNAME,
            bot_name=texts.BOT_NAME,
            people=[*self._people()],
            groups=[
                Group(id=APPROVED_GROUP_ID, title=texts.APPROVED_GROUP, members=everybody),
                Group(id=WAITING_GROUP_ID, title=texts.WAITING_GROUP, members=everybody[:4]),
            ],
            now=now,
            zone=zone,
        )

    def _people(self) -> Iterator[Person]:
        yield Person(id=ADMIN_ID, name=texts.ADMIN, role=texts.ADMIN_ROLE, started=True)
        for member in self.members:
            yield Person(
                id=member.telegram_id,
                name=member.name,
                role=member.role,
                note=_note(member),
                started=member.bound,
            )
        yield Person(id=STRANGER_ID, name=texts.STRANGER, role=texts.STRANGER_ROLE, note=texts.STRANGER_NOTE)


def cast_of(roster: Roster) -> Cast:
    """Return who plays with a roster, liaisons first."""
    liaisons = list(dict.fromkeys((row.liaison, row.liaison_title) for row in roster.rows if row.liaison))
    others = dict.fromkeys((row.contact_person, row.contact_person_title) for row in roster.rows)
    known = {name for name, _ in liaisons}
    contact_persons = [(name, title) for name, title in others if name and name not in known]
    return Cast(
        (
            *_members(roster, liaisons, _FIRST_LEADER, texts.LEADER_ROLE, unbound=liaisons[-1][0]),
            *_members(roster, contact_persons, _FIRST_CONTACT_PERSON, texts.CONTACT_PERSON_ROLE, unbound=""),
        )
    )


def _members(
    roster: Roster, people: Sequence[tuple[str, str]], first: int, role: str, unbound: str
) -> Iterator[Member]:
    for place, (name, title) in enumerate(people):
        counties = tuple(row.county for row in roster.rows if name in {row.liaison, row.contact_person})
        yield Member(name, first + place, role, title, counties, bound=name != unbound)


def _note(member: Member) -> str:
    if not member.bound:
        return texts.UNBOUND_NOTE.format(name=member.name)
    return texts.COUNTIES_NOTE.format(title=member.title, counties="\u3001".join(member.counties))
