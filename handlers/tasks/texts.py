"""What is said of tasks. User text is escaped; all results are HTML."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from campaign.actions.tasks import TaskStanding
from campaign.task_notes import TaskNote
from digests.ledger.texts import TASK_STATES as STATES
from handlers.screen import fit
from handlers.tasks.actions import TaskCard, TaskPage
from handlers.texts import COMMA, bold, esc, further, more_lines, short, short_day

OWN = "我的部门牵头"
BACK = "返回清单"
TAKE = {False: "记为推进中", True: "记为已完成"}
TAKEN = {False: "已记为推进中", True: "已记为已完成"}
LEAVE = "不记"
LEFT = "好的，没有记录。"
NONE = "这项工作没有任务台账。"
HOW = "写进展：发一句“任务{number}：已印发方案”，或者直接回复这条消息。"
HEAD = re.compile(r"任务(\d{1,3})：")
DONE = re.compile(r"已(?:经)?(?:全部)?(?:完成|办结|落实)|完成了|全部完成|办结")
NOT_DONE = re.compile(r"[未没不](?:有|能)?(?:全部|完全)?(?:完成|办结|落实)|部分|初步|阶段性|尚|第.{1,2}阶段")


def says_done(text: str) -> bool:
    """Tell whether words say that a task is done."""
    return bool(DONE.search(text)) and not NOT_DONE.search(text)


def number_on(text: str) -> int | None:
    """Return the number of the task that a message of the bot shows."""
    found = HEAD.match(text)
    return int(found[1]) if found else None


def task_list(page: TaskPage) -> str:
    """A page of the tasks, by department."""
    if not page.total:
        return NONE
    lines, days = [], iter(page.days)
    for head, some in groupby(page.tasks, key=lambda one: OWN if one.own else one.task.lead[0]):
        lines += [bold(head), *(f"· {_line(one, next(days), page.today)}" for one in some)]
    head = f"<b>任务台账</b>（共 {page.total} 项：{_sums(page.every)}）"
    return fit(head, lines, further(page.left, "项") or "按序号打开。", more_lines)


def task_card(card: TaskCard) -> str:
    """One task with its history."""
    task = card.standing.task
    lines = [f"牵头：{_names(task.lead)}"]
    lines += [f"配合：{_names(task.helpers)}"] if task.helpers else []
    lines += [f"属于：{esc(task.section)}"] if task.section else []
    lines += ["经过："] if card.history else []
    lines += [
        f"· {_said(note, short_day(day, card.today))}"
        for note, day in zip(card.history, card.days, strict=True)
    ]
    head = f"任务{task.number}：{bold(task.name)}（{STATES[card.standing.state]}）"
    return fit(head, lines, HOW.format(number=task.number), more_lines)


def offer(card: TaskCard) -> str:
    """Ask whether words are to be kept with a task."""
    return f"这句话记到任务 {card.standing.task.number}“{short(card.standing.task.name, 60)}”吗？"


def _said(note: TaskNote, day: str) -> str:
    return f"{day} {esc(note.author_name)} {STATES[note.state]}：{short(note.words, 200)}"


def _line(one: TaskStanding, day: date | None, today: date) -> str:
    shown = one.task.lead if one.own else one.task.lead[1:]
    others = f"（{'' if one.own else '还有'}{_names(shown)}）" if shown else ""
    state = STATES[one.state]
    word = f"，{short_day(day, today)} {short(one.last.words, 60)}" if one.last and day else ""
    return f"任务 {one.task.number} {esc(one.task.name)}{others}：{state}{word}"


def _sums(every: Iterable[TaskStanding]) -> str:
    states = [one.state for one in every]
    return COMMA.join(f"{words} {states.count(state)}" for state, words in STATES.items())


def _names(names: Iterable[str]) -> str:
    return "、".join(esc(name) for name in names)
