"""One person of the demo campaign: what he types and presses, as Telegram hands it over."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

import orjson

from benchmarks.texts import COUNTY, VISIT
from bot.arrivals import arrival
from bot.campaign_files import read_campaign
from bot.load import load_campaign
from bot.timeline import CampaignClock, Timeline, real_now
from campaign.people import Pairing
from campaign.ports import Store
from campaign.vocabulary import Role
from storage import InboxRow, open_database
from storage.migrate import upgrade

BOT_ID = 1
TOKEN = f"{BOT_ID}:bench"
CAMPAIGN = "jiujiang-2022-demo"
CHAT = 1001
NOW = datetime(2023, 2, 20, 1, tzinfo=UTC)
LOADED = NOW - timedelta(days=1)
WHO = {"id": CHAT, "is_bot": False, "first_name": "Bench", "language_code": "zh"}
WHERE = {"id": CHAT, "type": "private", "first_name": "Bench"}


def clock() -> CampaignClock:
    """A clock that starts at NOW."""
    real = real_now()
    return CampaignClock(Timeline([(real, (NOW - real).total_seconds())]), real_now)


def fill(url: str) -> Pairing:
    """Load the demo campaign and bind the liaison of the county that is typed; return the pairing."""
    upgrade(url)
    database = open_database(url, bot_id=BOT_ID)
    try:
        return database.write(_load, LOADED)
    finally:
        database.close()


def _load(store: Store) -> Pairing:
    load_campaign(store, *read_campaign(CAMPAIGN))
    pairing = next(p for p in store.people.pairings(CAMPAIGN) if p.county.name == COUNTY)
    store.people.bind(CHAT, CAMPAIGN, pairing.liaison.id, (Role.LEADER,), store.now)
    return pairing


@dataclass
class Played:
    """Makes inbox rows, each with an update_id of its own."""

    clock: CampaignClock
    ids: Iterator[int] = field(default_factory=partial(count, 1))

    def typed(self) -> InboxRow:
        """A message about a visit."""
        number = next(self.ids)
        return self._row(number, {"message": {**self._message(number), "from": WHO, "text": VISIT}})

    def pressed(self, data: str) -> InboxRow:
        """A press of a button below a card."""
        number = next(self.ids)
        card = {
            **self._message(number),
            "from": {"id": BOT_ID, "is_bot": True, "first_name": "Bot"},
            "text": VISIT,
        }
        press = {"id": str(number), "from": WHO, "message": card, "chat_instance": "1", "data": data}
        return self._row(number, {"callback_query": press})

    def _message(self, number: int) -> dict[str, Any]:
        return {"message_id": number, "date": int(time.time()), "chat": WHERE}

    def _row(self, number: int, event: dict[str, Any]) -> InboxRow:
        raw = orjson.loads(orjson.dumps({"update_id": number, **event}))
        return InboxRow(*arrival(raw, self.clock), attempts=0, done=False)
