"""What a digest tells beside its windows, as data: issues by class, duties, milestones, other tiers."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from campaign.vocabulary import Resolver


class Frozen(BaseModel):
    """A frozen model that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ClassFacts(Frozen):
    """The issues that one resolver is to solve: open and overdue now, raised and closed in the window.

    No resolver: nobody has said who.
    """

    resolver: Resolver | None
    open: int
    overdue: int
    raised: int
    closed: int


class CategoryFacts(Frozen):
    """The issues of a category by its name: open and overdue now, raised and closed in the window.

    No name: of no known category.
    """

    name: str | None
    open: int
    overdue: int
    raised: int
    closed: int


class SameFacts(Frozen):
    """An open issue that several counties have, in the words of the first; in the window raised in `new`.

    `gist`: their print. None in old facts: there all have the same words, and nothing is told to be new.
    """

    text: str
    counties: int
    new: int = 0
    gist: str | None = None


class PracticeFacts(Frozen):
    """A practice of the window, or `chosen` for promotion in it, and where it was found."""

    place: str
    text: str
    chosen: bool = False


class AmendedFacts(Frozen):
    """Contacts that an earlier digest counted and that were corrected or withdrawn since."""

    corrected: int = 0
    withdrawn: int = 0


class DutyFacts(Frozen):
    """One standing duty in its running window: how many owe it, how many have done it, who has not."""

    name: str
    last: date
    holders: int
    done: int
    missing: tuple[str, ...]


class MilestoneFacts(Frozen):
    """Something that is to happen once within these days."""

    name: str
    first: date
    last: date


class TierFacts(Frozen):
    """Counties by who contacted them in the whole campaign: this tier, linked ones, both, nobody.

    unpaired: with whom no tier is paired.
    """

    own: int
    others: int
    both: int
    nobody: int
    unpaired: int
