"""The people and the groups: who has written, who has blocked the bot, where the bot is a member."""

import sqlite3
from typing import Literal

from bot.rehearsal.errors import PlayError
from bot.rehearsal.store import Json, Store
from bot.rehearsal.world import Group, Person, World

BotStatus = Literal["member", "restricted", "left", "kicked", "never"]


class Cast:
    """Reads and changes the people and groups; answers in the Bot API's shapes."""

    def __init__(self, store: Store, world: World, token: str) -> None:
        self._store = store
        self._world = world
        self.bot_id = int(token.partition(":")[0])
        with store.changing():
            for person in world.people:
                self._enter(person)
            for group in world.groups:
                self._open(group)

    def _enter(self, person: Person) -> None:
        self._store.run(
            "insert into person (id, name, role, note, username, started) values (?, ?, ?, ?, ?, ?) "
            "on conflict (id) do update set name = excluded.name, role = excluded.role, "
            "note = excluded.note, username = excluded.username, started = max(started, excluded.started)",
            *(person.id, person.name, person.role, person.note, person.username, int(person.started)),
        )

    def _open(self, group: Group) -> None:
        if self.room(group.id) is None:
            status = "member" if group.bot_member else "never"
            self._store.run(
                "insert into room (id, title, kind, bot_status) values (?, ?, ?, ?)",
                *(group.id, group.title, group.kind, status),
            )
        for person_id in group.members:
            owner = int(person_id == group.members[0])
            self._store.run("insert or ignore into member values (?, ?, ?)", group.id, person_id, owner)

    def people(self) -> list[sqlite3.Row]:
        """Everybody, in the world's order."""
        order = [person.id for person in self._world.people]
        return _ordered(self._store.rows("select * from person"), order)

    def person(self, person_id: int) -> sqlite3.Row | None:
        """One person's row."""
        return self._store.row("select * from person where id = ?", person_id)

    def rooms(self) -> list[sqlite3.Row]:
        """The groups that still exist (not upgraded away), in the world's order."""
        order = [group.id for group in self._world.groups]
        return _ordered(self._store.rows("select * from room where upgraded_to is null"), order)

    def room(self, chat_id: int) -> sqlite3.Row | None:
        """One group's row."""
        return self._store.row("select * from room where id = ?", chat_id)

    def members(self, chat_id: int) -> list[sqlite3.Row]:
        """The people of a group, with `owner`."""
        return self._store.rows(
            "select person.*, member.owner from member join person on person.id = member.person_id "
            "where room_id = ? order by member.rowid",
            chat_id,
        )

    def is_member(self, chat_id: int, person_id: int) -> bool:
        """Whether a person is in a group."""
        return any(row["id"] == person_id for row in self.members(chat_id))

    def start(self, person_id: int) -> None:
        """The person has written to the bot."""
        self._store.run("update person set started = 1 where id = ?", person_id)

    def block(self, person_id: int, blocked: bool) -> None:
        """The person blocks the bot or lets it in again."""
        self._store.run("update person set blocked = ? where id = ?", int(blocked), person_id)

    def set_bot_status(self, chat_id: int, status: BotStatus) -> None:
        """The bot joins a group, leaves it or is removed."""
        self._store.run("update room set bot_status = ? where id = ?", status, chat_id)

    def upgrade(self, chat_id: int) -> int:
        """Turn a basic group into a supergroup; the new chat's id.

        Raises:
            PlayError: there is no such basic group.
        """
        room = self.room(chat_id)
        if room is None or room["kind"] != "group" or room["upgraded_to"] is not None:
            raise PlayError("no_basic_group", f"{chat_id} is no basic group.")
        new_id = -1_000_000_000_000 - abs(chat_id)
        with self._store.changing():
            self._store.run("update room set upgraded_to = ? where id = ?", new_id, chat_id)
            self._store.run(
                "insert into room (id, title, kind, bot_status) values (?, ?, 'supergroup', ?)",
                *(new_id, room["title"], room["bot_status"]),
            )
            self._store.run(
                "insert into member select ?, person_id, owner from member where room_id = ?", new_id, chat_id
            )
        return new_id

    def me(self) -> Json:
        """The bot as a User."""
        name = self._world.bot_name or self._world.bot_username
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": name,
            "username": self._world.bot_username,
        }

    def user(self, person_id: int) -> Json:
        """A person (or the bot) as a User.

        Raises:
            PlayError: nobody has this id.
        """
        if person_id == self.bot_id:
            return self.me()
        person = self.person(person_id)
        if person is None:
            raise PlayError("no_person", f"Nobody has the id {person_id}.")
        user = {"id": person_id, "is_bot": False, "first_name": person["name"], "language_code": "zh-hans"}
        return user | ({"username": person["username"]} if person["username"] else {})

    def chat(self, chat_id: int) -> Json:
        """A chat as a Chat.

        Raises:
            PlayError: there is no such chat.
        """
        if chat_id > 0:
            user = self.user(chat_id)
            names: Json = {key: user[key] for key in ("first_name", "username") if key in user}
            return {"id": chat_id, "type": "private", **names}
        room = self.room(chat_id)
        if room is None:
            raise PlayError("no_chat", f"There is no chat {chat_id}.")
        forum = {"is_forum": True} if self.topics(chat_id) else {}
        return {"id": chat_id, "title": room["title"], "type": room["kind"], **forum}

    def topics(self, chat_id: int) -> dict[int, str]:
        """The topics of a forum by their thread ids; none in other chats."""
        return next((group.topics for group in self._world.groups if group.id == chat_id), {})


def _ordered(rows: list[sqlite3.Row], ids: list[int]) -> list[sqlite3.Row]:
    """Rows in the order of `ids`, others last."""
    place = {entry: number for number, entry in enumerate(ids)}
    return sorted(rows, key=lambda row: place.get(row["id"], len(place)))
