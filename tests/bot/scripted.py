"""Plays a script through the rehearsal server; what was not as expected is told line by line."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp

from bot.app import build_app
from bot.settings import Settings
from bot.tempo import Tempo
from tests.bot.scripts import Step, Troupe
from tests.handlers.cast import PNG
from tests.rehearsal_answers import Answers, Json
from tests.rehearsal_client import PATIENCE, Player, Rehearsal

MOST_FAULTS = 12
_FOR_EVER = 1_000_000
# The calls that Telegram no longer takes from then on; "*" is all but getUpdates.
_CALLS = {"mute": "*", "outage": "getUpdates"}


class Theatre:
    """The bot on the stage: it may be ended and started again, and Telegram may go away."""

    def __init__(self, rehearsal: Rehearsal, settings: Settings, tempo: Tempo) -> None:
        self.rehearsal = rehearsal
        self._settings, self._tempo = settings, tempo
        self._stack = AsyncExitStack()
        self.up = False
        self.unheard = False

    async def open(self) -> None:
        """Start a new bot on the same database."""
        app = build_app(self._settings, self.rehearsal.url, self._tempo)
        await self._stack.enter_async_context(app.running())
        self.up = True

    async def close(self) -> None:
        """End the bot."""
        self.up = False
        await self._stack.aclose()

    async def happen(self, what: str) -> None:
        """Let something befall the bot or Telegram."""
        if what in {"restart", "down"}:
            await self.close()
        if what in {"restart", "up"}:
            await self.open()
        self.unheard = what == "mute"
        if what in _CALLS:
            await self.rehearsal.fault(_CALLS[what], "502", times=_FOR_EVER)
        if what == "outage over":
            async with aiohttp.ClientSession() as session:
                await session.delete(f"{self.rehearsal.url}/rehearsal/fault")


@asynccontextmanager
async def theatre(rehearsal: Rehearsal, settings: Settings, tempo: Tempo) -> AsyncIterator[Theatre]:
    """A bot that is ended at last."""
    house = Theatre(rehearsal, settings, tempo)
    await house.open()
    try:
        yield house
    finally:
        await house.close()


class Prompter:
    """Goes through a script, keeps the transcript, and notes what was not as expected."""

    def __init__(self, house: Theatre, troupe: Troupe) -> None:
        self._house, self._troupe = house, troupe
        self._rehearsal = house.rehearsal
        self._players: dict[tuple[str, str | None], Player] = {}
        self._known: dict[str, str] = {}
        self._marked: dict[str, Answers] = {}
        self.transcript: list[str] = []
        self.faults: list[str] = []

    async def play(self, script: list[Step]) -> None:
        """Do all steps; stop when too much has gone wrong."""
        for step in script:
            await self._act(step)
            if len(self.faults) >= MOST_FAULTS:
                return

    async def _act(self, step: Step) -> None:
        if step.at:
            self.transcript.append(f"---- {step.at}")
            moment = f"2023-{step.at.replace(' ', 'T')}:00+08:00"
            await self._rehearsal.clock.move(to=moment, wait=self._house.up)
        if step.stage:
            self.transcript.append(f"---- {step.stage}")
            await self._house.happen(step.stage)
        if step.who:
            await self._speak(step)

    async def _speak(self, step: Step) -> None:
        self.transcript.append(_shown(step))
        try:
            answers = await self._answers(step)
        except (AssertionError, TimeoutError) as error:
            self._fault(f"{type(error).__name__}: {error}")
            return
        for answer in answers:
            self.transcript += _indented(answer.kind, answer.text, answer.buttons)
        if step.mark:
            self._marked[step.mark] = answers
        for wrong in self._wrong(step, answers):
            self._fault(wrong)

    def _wrong(self, step: Step, answers: Answers) -> list[str]:
        text = "\n".join([answers.text, *(label for answer in answers for label in answer.labels)])
        wrong = [f"not heard: {part}" for part in step.hears if self._filled(part) not in text]
        wrong += [f"heard: {part}" for part in step.lacks if part in text]
        if step.quiet and answers.all:
            wrong.append("something was said")
        for name, pattern in step.keeps.items():
            found = re.search(pattern, text)
            self._known[name] = found[1] if found else ""
            wrong += [] if found else [f"not found: {pattern}"]
        return wrong

    def _fault(self, wrong: str) -> None:
        self.transcript.append(f"!!!! {wrong}")
        self.faults.append(wrong)

    def story(self, lines: int = 40) -> str:
        """The faults, each with the lines of the transcript before it."""
        places = [place for place, line in enumerate(self.transcript) if line.startswith("!!!!")]
        return "\n\n".join("\n".join(self.transcript[max(0, p - lines) : p + 1]) for p in places[:3])

    def player(self, who: str, room: str | None = None) -> Player:
        """Somebody in the own chat with the bot or in a group, always the same."""
        if (who, room) not in self._players:
            player = self._rehearsal.player(self._troupe.people[who].id)
            self._players[who, room] = player.inside(self._troupe.rooms[room].id) if room else player
        return self._players[who, room]

    def _filled(self, text: str) -> str:
        return re.sub("\u2039(.+?)\u203a", lambda match: self._known.get(match[1], match[0]), text)

    async def _answers(self, step: Step) -> Answers:
        player = self.player(step.who, step.room)
        if not step.deed:
            return Answers([await player.hears(self._filled(step.hears[0]))])
        calls = await self._rehearsal.calls()
        receipt = await self._done(player, step)
        async with asyncio.timeout(PATIENCE):
            while self._house.unheard and not await self._refused(player, len(calls)):
                pass
        if step.waits:
            player._heard = receipt["event"]
            return Answers([], receipt)
        return await player._answers(receipt)

    async def _refused(self, player: Player, after: int) -> bool:
        """Whether the bot has worked on something of this chat and could not say so."""
        calls = await self._rehearsal.calls(after=after)
        return any(
            c["outcome"] == "502" and str(c["params"].get("chat_id")) == str(player.chat) for c in calls
        )

    async def _done(self, player: Player, step: Step) -> Json:
        if step.presses:
            return await self._pressed(player, step)
        reply = await self._message(player, step.reply) if step.reply else None
        if step.says is not None:
            return await player.say(self._filled(step.says), reply)
        if step.edits is not None:
            message = self._marked[step.of].receipt["message_id"]
            body = {"person": player.person, "chat": player.chat, "message_id": message, "text": step.edits}
            return await self._rehearsal.post("edit", body)
        return await self._sent(player, step, {"reply_to": reply} if reply else {})

    async def _sent(self, player: Player, step: Step, more: Json) -> Json:
        if step.photo is not None:
            return await player.send("photo", PNG, caption=step.photo, album=step.album, **more)
        if step.document is not None:
            return await player.send("document", b"broken", step.document, **more)
        if step.voice:
            return await player.send("voice", b"ogg", "voice.ogg", **more)
        me = {"person": player.person, "chat": player.chat}
        if step.place:
            place = {"latitude": step.place[0], "longitude": step.place[1]}
            return await self._rehearsal.post("location", me | place)
        if step.blocks is not None:
            return await player.block(step.blocks)
        return await self._rehearsal.post("membership", me | {"present": step.brings})

    async def _pressed(self, player: Player, step: Step) -> Json:
        assert step.presses
        where, data = self._old(step) if step.old else await player._find(step.presses, None)
        press = {"person": player.person, "chat": player.chat, "message_id": where, "data": data}
        if not step.twice:
            return await self._rehearsal.post("press", press | {"stale": bool(step.old)})
        first, second = await asyncio.gather(*(self._rehearsal.post("press", press) for _ in range(2)))
        return first | {"update_ids": first["update_ids"] + second["update_ids"]}

    def _old(self, step: Step) -> tuple[int, str]:
        assert step.old in self._marked, f"nothing is marked {step.old}"
        card = self._marked[step.old].last
        buttons = [button for row in card.view["buttons"] for button in row if step.presses in button["text"]]
        assert buttons, f"no button {step.presses}"
        return card.id, str(buttons[0]["data"])

    @staticmethod
    async def _message(player: Player, part: str) -> int:
        views = [v for v in await player.messages() if v["from"]["bot"] and part in v["text"]]
        assert views, f"no message to reply to: {part}"
        return int(views[-1]["id"])


def _shown(step: Step) -> str:
    place = f"{step.who}@{step.room}" if step.room else step.who
    deed = step.model_dump(exclude_defaults=True, exclude={"who", "room", "at", "stage", "hears", "lacks"})
    return f"{place}: {str(deed)[:300]}"


def _indented(kind: str, text: str, buttons: list[list[str]]) -> list[str]:
    head, *more = text.splitlines() or [""]
    return [
        f"    {kind}: {head}",
        *(f"        {line}" for line in more),
        *([f"        {buttons}"] * bool(buttons)),
    ]


def write_down(folder: Path, prompter: Prompter) -> Path:
    """Keep the transcript in a folder; return where."""
    path = folder / "transcript.txt"
    path.write_text("\n".join(prompter.transcript), "utf-8")
    return path
