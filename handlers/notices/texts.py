"""What notices say."""

from collections.abc import Sequence
from datetime import date

from digests.texts import full_day
from handlers.texts import short

APPROVE = "批准"
REFUSE = "拒绝"
ACCOUNT_UNBOUND = "管理员已解除这个账号的绑定，登记过的内容都在。如有疑问，请与专班联系。"


def group_waiting(title: str) -> str:
    """A group that added the bot waits for approval."""
    return f"机器人被拉进群“{short(title, 200)}”。批准后，调度按时发到这个群；未批准的群收不到任何内容。"


def group_left(title: str) -> str:
    """An approved group removed the bot."""
    return f"机器人被移出群“{short(title, 200)}”，群里不再收到调度。重新拉进群后，需要再批准一次。"


def group_moved(title: str) -> str:
    """An approved group became a supergroup."""
    return f"群“{short(title, 200)}”已由 Telegram 自动升级，调度照常发到群里，不必再批准。"


def topic_gone(title: str) -> str:
    """The topic of a group in which digests were posted takes none any more."""
    return (
        f"群“{short(title, 200)}”里发调度的话题已关闭或删除，调度改发在群的总话题里。"
        "要换话题，请在那个话题里发 /topic。"
    )


def county_objects(county: str, number: str, day: str, words: str) -> str:
    """A county says that a contact was not as it is logged."""
    said = f"：{short(words, 500)}" if words else "，没有说明。"
    return (
        f"{short(county, 40)}对第 {number} 号联系（{full_day(date.fromisoformat(day))}）提出异议{said}\n"
        "请核对；需要更正的，由录入的人或管理员用 /county 县名 打开更正。"
    )


def county_raised(county: str, number: str, text: str) -> str:
    """A county raised an issue."""
    where = f"发送 /issue {number} 查看、记进展或销号。"
    return f"{short(county, 40)}提出问题第 {number} 号：{short(text, 500)}\n{where}"


def pairings_changed(counties: Sequence[str]) -> str:
    """Somebody looks after other counties now, or after none."""
    if not counties:
        return "对口联系有调整，您不再负责对口联系。登记过的内容都在，感谢您的工作。"
    return f"对口联系有调整，您现在对口联系：{short('、'.join(counties), 500)}。发送 /my 查看进展。"


def stands_in(absent: str, days: tuple[date, date], counties: Sequence[str]) -> str:
    """Somebody looks after another's counties for some days."""
    return (
        f"{full_day(days[0])}至{full_day(days[1])}，请您代{short(absent, 40)}联系：{_listed(counties)}。"
        f"期间您登记的联系记在{short(absent, 40)}的对口联系名下。发送 /my 查看进展。"
    )


def stood_in_for(name: str, days: tuple[date, date], counties: Sequence[str]) -> str:
    """Somebody's counties are looked after by another for some days."""
    return f"{full_day(days[0])}至{full_day(days[1])}，由{short(name, 40)}代您联系：{_listed(counties)}。"


def _listed(counties: Sequence[str]) -> str:
    return short("、".join(counties), 500)
