"""Updates a second end to end over loopback, in many private chats, against an aiogram bot that echoes."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import world
from benchmarks.processes import TOKEN, Api, fake_api, running
from benchmarks.ratio import Ratio, compare
from benchmarks.world_rows import BOT_ID, CAMPAIGN, NOW, Rows, telegram_id
from campaign.drafts import Draft, DraftContact, DraftIssue
from campaign.vocabulary import Channel
from handlers.callbacks import SaveAnyway
from storage import open_database
from storage.tables import draft

CLOCK = "2023-06-15T10:00"
Update = dict[str, Any]
_COLUMNS = (
    "id",
    "campaign_id",
    "author_id",
    "chat_id",
    "source_message_id",
    "state",
    "payload",
    "changed_at",
)


def measure(folder: Path, *, quick: bool) -> Iterator[Ratio]:
    """/status, and the press that saves a card."""
    url = f"sqlite:///{folder / 'throughput.sqlite3'}"
    rounds, load = (4, 400) if quick else (7, 800)
    world.build(url, world.SMALL)
    _open_drafts(url, (rounds + 1) * load)
    with ExitStack() as stack:
        ours, base = stack.enter_context(fake_api()), stack.enter_context(fake_api())
        stack.enter_context(running("-m", "benchmarks.our_bot", env=_env(url, ours)))
        stack.enter_context(running("-m", "benchmarks.echo_bot", base.url))
        ours.first_poll()
        base.first_poll()
        statuses = [[_status(n) for n in _ids(turn, load)] for turn in range(rounds + 1)]
        presses = [[_press(n) for n in _ids(rounds + 1 + turn, load)] for turn in range(rounds + 1)]
        for name, aim, loads, calls in (("/status", 0.35, statuses, 1), ("save", 0.25, presses, 2)):
            rates = [_rates((ours, base), load, calls) for load in loads][1:]
            yield compare(f"{name} (updates a second)", aim, *zip(*rates, strict=True), more_is_better=True)


def _rates(sides: tuple[Api, Api], load: list[Update], calls: int) -> tuple[float, ...]:
    """Give a load to both sides in turn. `calls`: what each update is answered with."""
    return tuple(len(load) / side.give(load, calls * len(load)) for side in sides)


def _env(url: str, api: Api) -> dict[str, str]:
    return {
        "LIAISON_BOT_TOKEN": TOKEN,
        "LIAISON_API_URL": api.url,
        "LIAISON_DATABASE_URL": url,
        "LIAISON_NOW": CLOCK,
        "LIAISON_LOG_LEVEL": "ERROR",
    }


def _ids(turn: int, load: int) -> range:
    return range(1 + turn * load, 1 + (turn + 1) * load)


def _person(number: int) -> int:
    return 1 + number % world.SMALL.people


def _message(number: int, chat: int, text: str, sender: dict[str, Any]) -> Update:
    where = {"id": chat, "type": "private", "first_name": "Bench"}
    return {"message_id": number, "date": int(time.time()), "chat": where, "from": sender, "text": text}


def _status(number: int) -> Update:
    chat = telegram_id(_person(number))
    message = _message(number, chat, "/status", {"id": chat, "is_bot": False, "first_name": "Bench"})
    message["entities"] = [{"type": "bot_command", "offset": 0, "length": 7}]
    return {"update_id": number, "message": message}


def _press(number: int) -> Update:
    chat = telegram_id(_person(number))
    card = _message(number, chat, "card", {"id": BOT_ID, "is_bot": True, "first_name": "Bot"})
    sender = {"id": chat, "is_bot": False, "first_name": "Bench"}
    data = SaveAnyway(draft=_draft_id(number)).pack()
    press = {"id": str(number), "from": sender, "message": card, "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": press}


def _draft_id(number: int) -> str:
    return f"open-{number}"


def _open_drafts(url: str, count: int) -> None:
    """Store the cards that are going to be saved."""
    database = open_database(url, bot_id=BOT_ID)
    try:
        world.fill(database, draft, Rows(_COLUMNS, map(_draft, range(count, 2 * count + 1))))
    finally:
        database.close()


def _draft(number: int) -> tuple[Any, ...]:
    county = 1 + number % world.SMALL.counties
    card = Draft(
        id=_draft_id(number),
        campaign_id=CAMPAIGN,
        author_id=_person(number),
        chat_id=telegram_id(_person(number)),
        source_message_id=number,
        written_at=NOW,
        contacts=(
            DraftContact(county_id=county, day=date(2023, 6, 14), channel=Channel.ONSITE, participants=12),
        ),
        issues=(DraftIssue(text="Something is missing"),),
    )
    row = (card.id, card.campaign_id, card.author_id, card.chat_id, card.source_message_id)
    return (*row, card.state, card.model_dump_json(), NOW)
