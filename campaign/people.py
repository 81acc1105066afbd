"""Counties, persons and pairings as the rest of the program sees them."""

from dataclasses import dataclass

from campaign.vocabulary import Role


@dataclass(frozen=True, slots=True)
class County:
    """A county-level union of the campaign; `position` is its place in the roster."""

    id: int
    name: str
    prefecture: str
    position: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or a department, of the roster."""

    id: int
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """Who is paired with a county: the liaison, and the contact person if there is one."""

    id: int
    county: County
    liaison: Person
    contact_person: Person | None

    def concerns(self, person_id: int) -> bool:
        """Whether the person is this county's liaison or contact person."""
        return person_id in {self.liaison.id, self.contact_person.id if self.contact_person else None}


@dataclass(frozen=True, slots=True)
class Actor:
    """A bound person, as known while one of his messages is handled.

    `roles` are those that he has on that day. `county_id`: the county that he speaks for, with Role.COUNTY.
    """

    person: Person
    campaign_id: str
    roles: frozenset[Role]
    telegram_id: int
    county_id: int | None = None

    @property
    def takes_part(self) -> bool:
        """Whether he has any role; who left the roster keeps his account, and hears nothing."""
        return bool(self.roles)

    @property
    def is_admin(self) -> bool:
        """Whether he runs the campaign."""
        return Role.ADMIN in self.roles

    @property
    def is_county(self) -> bool:
        """Whether he is here for a county alone, and sees nothing else."""
        return self.roles == {Role.COUNTY}
