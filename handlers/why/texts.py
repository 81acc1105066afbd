"""Words of progress."""

from collections.abc import Iterator, Mapping

from campaign.actions.standings import RuleStanding, Standing
from campaign.forecast import Forecast
from campaign.pairs import Unit
from campaign.progress import Progress, Stand
from campaign.quota_rules import QuotaScope
from digests.texts import OPEN_FIGURES, PROGRESS
from handlers.callbacks import Figure
from handlers.texts import esc

PAUSED = PROGRESS[Progress.PAUSED]
FIGURES: Mapping[Figure, str] = {Figure.NUMBERS: OPEN_FIGURES, Figure.PROGRESS: "各县进度"}
WHY = "数字从何而来"
WHICH = (
    "想看哪个数字？点按钮，或写县名，例如：<code>/why 修水县</code>\n"
    "未登记的县：/uncovered；问题：/issues；经验：/practices"
)
MOST_NAMED = 12
TOO_LATE = "余下的工作日已不够"


def progress_lines(every: Standing) -> list[str]:
    """One county: how far it is with the first rule, and a line of each other rule, of each of its pairs."""
    names = {pair.liaison_id: pair.liaison for pair in every.pairs}
    return [line for place, rule in enumerate(every.rules) for line in _lines(rule, names, first=not place)]


def urgent(stand: Stand | None) -> list[str]:
    """What must not be overlooked of somebody's progress; nothing when all is well."""
    if stand is None or stand.progress in {Progress.DONE, Progress.ON_TRACK, Progress.NEW, Progress.NEVER}:
        return []
    return [PROGRESS[stand.progress] + ("" if stand.reachable else f"，{TOO_LATE}")]


def progress_words(stand: Stand) -> str:
    """How far somebody is: a word, what is still needed, whether there is time for it."""
    parts = [PROGRESS[stand.progress]]
    if stand.needed and stand.progress is not Progress.PAUSED:
        parts += [f"还需 {stand.needed} 次"]
        parts += [] if stand.reachable else [TOO_LATE]
    return "，".join(parts)


def forecast_line(told: Forecast | None) -> str:
    """What will be missing at the end, and where; empty when nothing is foretold."""
    if told is None:
        return ""
    if not told.missing:
        return "按现在进度，期末各县都能完成"
    names = "、".join(esc(county.counts.name) for county in told.counties[:MOST_NAMED])
    more = "等" if len(told.counties) > MOST_NAMED else ""
    return f"按现在进度期末差 {told.missing} 次，涉及 {len(told.counties)} 个县：{names}{more}"


def done_words(stand: Stand) -> str:
    """What is done and what is asked for."""
    return f"已 {stand.done} 次，应 {stand.required} 次，余 {stand.days_left} 天"


def _lines(rule: RuleStanding, names: Mapping[int, str], *, first: bool) -> Iterator[str]:
    for unit, stand in rule.stands.items():
        if first and rule.term.rule.scope is QuotaScope.COUNTY:
            yield f"进度：{progress_words(stand)}"
        else:
            yield f"{_head(rule, unit, names)}：{done_words(stand)}（{progress_words(stand)}）"


def _head(rule: RuleStanding, unit: Unit, names: Mapping[int, str]) -> str:
    name = names.get(unit.liaison_id)
    return esc(rule.term.rule.name) + (f"（{esc(name)}）" if name else "")
