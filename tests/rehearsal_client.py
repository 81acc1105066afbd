"""Playing people in tests: they write and press through the rehearsal server and read what the bot answers.

    async with rehearsing(tmp_path, small_world()) as rehearsal:
        anna = rehearsal.player(ANNA)
        answer = await anna.ask("/my")
        assert "修水县" in answer.text
        await anna.press("保存")
        await rehearsal.clock.move(to="2023-02-27T09:00:00+08:00")
        await anna.inside(GROUP).hears("双月调度")

Nothing here sleeps: the server is asked to answer once something has happened.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp

from bot.rehearsal.server import RunningServer, start_server
from bot.rehearsal.world import World
from tests.rehearsal_answers import Answer, Answers, Json, labels

PATIENCE = 60.0
CLOCK_PATIENCE = 120.0


class Rehearsal:
    """The server as tests see it."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self._session = session
        self.clock = Clock(self)

    async def get(self, path: str, **query: Any) -> Json:
        """GET /rehearsal/<path>."""
        async with self._session.get(f"{self.url}/rehearsal/{path}", params=query) as response:
            return await self._body(response)

    async def post(self, path: str, body: Json | aiohttp.FormData) -> Json:
        """POST /rehearsal/<path>."""
        form = isinstance(body, aiohttp.FormData)
        wanted: Json = {"data": body} if form else {"json": body}
        async with self._session.post(f"{self.url}/rehearsal/{path}", **wanted) as response:
            return await self._body(response)

    @staticmethod
    async def _body(response: aiohttp.ClientResponse) -> Json:
        body: Json = await response.json()
        assert response.status == 200, body
        return body

    def player(self, person: int) -> "Player":
        """Somebody in the own chat with the bot."""
        return Player(self, person, person)

    async def fault(self, method: str, kind: str, **more: Any) -> None:
        """Order a trouble for the next call of a method (see bot.rehearsal.faults.Fault)."""
        await self.post("fault", {"method": method, "kind": kind, **more})

    async def calls(self, method: str | None = None, after: int = 0) -> list[Json]:
        """The logged Bot API calls: n, at, method, params, outcome."""
        query = {"after": after} | ({"method": method} if method else {})
        calls: list[Json] = (await self.get("calls", **query))["calls"]
        return calls

    async def flood(self, on: bool) -> None:
        """Switch the flood limits."""
        await self.post("flood", {"on": on})


class Clock:
    """The campaign clock."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        self._rehearsal = rehearsal

    async def now(self) -> datetime:
        """The campaign's present moment (aware)."""
        return datetime.fromisoformat((await self._rehearsal.get("clock"))["now"])

    async def move(
        self,
        *,
        to: str | datetime | None = None,
        advance: float | None = None,
        next_due: bool = False,
        wait: bool = True,
    ) -> Json:
        """Move the clock to a moment, on by seconds, or to the next due moment; wait for the bot."""
        wishes = {"to": str(to) if to else None, "advance": advance, "next_due": next_due or None}
        wish = {key: value for key, value in wishes.items() if value is not None}
        state = await self._rehearsal.post("clock", wish)
        return await self.reached(state["version"]) if wait else state

    async def followed(self) -> None:
        """Wait until the bot follows the clock; from then on it says what it is done with."""
        await self.reached((await self._rehearsal.get("clock"))["version"])

    async def reached(self, version: int) -> Json:
        """Wait until the bot reports that it has worked through a version."""
        state = await self._rehearsal.get("clock", reached=version, wait=CLOCK_PATIENCE)
        assert state["reached"] >= version, "the bot has not reported that it reached the clock"
        return state


class Player:
    """A person in a chat: the own one with the bot, or a group."""

    def __init__(self, rehearsal: Rehearsal, person: int, chat: int, topic: int | None = None) -> None:
        self.rehearsal, self.person, self.chat, self.topic = rehearsal, person, chat, topic
        self._heard = 0

    def inside(self, group: int, topic: int | None = None) -> "Player":
        """The same person in a group, in one of its topics if it is a forum."""
        return Player(self.rehearsal, self.person, group, topic)

    @property
    def _me(self) -> Json:
        return {"person": self.person, "chat": self.chat}

    async def say(self, text: str, reply_to: int | None = None) -> Json:
        """Write and do not wait; message_id, message_ids, update_ids, event."""
        place = {"reply_to": reply_to, "topic": self.topic}
        return await self.rehearsal.post("say", {**self._me, "text": text, **place})

    async def tell(self, text: str, reply_to: int | None = None) -> Answers:
        """Write and wait until the bot has worked through it; it may have said nothing."""
        return await self._answers(await self.say(text, reply_to))

    async def ask(self, text: str, reply_to: int | None = None) -> Answers:
        """Write and read the answer; there must be one."""
        answers = await self.tell(text, reply_to)
        assert answers.all, f"no answer to {text!r}"
        return answers

    async def press(self, button: str, message_id: int | None = None) -> Answers:
        """Press a button by label, a part of it, or data, on the newest message that has it."""
        where, data = await self._find(button, message_id)
        return await self._answers(
            await self.rehearsal.post("press", {**self._me, "message_id": where, "data": data})
        )

    async def press_only(self, button: str, message_id: int | None = None) -> Json:
        """Press a button and do not wait."""
        where, data = await self._find(button, message_id)
        return await self.rehearsal.post("press", {**self._me, "message_id": where, "data": data})

    async def edit(self, message_id: int, text: str) -> Answers:
        """Change an own message and wait for what the bot makes of it."""
        body = {**self._me, "message_id": message_id, "text": text}
        return await self._answers(await self.rehearsal.post("edit", body))

    async def photo(self, data: bytes, caption: str = "", name: str = "photo.png", **more: object) -> Answers:
        """Send a picture and wait; `album` and `reply_to` as the control API takes them."""
        return await self._answers(await self.send("photo", data, name, caption=caption, **more))

    async def document(self, data: bytes, name: str, caption: str = "", **more: object) -> Answers:
        """Send a file and wait."""
        return await self._answers(await self.send("document", data, name, caption=caption, **more))

    async def voice(self, data: bytes, **more: object) -> Answers:
        """Send a recording and wait."""
        return await self._answers(await self.send("voice", data, "voice.ogg", **more))

    async def send(self, kind: str, data: bytes, name: str = "photo.png", **more: object) -> Json:
        """Send a photo, document or voice and do not wait."""
        form = aiohttp.FormData({key: str(value) for key, value in (self._me | more).items()})
        form.add_field("file", BytesIO(data), filename=name)
        return await self.rehearsal.post(kind, form)

    async def location(self, latitude: float, longitude: float) -> Answers:
        """Send a place and wait."""
        body = {**self._me, "latitude": latitude, "longitude": longitude}
        return await self._answers(await self.rehearsal.post("location", body))

    async def block(self, blocked: bool = True) -> Json:
        """Block the bot, or let it in again."""
        return await self.rehearsal.post("block", {"person": self.person, "blocked": blocked})

    async def bring_bot(self, present: bool = True) -> Answers:
        """Bring the bot into this group, or remove it, and wait."""
        return await self._answers(await self.rehearsal.post("membership", {**self._me, "present": present}))

    async def silence_bot(self, silenced: bool = True) -> Answers:
        """Take the right to write in this group from the bot, or give it back, and wait."""
        return await self._answers(await self.rehearsal.post("silence", {**self._me, "silenced": silenced}))

    async def hears(self, part: str = "", patience: float = PATIENCE) -> Answer:
        """The next thing the bot says in this chat that contains `part`, not heard before."""
        async with asyncio.timeout(patience):
            while True:
                for event in await self._events(self._heard, patience):
                    self._heard = event["n"]
                    answer = self._answer(event)
                    if answer is not None and part in answer.text:
                        return answer

    async def messages(self) -> list[Json]:
        """The chat as the page shows it."""
        found: list[Json] = (await self.rehearsal.get(f"chats/{self.chat}", person=self.person))["messages"]
        return found

    async def transcript(self) -> list[tuple[str, str, list[list[str]]]]:
        """The chat as (who, text, labels of the buttons)."""
        return [(view["from"]["name"], view["text"], labels(view)) for view in await self.messages()]

    async def _find(self, button: str, message_id: int | None) -> tuple[int, str]:
        views = [view for view in await self.messages() if message_id in {None, view["id"]}]
        for fits in (_same, _partly):
            for view in reversed(views):
                for row in view["buttons"]:
                    for candidate in row:
                        if "data" in candidate and fits(candidate, button):
                            return view["id"], candidate["data"]
        shown = [labels(view) for view in views if view["buttons"]]
        raise AssertionError(f"no button {button!r}; there are {shown}")

    async def _answers(self, receipt: Json) -> Answers:
        """Everything the bot did in this chat from the question until it said that it is done with it."""
        cursor, answers = receipt["event"], []
        open_updates = set(receipt["update_ids"])
        reports = (await self.rehearsal.get("settled", update_id=0))["reports"]
        try:
            async with asyncio.timeout(PATIENCE):
                while open_updates:
                    for event in await self._events(cursor, PATIENCE):
                        cursor = event["n"]
                        answer = self._answer(event)
                        answers += [answer] if answer else []
                        if event["kind"] == "settled":
                            open_updates.discard(event["update_id"])
                        if not reports and (answer or _ends(event, receipt)):
                            open_updates.clear()
        except TimeoutError as error:
            raise AssertionError(f"the bot did not answer; so far {answers}") from error
        self._heard = max(self._heard, cursor)
        return Answers(answers, receipt)

    async def _events(self, after: int, wait: float) -> list[Json]:
        events: list[Json] = (await self.rehearsal.get("events", after=after, wait=wait))["events"]
        return events

    def _answer(self, event: Json) -> Answer | None:
        if event.get("chat") != self.chat:
            return None
        if event["kind"] in {"message", "edited"} and event["message"]["from"]["bot"]:
            view = event["message"]
            return Answer(event["kind"], view["text"], labels(view), view)
        if event["kind"] == "answered" and event["text"] and event["person"] == self.person:
            return Answer(
                "alert" if event["alert"] else "toast", event["text"], [], {"id": event["message_id"]}
            )
        if event["kind"] == "deleted":
            return Answer("deleted", "", [], {"id": event["message_id"]})
        return None


def _ends(event: Json, receipt: Json) -> bool:
    """Whether the pressed button no longer waits: all that is known of a bot that does not report."""
    return "callback_id" in receipt and event.get("callback_id") == receipt["callback_id"]


def _same(button: Json, wanted: str) -> bool:
    return wanted in {button["text"], button["data"]}


def _partly(button: Json, wanted: str) -> bool:
    return wanted in button["text"]


@asynccontextmanager
async def talking_to(url: str) -> AsyncIterator[Rehearsal]:
    """A server that runs already, perhaps in another process."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2 * CLOCK_PATIENCE)) as session:
        yield Rehearsal(url, session)


@asynccontextmanager
async def serving(state_dir: Path, world: World, **more: Any) -> AsyncIterator[RunningServer]:
    """A server in this process, on a free port."""
    server = await start_server(state_dir, world, 0, **more)
    try:
        yield server
    finally:
        await server.close()


@asynccontextmanager
async def rehearsing(state_dir: Path, world: World, **more: Any) -> AsyncIterator[Rehearsal]:
    """A server in this process, and the way to play on it. `.url` is the root of its Bot API."""
    async with serving(state_dir, world, **more) as server, talking_to(server.url) as rehearsal:
        yield rehearsal
