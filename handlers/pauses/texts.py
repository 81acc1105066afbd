"""Pauses in plain words. User text is escaped; all results are HTML."""

from campaign.pauses import Pause
from handlers.overview.actions import SomeCounties
from handlers.pauses.actions import Paused, Resumed, Unsaid
from handlers.screen import fit
from handlers.texts import bold, esc, short, short_day

HEAD = "暂停的县"
PAUSE = "暂停"
RESUME = "恢复"
NONE = "现在没有暂停的县。"
HOW = "暂停：/pause 县名 原因；恢复：/resume 县名。暂停的县不提要求，也不提醒，登记照常。"


def paused(found: Paused) -> str:
    """All pauses of the day, and how one begins and ends."""
    if not found.pauses:
        return f"{NONE}\n{HOW}"
    return fit(bold(HEAD), [f"· {_pause(pause, found)}" for pause in found.pauses], HOW, _more)


def begun(found: Paused | Unsaid | SomeCounties) -> str:
    """What became of a wish to pause."""
    if isinstance(found, SomeCounties):
        return unclear(found)
    if isinstance(found, Unsaid):
        return f"{esc(found.county.name)}为什么暂停？请写一句原因，例如：防汛。不暂停发 /cancel。"
    pause = found.pauses[0]
    return f"{_pause(pause, found)}。\n暂停期间不提要求，也不提醒，登记照常。"


def resumed(found: Resumed | SomeCounties) -> str:
    """What became of a wish to go on."""
    if isinstance(found, SomeCounties):
        return unclear(found)
    name = esc(found.county.name)
    return f"{name}已恢复，从今天起照常要求。" if found.paused else f"{name}没有暂停，没有改动。"


def unclear(found: SomeCounties) -> str:
    """A word that names no county, or several."""
    names = "、".join(esc(f"{county.prefecture}{county.name}") for county in found.counties)
    meant = f"可能是：{names}，请写全。" if names else "请写县名。"
    return f"没有找到“{short(found.word, 40)}”。{meant}"


def _pause(pause: Pause, found: Paused) -> str:
    until = "" if pause.open else f"至{short_day(pause.days.last, found.today)}"
    since = short_day(pause.days.first, found.today)
    return f"{esc(pause.county_name)}：{since}起{until}暂停，{esc(pause.reason)}"


def _more(count: int) -> str:
    return f"……另有 {count} 个未列出"
