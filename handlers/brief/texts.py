"""What a brief says. User text is escaped; all results are HTML."""

from collections.abc import Sequence
from datetime import date

from campaign.issues import Dossier, overdue_days
from campaign.records import Practice
from campaign.vocabulary import IssueStep
from handlers.brief.actions import Brief
from handlers.duties.texts import undone
from handlers.overview.texts import county_state, recent_contact
from handlers.screen import fit
from handlers.texts import bold, chosen_mark, esc, more_lines, short, short_day

WHICH = "请写县名，例如：<code>/brief 修水县</code>"
ASK = "到了以后不妨问一问：上面的问题办得怎样，还有什么困难。回来发一句话即可登记。"
NOT_YET = "还没有登记过联系。"


def brief(told: Brief, above: str = "") -> str:
    """One screen: how the county stands, what was said last, what is promised, what others do well.

    above: a line before all.
    """
    view, today = told.one.view, told.one.today
    lines = county_state(told.one)
    lines += [f"· {recent_contact(contact, told.one)}" for contact in view.contacts[:3]] or [NOT_YET]
    lines += _part(f"未解决的问题（{len(view.issues)} 个）", [_open(one, today) for one in told.open])
    lines += undone(view.duties, today)
    lines += _part("近三个月解决的", [_solved(one) for one in told.solved])
    lines += _part("该县的经验", [f"· {chosen_mark(one)}{short(one.text, 80)}" for one in told.own])
    lines += _part("别县的经验，可以带去", [_practice(practice) for practice in told.others])
    head = f"<b>去{esc(told.one.county.name)}之前</b>"
    return fit(f"{above}\n{head}" if above else head, lines, ASK, more_lines)


def button(county: str) -> str:
    """The button below a plan."""
    return f"去{county}之前看一眼"


def _part(head: str, lines: Sequence[str]) -> list[str]:
    return [f"<b>{head}</b>", *lines] if lines else []


def _open(dossier: Dossier, today: date) -> str:
    issue = dossier.issue
    late = overdue_days(issue, today)
    due = f"，期限{short_day(issue.due, today)}" if issue.due else ""
    terms = f"（已超期 {late} 天）" if late else f"（{due.removeprefix('，')}）" if due else ""
    return f"· 第 {issue.number} 号：{short(issue.text, 100)}{terms}{_word(dossier, IssueStep.PROGRESS)}"


def _solved(dossier: Dossier) -> str:
    issue = dossier.issue
    return f"· 第 {issue.number} 号：{short(issue.text, 60)}{_word(dossier, IssueStep.CLOSE)}"


def _word(dossier: Dossier, step: IssueStep) -> str:
    """The last word of a kind on an issue."""
    notes = [event.note for event in dossier.events if event.step is step and event.note]
    return f"；{'进展' if step is IssueStep.PROGRESS else '结果'}：{short(notes[-1], 60)}" if notes else ""


def _practice(practice: Practice) -> str:
    return f"· {bold(practice.county_name)}：{chosen_mark(practice)}{short(practice.text, 80)}"
