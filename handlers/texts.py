"""Words that every conversation shares. Functions that take user text escape it; all results are HTML."""

import re
from datetime import date
from html import escape

from campaign.people import County, Person
from campaign.records import Practice
from campaign.vocabulary import Channel, Resolver
from digests.chat_text import clip
from digests.texts import CHANNELS

RESOLVERS = {
    Resolver.PARTY_GOVERNMENT: "党委政府",
    Resolver.UNION_RESOURCES: "上级工会",
    Resolver.COUNTY_ITSELF: "县级工会自身",
}
WEEKDAYS = "一二三四五六日"
NEAR_DAYS = {0: "今天", 1: "昨天", 2: "前天"}
LONGEST_ITEM = 500
LONGEST_WORD = 40
COLON = "："
OTHER_CATEGORY = "其他"
BEFORE = "上一页"
NEXT = "下一页"
BY_NUMBER = "按编号打开。"
FOUND = "发现"
COMMA = "，"
DOT = " · "
CHOSEN = "【选用】"

MENU = {
    "log": "按表填写一次联系",
    "my": "我联系的县：已完成、应完成、余几天",
    "status": "总体进展，或某县情况",
    "uncovered": "未登记联系的县",
    "duties": "常设事项：谁还没办，登记和撤回",
    "tasks": "任务台账：各部门牵头的任务到哪一步",
    "issues": "未解决的问题（可加县名）",
    "issue": "新增问题，或按编号查看",
    "records": "我最近的登记：打开、撤回",
    "county": "某县的联系、问题、经验、照片",
    "brief": "去某县之前看一眼：上次说了什么、答应了什么",
    "why": "数字从何而来：某县的数是哪几条记录",
    "practices": "经验做法（可加县名）",
    "export": "联系台账（Excel）",
    "language": "界面语言 / Interface language",
    "reminders": "提醒：看设置、打开或关闭",
    "undo": "撤销刚保存的一条（10分钟内）",
    "cancel": "退出正在填的表",
    "help": "使用说明",
    "invite": "邀请名单上的一个人绑定账号",
    "digest": "实时调度：双月、季度或半年；草稿",
    "groups": "群：批准、停用、发在哪个话题",
    "topic": "在群的话题里发：调度发在这个话题",
    "invites": "给所有未绑定的人写邀请，附打印单",
    "people": "名单：谁未绑定、邀请、换账号",
    "pause": "暂停一个县（写县名和原因）",
    "resume": "恢复一个县（写县名）",
    "audit": "操作记录：谁改了什么（可加县、人、编号）",
    "start": "绑定账号",
}
# Plain words that stand for a command in a private chat.
SPOKEN = {
    **dict.fromkeys(("帮助", "说明", "使用说明", "怎么用", "怎么使用", "如何使用", "菜单", "help"), "help"),
    **dict.fromkeys(("我的", "我的县", "我联系的县"), "my"),
    **dict.fromkeys(("进展", "进度", "总体进展", "进展情况"), "status"),
    **dict.fromkeys(("未登记", "未联系", "未登记联系"), "uncovered"),
    **dict.fromkeys(("常设事项", "常设事项清单"), "duties"),
    **dict.fromkeys(("任务", "任务台账"), "tasks"),
    **dict.fromkeys(("登记", "填表", "我要登记"), "log"),
    **dict.fromkeys(("取消", "退出", "算了", "不填了", "不登记了"), "cancel"),
    **dict.fromkeys(("我的记录", "我的登记"), "records"),
    **dict.fromkeys(("提醒", "提醒设置", "关闭提醒", "别提醒了", "不要提醒了", "提醒别发了"), "reminders"),
}
# A mark as it stands on a document, not the words in a sentence.
SECRECY = r"(?:绝密|机密|秘密)\s*[★☆:：级]|[（(【\[](?:绝密|机密|秘密)[】\])）]"
TASK = re.compile(
    r"\s*(?:第\s*(?P<before>\d{1,3}|[一二三四五六七八九十]{1,3})\s*项任务|"
    r"任务\s*(?:第\s*)?(?P<after>\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:项|号)?)"
    r"\s*(?:[：:，,、 ]|(?=已|正在|完成|推进|印发|出台|启动|制定))\s*(?P<words>\S.*)",
    re.DOTALL,
)
TEN = "一二三四五六七八九十"
# What a reply begins with that adds to what was said.
ALSO = re.compile(r"^(?:(?:另外|补充|此外|再加上?|还有|还|以及|再)(?:一[条个点])?[：:，,、]?\s*)+")
# Whatever is neither a letter nor a digit.
MARKS = re.compile(r"[\W_]+")
GREETINGS = ("您好", "你好", "请问")
# The marks of Unicode that override, embed or isolate a direction of writing.
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def without_also(text: str) -> str:
    """What is left of words that add to something without the word that says so."""
    return ALSO.sub("", text.strip())


def bare(text: str) -> str:
    """What is left of a short text without greeting, marks and spaces, in small letters; a long one as is."""
    if len(text) > LONGEST_WORD:
        return text
    letters = MARKS.sub("", text).lower()
    for greeting in GREETINGS:
        letters = letters.removeprefix(greeting)
    return letters


def task_told(text: str) -> tuple[int, str] | None:
    """Return the number of the task that a text begins with, and what it says of it."""
    found = TASK.match(text)
    if found is None:
        return None
    number = found["before"] or found["after"]
    return _count(number), found["words"].strip()


def _count(number: str) -> int:
    """Return a number up to 99 in digits or as it is spoken."""
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.rpartition(TEN[-1])
    digits = [TEN.find(part) + 1 for part in (tens, ones)]
    return (digits[0] or 1) * 10 + digits[1] if ten else digits[1]


def esc(text: str) -> str:
    """Escape user text for HTML; characters that turn the direction of what follows are left out."""
    return escape(text.translate(TURNING), quote=False)


def short(text: str, limit: int = LONGEST_ITEM) -> str:
    """Escape user text and cut it to `limit` characters."""
    return esc(clip(text, limit))


def bold(text: str) -> str:
    """User text in bold."""
    return f"<b>{esc(text)}</b>"


def chosen_mark(practice: Practice) -> str:
    """The mark of a practice that is chosen for promotion."""
    return "" if practice.chosen_at is None else CHOSEN


def day_words(day: date, today: date) -> str:
    """A day with its weekday; with its year when it is not this year; near days by name."""
    year = "" if day.year == today.year else f"{day.year}年"
    near = NEAR_DAYS.get((today - day).days)
    return f"{year}{day.month}月{day.day}日（周{WEEKDAYS[day.weekday()]}{f'，{near}' if near else ''}）"


def short_day(day: date, today: date) -> str:
    """A day without its weekday; with its year when it is not this year."""
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def by_day(day: date) -> str:
    """A last day that counts itself."""
    return f"{day.month}月{day.day}日（含）前"


def near_day(day: date, today: date) -> str:
    """A day as a button: by name when near."""
    near = NEAR_DAYS.get((today - day).days, "")
    return f"{near} {day.month}月{day.day}日".strip()


def channel_words(channel: Channel) -> str:
    """A channel's name."""
    return CHANNELS[channel]


def resolver_words(resolver: Resolver) -> str:
    """Who is to solve an issue."""
    return RESOLVERS[resolver]


def person_words(person: Person) -> str:
    """A person with his post."""
    return f"{esc(person.name)}（{esc(person.title)}）" if person.title else esc(person.name)


def further(left: int, unit: str) -> str:
    """How many items the next pages hold; "" when this is the last."""
    return f"……另有 {left} {unit}，按“{NEXT}”" if left else ""


def more_items(count: int) -> str:
    """How many items a text had no room for."""
    return f"……另有 {count} 项未列出"


def more_lines(count: int) -> str:
    """How many lines a text had no room for."""
    return f"……另有 {count} 条未列出"


def example(county: str) -> str:
    """A sentence to type, with a county of one's own."""
    return f"今天上午到{esc(county)}实地调研，座谈12人，发现活动阵地不足"


def county_place(county: County) -> str:
    """A county with its prefecture, as plain text for a button."""
    return f"{county.name}（{county.prefecture}）" if county.prefecture else county.name
