"""The persons of a play, and questions to the store behind the bot."""

from collections.abc import Callable
from typing import TypeVar

from campaign.actions.groups import decide_group, group_joined
from campaign.ports import Store
from storage import Unit
from tests.bot.plays import Play
from tests.bot.stores import CAMPAIGN, ask, opened
from tests.rehearsal_answers import Answer, Answers, Json
from tests.rehearsal_client import PATIENCE, Player
from tests.rehearsal_world import ADMIN, ANNA, BO, GROUP, LEADER, NEWCOMER, STRANGER

T = TypeVar("T")
VISIT = "今天上午到修水县实地调研，座谈12人，发现活动阵地不足"
CARD = [
    "请核对，无误请点“保存”",
    "县：修水县",
    "日期：2月20日（周一，今天）",
    "方式：实地",
    "人数：12 人",
    "谁去的：未写",
    "问题：活动阵地不足",
]
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


class Cast:
    """Everybody by name; the databases' own view of what happened."""

    def __init__(self, play: Play) -> None:
        self.rehearsal, self.url = play.rehearsal, play.database_url
        self.admin, self.leader, self.anna, self.bo = map(play.player, (ADMIN, LEADER, ANNA, BO))
        self.newcomer, self.stranger = play.player(NEWCOMER), play.player(STRANGER)

    async def press_stale(self, who: Player, card: Answer, label: str) -> Answers:
        """Press a button as an outdated device still shows it."""
        data = next(b["data"] for row in card.view["buttons"] for b in row if b["text"] == label)
        press = {"person": who.person, "chat": who.chat, "message_id": card.id, "data": data, "stale": True}
        return await who._answers(await self.rehearsal.post("press", press))

    async def stored(self, question: Callable[[Unit], T]) -> T:
        """Ask the store at the campaign's present moment."""
        return ask(self.url, question, await self.rehearsal.clock.now())

    async def done(self, receipt: Json) -> int:
        """Wait until the bot is done with what somebody did; return the last event until then."""
        after = receipt["event"]
        for update in receipt["update_ids"]:
            while not (await self.rehearsal.get("settled", update_id=update))["settled"]:
                events = (await self.rehearsal.get("events", after=after, wait=PATIENCE))["events"]
                after = events[-1]["n"] if events else after
        return int(after)

    async def write(self, work: Callable[[Unit], object]) -> None:
        """Change the store behind the bot's back at the campaign's present moment."""
        database = opened(self.url)
        try:
            database.write(work, await self.rehearsal.clock.now())
        finally:
            database.close()

    async def contacts(self) -> int:
        """The standing contacts of the campaign."""
        return await self.stored(_contacts)

    async def approve_group(self) -> None:
        """Approve the group that has the bot already."""
        await self.write(_approve)


def lines(answers: Answers) -> list[str]:
    """The lines of the last message or edit."""
    return answers.last.text.splitlines()


def said(answers: Answers) -> list[str]:
    """What kind of thing the bot did, and the first line of each."""
    return [f"{answer.kind}: {answer.text.splitlines()[0] if answer.text else ''}" for answer in answers]


def _contacts(store: Store) -> int:
    return sum(
        len(store.records.contacts_of(CAMPAIGN, county.id, 100)) for county in store.people.counties(CAMPAIGN)
    )


def _approve(store: Store) -> None:
    admin = store.people.actor(ADMIN)
    assert admin
    group_joined(store, CAMPAIGN, GROUP, "专班群", "test")
    decide_group(store, admin, GROUP, approve=True)
