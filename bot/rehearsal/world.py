"""Who is on the stage: the people, the groups and the moment a rehearsal begins with."""

from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, PositiveInt


class Person(BaseModel):
    """Somebody who can be played. `id` is the Telegram user id; `role` and `note` are shown on the page only.

    `started`: whether the person has written to the bot before it all begins (a bot may not write first).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: PositiveInt
    name: str = Field(min_length=1, max_length=64)
    role: str = ""
    note: str = ""
    username: str | None = None
    started: bool = False


class Group(BaseModel):
    """A group chat. An id that starts with -100 is a supergroup, any other negative one a basic group.

    The first of `members` owns it. `bot_member`: whether the bot is in the group when the rehearsal begins.
    `topics`: the names of a forum's topics by their thread ids; a group without any is no forum.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[int, Field(lt=0)]
    title: str = Field(min_length=1, max_length=128)
    members: list[int] = Field(min_length=1)
    bot_member: bool = True
    topics: dict[PositiveInt, str] = Field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The chat's type in the Bot API."""
        return "supergroup" if str(self.id).startswith("-100") else "group"


class World(BaseModel):
    """All a new rehearsal needs to know; handed over as a JSON file by the bot's command line.

    `token` is kept with the state on the first start; `flood` switches the flood limits.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    token: str = Field(default="2000000001:rehearsal-only", pattern=r"^\d+:[\w-]+$")
    bot_username: str = Field(default="liaison_rehearsal_bot", min_length=5)
    bot_name: str = ""
    people: list[Person] = Field(default_factory=list)
    groups: list[Group] = Field(default_factory=list)
    now: AwareDatetime
    zone: str = "Asia/Shanghai"
    flood: bool = True

    @classmethod
    def load(cls, path: Path) -> "World":
        """Read a world file (JSON, UTF-8).

        Raises:
            pydantic.ValidationError: the file does not describe a world.
        """
        return cls.model_validate_json(path.read_bytes())
