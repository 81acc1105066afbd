"""The rows behind figures, as they are read."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from campaign.actions.standings import Standing
from campaign.actions.why import CountyWhy, RuleRows
from campaign.pauses import Pause
from campaign.why import Behind, Judged, Verdict, counted
from digests.texts import PROGRESS, span
from handlers.screen import fit
from handlers.texts import DOT, channel_words, esc, more_lines, short_day
from handlers.why.texts import done_words, progress_words

VERDICTS: Mapping[Verdict, str] = {
    Verdict.COUNTS: "计 1 次",
    Verdict.SAME_DAY: "同一天，不另计",
    Verdict.CHANNEL: "这种方式不计",
    Verdict.LEADER_AWAY: "没有写领导到场，不计",
    Verdict.UNCREDITED: "不归哪位联系领导，不计",
}
NOTHING = "· 没有登记的联系"
FOOT = "记录全文：/county 县名"


def county(why: CountyWhy) -> str:
    """One county: each rule with the contacts of its window and what each counts for; its pauses."""
    today = why.every.course.today
    names = {pair.liaison_id: pair.liaison for pair in why.every.pairs}
    lines = [line for rule in why.rules for line in _rule(rule, names, today)]
    lines += [_pause(pause, today) for pause in why.pauses]
    return fit(f"<b>{esc(why.county.name)}：数字从何而来</b>", lines, FOOT, more_lines)


def progress(every: Standing) -> str:
    """Every county by the first rule; each other rule in sum."""
    first, *others = every.rules
    stands = every.of_counties()
    words = Counter(stand.progress for stand in stands.values())
    summed = "，".join(f"{word} {words[kind]} 个" for kind, word in PROGRESS.items() if words[kind])
    lines = [
        f"· {esc(row.name)}：{done_words(stand)}（{progress_words(stand)}）"
        for row in every.counties
        if (stand := stands.get(row.county_id))
    ]
    for rule in others:
        met = sum(stand.met for stand in rule.stands.values())
        lines.append(f"{esc(rule.term.rule.name)}：完成 {met} 个，共 {len(rule.stands)} 个")
    head = f"<b>{esc(first.term.rule.name)}</b>（{summed or '没有县'}）"
    return fit(head, lines, "一个县的明细：/why 县名", more_lines)


def _rule(rule: RuleRows, names: Mapping[int, str], today: date) -> Iterator[str]:
    term, stands = rule.standing.term, rule.standing.stands
    yield f"<b>{esc(term.rule.name)}</b>（{span(term.days.first, term.days.last)}）"
    for unit, stand in stands.items():
        name = names.get(unit.liaison_id)
        who = f"{esc(name)}：" if name else ""
        yield f"{who}{done_words(stand)}（{progress_words(stand)}）"
        over = stand.done - counted(rule.rows, unit.liaison_id) if unit.county_id else 0
        if over > 0:
            yield f"其中上期结转 {over} 次"
    yield from (_judged(row, today) for row in rule.rows)
    if not rule.rows:
        yield NOTHING


def _judged(row: Judged, today: date) -> str:
    whose = f"归{esc(row.contact.liaison)}" if row.contact.liaison else ""
    parts = ["· " + _contact(row.contact, today, county=False), whose, VERDICTS[row.verdict]]
    return DOT.join(part for part in parts if part)


def _contact(row: Behind, today: date, *, county: bool = True) -> str:
    parts = [
        f"第 {row.number} 号",
        esc(row.county) if county else "",
        short_day(row.day, today),
        channel_words(row.channel),
        esc(row.author),
    ]
    return DOT.join(part for part in parts if part)


def _pause(pause: Pause, today: date) -> str:
    until = "至另行通知" if pause.open else f"至{short_day(pause.days.last, today)}"
    return f"暂停：{short_day(pause.days.first, today)}{until}，{esc(pause.reason)}"
