"""What a liaison asks and presses, in English: nothing Chinese is left but names and what people typed."""

import re

from tests.handlers.cast import PNG, VISIT, Cast
from tests.rehearsal_answers import Answer, Answers
from tests.rehearsal_client import Player

CHINESE = re.compile("[\u3400-\u9fff]")
TYPED = (
    "活动阵地不足",
    "经费不够",
    "没有场地",
    "没有食堂",
    "职工夜校办得好",
    "正在办",
    "解决了",
    "写错了",
    "没有县",
)
NAMES = (
    "九江市“县级工会加强年”专项工作（演示）",
    "每年实地调研",
    "市总工会经审办主任",
    "今天上午到修水县实地调研，座谈12人，发现",
)
COUNTY = "[共修武永德庐彭湖都柴浔濂瑞][青水宁修安山泽口昌桑阳溪城]{1,2}[县区市]"
PROPER = re.compile("|".join((*NAMES, *TYPED, COUNTY, "演示[一-龥]{2,10}", "/issue .*")))
COMMANDS = (
    *("/start", "/help", "/my", "/status", "/uncovered", "/issues", "/issue", "/records", "/county"),
    "/brief",
    *("/practices", "/reminders", "/undo", "/cancel", "/nothing", "/export"),
)
MISREAD = (
    "你好",
    "下周去修水县",
    "人数改为20",
    "保存",
    "到没有县调研",
    "/county 没有县",
    "/status 修水县",
    "经费什么时候拨下来？",
    "去年12月有几次实地",
    "上周电话联系了几次",
    "今年到现在哪几个县还没实地去过",
    "哪些快到期了",
    "有没有超期的",
    "本月新增几个问题",
    "上次谁去的修水",
    "谁负责都昌",
    "演示副主席一联系哪几个县",
    "演示副主席联系哪几个县",
    "下次调度什么时候",
    "还有哪些县没联系",
)


class Listener:
    """One person who keeps all that is said to him."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.heard: list[Answer] = []

    def _kept(self, answers: Answers) -> Answers:
        self.heard += answers
        return answers

    async def tell(self, *words: str, reply_to: int | None = None) -> Answers:
        """Write one message after the other; return what was answered to the last one."""
        for word in words:
            answers = self._kept(await self.player.tell(word, reply_to))
        return answers

    async def press(self, *labels: str) -> Answers:
        """Press one button after the other."""
        for label in labels:
            answers = self._kept(await self.player.press(label))
        return answers

    async def show(self) -> Answers:
        """Send a picture."""
        return self._kept(await self.player.photo(PNG))

    def chinese(self) -> list[str]:
        """Return the lines and labels in which something Chinese is left."""
        said = (line for answer in self.heard for line in (*answer.text.splitlines(), *answer.labels))
        return [line for line in said if CHINESE.search(PROPER.sub("", line)) and line != "中文"]


async def in_english(cast: Cast) -> Listener:
    listener = Listener(cast.anna)
    await listener.tell("/language")
    await cast.anna.press("English")
    listener.heard.clear()
    return listener


async def test_commands_and_what_is_no_report(cast: Cast) -> None:
    anna = await in_english(cast)
    await anna.tell(*COMMANDS, *MISREAD)
    await anna.show()
    await anna.press("Switch reminders off", "Switch reminders on")
    await anna.tell("下周三去修水县调研")
    await anna.press("Note the plan", "Another day", "Keep the day")
    await anna.tell("修水县改到3月2日去", "/my")
    assert anna.chinese() == []


async def test_cards_and_records(cast: Cast) -> None:
    anna = await in_english(cast)
    card = await anna.tell(VISIT)
    await anna.tell("座谈15人", reply_to=card.last.id)
    await anna.press("Save")
    await anna.tell("/records")
    await anna.press("1", "Correct", "Channel", "video", "Save")
    await anna.tell("/undo", VISIT)
    await anna.press("Drop")
    await anna.tell("昨天联系了武宁县，30人，发现没有场地，5月底前由市总解决；经验是职工夜校办得好")
    saved = await anna.press("phone", "Save")
    await anna.tell("座谈8人", reply_to=saved.last.id)
    await anna.press("Correct")
    await anna.tell("还有经费不够", reply_to=saved.last.id)
    await anna.press("Add")
    await cast.rehearsal.clock.move(advance=3600)
    await anna.tell("/my", "/status", "/uncovered", "/county 武宁县", "/practices", "/undo", "/records")
    await anna.press("1", "Withdraw")
    await anna.tell("写错了")
    assert anna.chinese() == []


async def test_issues(cast: Cast) -> None:
    anna = await in_english(cast)
    await anna.tell("/issue 庐山市没有食堂")
    await anna.press("the county itself", "Save")
    await anna.tell("/issue 修水县经费不够，3月15日前由县委解决")
    await anna.press("Save")
    await anna.tell("/issues")
    await anna.press("1", "Note progress")
    await anna.tell("正在办")
    await anna.press("Close")
    closed = await anna.tell("解决了")
    assert closed.text.startswith("Issue No. 1 (closed)")
    await anna.press("Reopen")
    offered = await anna.tell("解决了", reply_to=closed.last.id)
    assert offered.text == "Close Issue No. 1?"  # a reply is told by the number, whatever the language
    await anna.press("Close")
    assert anna.chinese() == []


async def test_the_form(cast: Cast) -> None:
    anna = await in_english(cast)
    await anna.tell("/log", "没有县")
    await anna.press("修水县")
    await anna.tell("不知道哪天")
    await anna.press("yesterday", "phone")
    await anna.tell("很多", "5")
    await anna.press("Skip", "Skip")
    await anna.tell("经费不够")
    await anna.press("Channel", "on site", "Save")
    await anna.tell("/log")
    await anna.press("Cancel")
    assert anna.chinese() == []


async def test_a_press_is_answered_in_the_language_of_who_pressed(cast: Cast) -> None:
    anna = await in_english(cast)
    await anna.tell(VISIT)
    assert (await anna.press("Save")).toasts == ["Saved"]
    card = await cast.bo.ask(VISIT.replace("修水县", "武宁县"))
    assert (await cast.bo.press("保存", card.last.id)).toasts == ["已保存"]
