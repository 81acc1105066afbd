"""The names of roles and of what they may do, and what is said when roles are given."""

import re
from datetime import date

from campaign.people import County
from campaign.permissions import Action, Reach
from campaign.roles import Grant
from campaign.vocabulary import Role
from digests.rules.texts import ROLES
from handlers.texts import bold, esc, short, short_day

ACTIONS = {
    Action.HELP: "绑定账号、看使用说明、选界面语言、退出正在填的表",
    Action.READ_FIGURES: "看总体进展、某县进展、未登记联系的县，发文字查询",
    Action.READ_MINE: "看自己联系的县、自己的登记和提醒",
    Action.READ_RECORDS: "看各县的联系、问题、经验和照片",
    Action.WRITE: "发照片和文件，填卡片",
    Action.LOG: "登记联系",
    Action.CORRECT: "更正、撤销、撤回登记",
    Action.RAISE: "提出问题",
    Action.FOLLOW: "记问题进展、销号、重开、改类别",
    Action.LOG_DUTY: "登记、撤回常设事项",
    Action.NOTE_TASK: "记任务的进展",
    Action.CHOOSE: "选用经验，取消选用",
    Action.EXPORT: "导出联系台账",
    Action.OWN_COUNTY: "看本县的登记，确认或提异议，提出本县的问题",
    Action.AUDIT: "看操作记录",
    Action.ADMINISTER: "管理名单、角色、邀请、群、安排表和调度",
}
REACHES = {Reach.OWN: "自己的", Reach.PAIRED: "对口县", Reach.ALL: "✓"}
COUNTY_REACH = "本县"
NOT_AT_ALL = "–"
MATRIX_HEAD = """# 谁能做什么

<!-- 由 scripts/write_permissions.py 写成，请勿手改 -->

“自己的”：只限本人登记的；“对口县”：只限本人对口联系的县和本人提出的问题；“本县”：县级工会只限自己。
一个人可以有几个角色，以权限大的为准；角色到期当天过后，马上不能再用，旧卡片上的按钮也一样。
"""
MATRIX_FIRST = "事项"
NEEDS_HEAD = """
## 每个命令、按钮、问话和文件要什么权限

没有列在这里的，一律不能用。
"""
NEEDS_FIRST = ("事项", "命令", "按钮", "问话", "文件和消息")

SPOKEN_ROLES = {
    Role.ADMIN: ("管理员", "综合组"),
    Role.PROMOTION: ("推进组",),
    Role.PUBLICITY: ("宣传组",),
    Role.SUPERVISION: ("监督组", "督查组"),
    Role.DEPARTMENT: ("部门",),
    Role.OBSERVER: ("观察员",),
    Role.COUNTY: (),
}
DAY = re.compile(r"(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})")
FOR_GOOD = re.compile("长期|不限|一直")
FROM = re.compile("起|从|自|开始")
BUTTON = "角色"
NEWCOMER = "增加人员"
DAYS = "改期限"
END = "收回"
BACK = "返回"
CONFIRM = "确认"
CANCEL = "不改了"
GIVEN = "已生效"
ENDED = "已收回，马上生效"
NOBODY_NOW = "已没有任何角色，不能再用机器人。"
ASK_DAYS = (
    "“{name}”的{role}从哪天到哪天？例如：<code>3月1日至6月30日</code>；只写一个日子就是到那天为止；"
    "不设期限写“长期”。不改了发 /cancel。"
)
ASK_COUNTY = "“{name}”代表哪个县级工会？请写县名。不改了发 /cancel。"
ASK_NEWCOMER = (
    "请写姓名和角色，中间空一格；县级工会的同志写姓名和县名。可以再写期限。例如：\n"
    "<code>演示督查员 监督组</code>\n<code>演示县工会主席 修水县</code>\n"
    "角色有：推进组、宣传组、监督组、综合组（管理员）、部门、观察员。不加了发 /cancel。"
)
NO_DAYS = "没看懂期限。请写成“3月1日至6月30日”“到6月30日”或“长期”，再发一次；不改了发 /cancel。"
NO_COUNTY = "没有叫“{word}”的县，请再发一次；不改了发 /cancel。"
SEVERAL = "“{word}”可能是：{counties}。请写全县名，再发一次；不改了发 /cancel。"
FAULTS = {
    "words": "要写姓名和角色（或县名），中间空一格，请再发一次；不加了发 /cancel。",
    "name": "这不像姓名。姓名里不写标点和数字，请再发一次；不加了发 /cancel。",
    "role": "没看懂角色或县名，请再发一次；不加了发 /cancel。",
    "days": NO_DAYS,
    "known": "名单里已有这个人。请在 /people 里打开，按“角色”。",
}
OVER = "这一步已过时，没有改。请在 /people 里重新点一次。"


def roles(
    name: str, by_roster: tuple[Role, ...], given: tuple[Grant, ...], names: dict[int, str], today: date
) -> str:
    """Somebody's roles with their days."""
    lines = [f"{bold(name)}的角色"]
    lines += [f"{ROLES[role]}（随对口联系安排表）" for role in by_roster]
    lines += [f"{grant_words(grant, names)}，{days(grant, today)}" for grant in given]
    return "\n".join(lines if len(lines) > 1 else [*lines, NOBODY_NOW])


def grant_words(grant: Grant, names: dict[int, str]) -> str:
    """A role, with its county if it has one."""
    county = names.get(grant.county_id or 0)
    return f"{ROLES[grant.role]}（{esc(county)}）" if county else ROLES[grant.role]


def days(grant: Grant, today: date) -> str:
    """From when to when a role holds."""
    if grant.last and grant.first and grant.first > today:
        return f"{short_day(grant.first, today)}至{short_day(grant.last, today)}"
    if grant.last:
        return f"到{short_day(grant.last, today)}为止"
    later = grant.first and grant.first > today
    return f"{short_day(grant.first, today)}起" if grant.first and later else "长期"


def asking(role: Role, name: str, *, county: bool) -> str:
    """Ask for the days of a role, or for its county."""
    return (ASK_COUNTY if county else ASK_DAYS).format(name=esc(name), role=ROLES[role])


def asking_end(name: str, role: Role) -> str:
    """Ask whether to take a role back."""
    return f"收回“{esc(name)}”的{ROLES[role]}？马上生效，旧卡片上的按钮也不能再用；登记过的内容都在。"


def no_county(word: str, found: tuple[County, ...]) -> str:
    """A word that names no county, or several."""
    if not found:
        return NO_COUNTY.format(word=short(word, 40))
    names = "、".join(esc(f"{county.prefecture}{county.name}") for county in found[:8])
    return SEVERAL.format(word=short(word, 40), counties=names)


def newcomer(name: str, grant: Grant, county: str, today: date) -> str:
    """Somebody before he is taken up."""
    held = grant_words(grant, {grant.county_id: county} if grant.county_id else {})
    return f"增加“{esc(name)}”：{held}，{days(grant, today)}。"


def label(role: Role) -> str:
    """A button that gives a role."""
    return f"＋{ROLES[role]}"


def held_label(word: str, role: Role) -> str:
    """A button that changes a role that somebody has."""
    return f"{word}：{ROLES[role]}"
