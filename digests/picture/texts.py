"""The words that only pictures hold. Plain text: the brush makes it drawable."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from campaign.divisions import county_stem
from digests.facts import DigestFacts, TrendPoint
from digests.picture.figures import Share
from digests.picture.marks import Mark
from digests.texts import (
    DEMO,
    LIVE,
    PICTURE_TITLE,
    PROGRESS,
    number_meaning,
    picture_subtitle,
    quota_window,
    tile_number,
)

__all__ = ["DEMO", "LIVE", "PICTURE_TITLE", "picture_subtitle", "tile_number"]

TREND = "各期已登记联系县数"
TREND_SHARE = "各期已登记联系县占比"
MAP_TITLE = "县级工会联系情况示意图"
WANTING = "逾期、未登记、落后，图上写不下名称的"
SMALL = "图上写不下名称的"
REST = "其余在图上写不下名称的"
ABSENT = "未画在图上的"
OTHERS_SHOWN = "不在范围内"
MAP_MEANING = "县界仅作示意，不作划界依据，仅供内部工作使用。"
UNCOVERED = "本期未登记联系"
COVERED = "本期已登记联系的县级工会"
OTHERS = "其他"
SHORT = timedelta(days=20)
MEANING = "“未登记”指系统中没有登记，不等于没有联系。"
LETTERS = {
    Mark.DONE: "完",
    Mark.ON_TRACK: "按",
    Mark.LOGGED: "联",
    Mark.NEW: "新",
    Mark.PAUSED: "停",
    Mark.BEHIND: "落",
    Mark.NEVER: "未",
    Mark.OVERDUE: "逾",
}
# Peoples whose names stand in those of autonomous places; the longer ones also without the last character.
PEOPLES = (
    "各族|藏族|羌族|彝族|回族|苗族|侗族|瑶族|满族|白族|傣族|佤族|黎族|水族|壮族|畲族|土族|土家族|布依族|拉祜族|布朗族|"
    "仡佬族|仫佬族|毛南族|哈尼族|傈僳族|景颇族|纳西族|普米族|独龙族|怒族|朝鲜族|东乡族|保安族|撒拉族|裕固族|"
    "达斡尔族?|蒙古族?|哈萨克族?|柯尔克孜族?|塔吉克族?|锡伯族?|鄂温克族?|鄂伦春族?"
)
AUTONOMOUS = re.compile(f"(.+?)(?:{PEOPLES})+自治([县州旗])")
BANNER = "旗"
WORDS = {Mark.LOGGED: "有联系"} | {Mark[progress.name]: word for progress, word in PROGRESS.items()}


def short_name(name: str) -> str:
    """The name of an autonomous place as it is called every day: without its peoples; others as they are."""
    return AUTONOMOUS.sub(r"\1\2", name) if AUTONOMOUS.fullmatch(name) else name


def county_short(name: str) -> str:
    """The name of a county without its kind, or as it is called every day; banners are called by theirs."""
    short = short_name(name)
    return short if short != name or name.endswith(BANNER) else county_stem(name)


def page_title(place: str, number: int, total: int, *, mapped: bool = False) -> str:
    """The head of one page; `place` is empty where the page is of the whole campaign."""
    return f"{place}{MAP_TITLE if mapped else PICTURE_TITLE}" + (f"（{number}/{total}）" if total > 1 else "")


def counted(words: str, count: int) -> str:
    """A word of the legend, and for how many counties it holds."""
    return f"{words} {count}"


def lettered(mark: Mark, count: int) -> str:
    """A letter, and for how many counties it stands."""
    return f"{LETTERS[mark]}{count}"


def listed(mark: Mark, names: Iterable[str]) -> Iterator[str]:
    """The parts of a list of counties of one mark; a line may end behind each."""
    words = [*names]
    yield f"{WORDS[mark]} {len(words)}："
    yield from (f"{name}、" for name in words[:-1])
    yield f"{words[-1]}。"


def percent(share: Share) -> str:
    """A share in whole percent; all is said only when it is all, and none only when it is none."""
    whole = round(100 * share.fraction)
    return f"{min(max(whole, 1 if share.part else 0), 100 if share.part >= share.whole else 99)}%"


def share_of(share: Share) -> str:
    """So many of so many."""
    return f"{share.part}/{share.whole}"


def quota_title(facts: DigestFacts) -> str:
    """What the bar is about where contacts are asked for."""
    return f"{facts.quota.name}（{quota_window(facts.quota)}）"


def times(share: Share) -> str:
    """Contacts of those owed."""
    return f"{share_of(share)} 次"


def counties(share: Share) -> str:
    """Counties of all."""
    return f"{share_of(share)} 个"


def elapsed(share: Share) -> str:
    """How much of the window is gone."""
    return f"时间已过 {percent(share)}"


def ends(point: TrendPoint) -> str:
    """A window by the month it ends in; one of some days by its last day."""
    short = point.last - point.first < SHORT
    return f"{point.last.day}日" if short else f"{point.last.month}月"


def size(count: int) -> str:
    """How many counties a place has."""
    return f"{count} 个"


def footer(facts: DigestFacts, *, mapped: bool = False) -> Iterator[str]:
    """What the numbers mean, and what is not meant."""
    yield number_meaning(facts.quota)
    yield MEANING
    if mapped:
        yield MAP_MEANING
