"""The ledger of tasks, and the groups of a working group."""

from enum import StrEnum

from pydantic import Field

from campaign.strict import Name, Strict


class Task(Strict):
    """A numbered task: the departments that lead it, those that help, the section it stands in."""

    number: int = Field(ge=1, le=999)
    name: Name
    lead: tuple[Name, ...] = Field(min_length=1)
    helpers: tuple[Name, ...] = ()
    section: str = ""


class GroupId(StrEnum):
    """The four groups that a working group may have."""

    GENERAL = "general"
    PROMOTION = "promotion"
    PUBLICITY = "publicity"
    SUPERVISION = "supervision"


class WorkGroup(Strict):
    """One group: its name, what it does, who belongs to it (names of persons or departments)."""

    id: GroupId
    name: Name
    duties: tuple[str, ...] = ()
    members: tuple[Name, ...] = ()
