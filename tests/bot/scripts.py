"""Plays as data: who does what and when, and what must be read after it.

A script is a folder: `cast.yaml` names people and groups, each other file holds the steps of a day in order.
"""

from datetime import datetime
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from bot.rehearsal.world import Group, Person, World


class Line(BaseModel):
    """Frozen, and nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(Line):
    """Somebody who plays. `roster`: the name by which the campaign knows the person, if it does."""

    id: int
    name: str
    roster: str | None = None
    bound: bool = False
    role: str = ""


class Room(Line):
    """A group; its members by their short names, the owner first."""

    id: int
    title: str
    members: list[str]


class Troupe(Line):
    """All who play, by short names."""

    people: dict[str, Role]
    rooms: dict[str, Room]

    def world(self, token: str, now: datetime) -> World:
        """Return what the rehearsal server shows; the bot is in no group yet."""
        people = [Person(id=r.id, name=r.name, role=r.role, started=r.bound) for r in self.people.values()]
        groups = [
            Group(id=r.id, title=r.title, members=[self.people[m].id for m in r.members], bot_member=False)
            for r in self.rooms.values()
        ]
        return World(
            token=token,
            bot_username="liaison_rehearsal_bot",
            bot_name="\u52a9\u624b",
            people=people,
            groups=groups,
            now=now,
            flood=False,
        )


class Step(Line):
    """One deed and what must follow from it in the same chat.

    at: a moment of 2023 (02-20 09:30) to move the clock to; stage: what happens to the bot or to Telegram
    (mute: it takes nothing from the bot; outage: it gives nothing either).
    who: a short name; room: the group in which it is done, otherwise in private. At most one deed:
    says, presses (`old`: on the answer of that step, as an outdated device still shows it), edits (the
    message of the step `of`), photo (its caption), document (its name), voice, place, brings, blocks.
    reply: a part of the bot's message that is answered to. mark: a name for this step.
    hears: parts that must be there; lacks: parts that must not; quiet: nothing at all may be said.
    keeps: a name for what the pattern's group finds in the answer; ‹name› stands for it later on.
    waits: the deed is done without waiting for its answer. Without a deed, the next thing said is heard.
    """

    at: str | None = None
    stage: Literal["restart", "down", "up", "mute", "outage", "outage over"] | None = None
    who: str = ""
    room: str | None = None
    says: str | None = None
    presses: str | None = None
    twice: bool = False
    old: str | None = None
    edits: str | None = None
    of: str = ""
    photo: str | None = None
    album: str = ""
    document: str | None = None
    voice: bool = False
    place: list[float] | None = None
    brings: bool | None = None
    blocks: bool | None = None
    reply: str | None = None
    mark: str | None = None
    hears: list[str] = []
    lacks: list[str] = []
    quiet: bool = False
    keeps: dict[str, str] = {}
    waits: bool = False

    @property
    def message(self) -> bool:
        """Whether somebody writes or sends something."""
        sent = (self.says, self.edits, self.photo, self.document, self.place)
        return self.voice or any(item is not None for item in sent)

    @property
    def deed(self) -> bool:
        """Whether somebody does something."""
        return self.message or any(item is not None for item in (self.presses, self.brings, self.blocks))

    @property
    def checked(self) -> bool:
        """Whether anything is expected of it."""
        return bool(self.hears or self.lacks or self.quiet or self.waits or self.stage or self.at)


def read_troupe(folder: Path) -> Troupe:
    """Read who plays."""
    return Troupe.model_validate(yaml.safe_load((folder / "cast.yaml").read_text("utf-8")))


def read_script(folder: Path) -> list[Step]:
    """Read the steps of all days, in the order of the files' names."""
    days = sorted(path for path in folder.glob("*.yaml") if path.name != "cast.yaml")
    return [Step.model_validate(row) for day in days for row in yaml.safe_load(day.read_text("utf-8"))]
