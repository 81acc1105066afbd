"""What commands say: results, and what went wrong."""

from datetime import datetime
from difflib import get_close_matches

from bot.mending.texts import LINE, MAYBE
from campaign.definition import Definition
from campaign.plan import Plan
from campaign.roster import Roster, RosterFault
from campaign.roster_changes import RosterChanges
from campaign.standing import CampaignStanding, CountyStanding
from digests.rules.texts import quota
from digests.texts import KINDS, STATES, full_day

ROSTER_DOUBTS = {
    "county_alone": "“{value}”没有人联系",
    "county_overlap": "规定不重叠，但“{near}”也联系：{value}",
    "liaison_over": "“{value}”联系 {near} 个县，比规定的多",
    "liaison_under": "“{value}”联系 {near} 个县，比规定的少",
    "county_shared": "“{value}”有几位联系领导",
    "county_unknown": "区划表里没有“{value}”",
    "county_elsewhere": "“{value}”不在这个市，在{near}",
    "county_ambiguous": "叫“{value}”的不止一个（{near}），请补上市",
}
MOST_DOUBTS = 20
MOST_NAMES = 30
SETTING_RULES = {
    "LIAISON_BOT_TOKEN": "不是令牌，应是 BotFather 给的那一串，如 123456:ABC…",
    "LIAISON_API_URL": "应是 Bot API 服务器的地址，以 http:// 或 https:// 开头；写端口的话应是数字，如 http://127.0.0.1:8081",
    "LIAISON_PROXY": "应是代理的地址，以 http://、https://、socks5:// 或 socks5h:// 开头，端口是数字，如 socks5://127.0.0.1:1080",
    "LIAISON_WEBHOOK_URL": "应是 Telegram 来敲的地址，如 https://bot.example.cn/telegram",
    "LIAISON_WEBHOOK_SECRET": "应是 16 到 256 个字母、数字、下划线或连字符",
    "LIAISON_LISTEN": "应是主机和端口，如 127.0.0.1:8080",
    "LIAISON_METRICS": "只能是 true 或 false",
    "LIAISON_HEARTBEAT": "应是文件的路径",
    "LIAISON_DATABASE_URL": (
        "应是 sqlite:///文件（如 sqlite:///var/liaison.sqlite3），或 postgresql://用户:密码@主机:端口/库（端口是数字）"
    ),
    "LIAISON_CAMPAIGN": "应是专项工作的编号，只有小写字母、数字和连字符",
    "LIAISON_NOW": "应是 2000 年到 2099 年间的一个时刻，如 2023-02-20T08:30",
    "LIAISON_LOG_FORMAT": "只能是 text 或 json",
    "LIAISON_LOG_LEVEL": "只能是 DEBUG、INFO、WARNING 或 ERROR",
}
SETTING_REASONS = {
    "is set twice": "设了两次（另一次在 {}_FILE 里），请只留一个",
    "names a file": "指的文件读不了，请检查路径和权限",
    "is needed": "没有设。用 LIAISON_WEBHOOK_URL 时必须设它，好认出真正的 Telegram",
    "newer version": "指的数据库已被更新的一版程序改过，这一版不认得。请换回那一版程序，或改指另一个数据库",
    "not loaded": "指的专项工作还没有载入，请先运行：liaison campaign load",
}
WITHOUT_BOT = """没有令牌，不能正式运行。
  正式运行：在 Telegram 里找 @BotFather 新建机器人，把它给的令牌设为 LIAISON_BOT_TOKEN，再运行 liaison run
  先看一看：liaison rehearse（不需要令牌）"""


def setting(variable: str, reason: str) -> str:
    """Say which setting is wrong, and why."""
    if variable == "LIAISON_BOT_TOKEN" and "not set" in reason:
        return WITHOUT_BOT
    known = next((words for part, words in SETTING_REASONS.items() if part in reason), None)
    return f"{variable} {(known or SETTING_RULES.get(variable, reason)).format(variable)}。"


SEVERAL_CAMPAIGNS = "载入了几个专项工作（{}），请用 --campaign 或 LIAISON_CAMPAIGN 说明是哪一个。"
NOT_UPGRADED = "数据库与这一版程序不相符。请先备份（liaison db backup 文件），再运行：liaison db upgrade"
NO_CAMPAIGN = "还没有载入专项工作。请先运行：liaison campaign load 规则文件（或附带的编号，如 jiujiang-2022）"
ALREADY_BOUND = "这个人或这个账号已经绑定过了。"
STORE_FULL = "磁盘满了，没有写入任何东西。请腾出空间再试。"
STORE_BUSY = "数据库正忙，没有写入任何东西。请稍后再试。"
STORE_FAULT = "数据库出错，没有写入任何东西。请运行 liaison doctor 查看。"
DATABASE_UNREACHABLE = "连不上数据库，或不是我们的数据库。请检查 LIAISON_DATABASE_URL。"
OS_ERROR = "读写文件时出错：{}。"
NAMED_ERRORS = {
    "OtherCampaignError": "{0}",
    "TokenRefused": "Telegram 不认这个令牌。请检查 LIAISON_BOT_TOKEN；若曾在 BotFather 那里换过，请用新的。",
    "AlreadyRunning": (
        "另一个 liaison run 正在用这个数据库。SQLite 数据库只能有一个在运行，请先停掉那一个；"
        "要几台机器互为备份，请把 LIAISON_DATABASE_URL 改为 PostgreSQL。"
    ),
    "Replaced": "与数据库的连接断过，另一台已经接替，这一台停止。重新启动后，它会待命。",
    "CannotListen": "不能监听 {0}：端口被占用，或不是本机的地址。请改 LIAISON_LISTEN。",
    "WebhookRefused": "Telegram 不接受 LIAISON_WEBHOOK_URL。它应是公网上的 https:// 地址，端口 443 或 8443。",
    "PortTakenError": "端口 {0.port} 已被别的程序占用。请关掉那个程序，或用 --port 换一个。",
    "StateInUseError": "这份排练正在另一个窗口里运行。请先停掉它，或用 --state 换一个文件夹。",
}
UNEXPECTED = "程序出了意外（{kind}）。设 LIAISON_LOG_LEVEL=DEBUG 再运行一次，可以看到细节。"
UNKNOWN_CAMPAIGN = "没有载入编号是“{wanted}”的专项工作{where}{near}。已载入的有：{known}。"
BY_SETTING = "（LIAISON_CAMPAIGN 设的）"
KINDS_OF_THINGS = {"person": "人或部门", "campaign": "专项工作", "county": "县"}
BACKUP_FAULTS = {
    "file_exists": "{} 已经存在，不会覆盖。请换一个文件名。",
    "no_database": "还没有数据库（{}），没有可以备份的。",
    "no_file": "没有这个文件：{}。",
    "not_empty": "数据库 {} 里已经有内容，不会覆盖。请先把它移走，或改 LIAISON_DATABASE_URL。",
    "no_backup": "{} 不是备份，或已损坏。",
    "no_tool": "没有找到 PostgreSQL 的 {}。请安装 PostgreSQL 客户端，或在数据库服务器上运行它。",
    "tool_failed": "PostgreSQL 的工具没有做成：{}。",
}


def unknown_campaign(wanted: str, ids: list[str], *, by_setting: bool) -> str:
    """Say that a campaign is not loaded, which are, and which one may be meant."""
    near = next(iter(get_close_matches(wanted.lower(), ids, n=1)), "")
    return UNKNOWN_CAMPAIGN.format(
        wanted=wanted,
        where=BY_SETTING if by_setting else "",
        near=MAYBE.format(near) if near else "",
        known="、".join(ids),
    )


def not_found(what: str, key: str) -> str:
    """Say that something does not exist, and where to look."""
    kind = KINDS_OF_THINGS.get(what, what)
    where = "已载入的专项工作里" if what == "campaign" else "对口联系安排表里"
    return f"{where}没有这个{kind}：“{key}”。"


ADMIN = "管理员"
UPGRADED = "数据库已是这一版程序的样子。"
UP_TO_DATE = "数据库完好，与这一版程序相符。"
NOT_UP_TO_DATE = "数据库与这一版程序不相符。请先备份，再运行：liaison db upgrade"
DAMAGED = "数据库文件已损坏，或不是我们的。请用最近的备份恢复：先移走这个文件，再 liaison db restore 备份文件"
NO_DATABASE = "还没有数据库。请运行：liaison db upgrade"
BACKED_UP = "已备份到 {}。"
RESTORED = "已恢复。请运行 liaison db check 看看是否要升级。"
WRITTEN = "已写入 {}"
IMPORTED = "已导入。"
NOT_IMPORTED = "只是检查，没有写入。去掉 --dry-run 就导入。"
ALL_WELL = "可以运行。"
NOT_WELL = "有要处理的，见上面打 ✗ 的各行。"
FINDINGS = {
    "database": "数据库：{}",
    "database_unreachable": "连不上数据库（{}）。请检查 LIAISON_DATABASE_URL",
    "database_empty": "还没有数据库。请运行：liaison db upgrade",
    "database_old": "数据库与这一版程序不相符（{}）。请先备份，再运行：liaison db upgrade",
    "campaign": "专项工作：{}",
    "no_campaign": "还没有载入专项工作。请运行：liaison campaign load 规则文件",
    "campaign_not_loaded": "LIAISON_CAMPAIGN 指的“{}”没有载入",
    "no_admin": "{} 还没有绑定管理员。请运行：liaison invite --admin",
    "map": "地图：{} 个县区有边界",
    "map_missing": "设了 LIAISON_MAP，但没有装边界数据包，图片先用方块。请运行：make install-map",
    "map_broken": "边界数据包读不出来（{}），图片先用方块。请重装：make install-map",
    "telegram": "Telegram：@{}",
    "telegram_absent": "没有设令牌（LIAISON_BOT_TOKEN），没有检查 Telegram",
    "telegram_wrong": "Telegram 不认这个令牌",
    "telegram_unreachable": "连不上 Telegram。请检查网络、LIAISON_PROXY 和 LIAISON_API_URL",
    "telegram_strange": "LIAISON_API_URL 那里答复的不像是 Bot API 服务器",
    "alive": "{} 秒前还与 Telegram 有联系",
    "not_alive": "已经 {} 秒没有与 Telegram 联系上",
    "never_alive": "没有心跳文件：机器人没有运行，或从未与 Telegram 联系上（{}）",
}
MARKS = {True: "✓", False: "✗", None: "–"}


def finding(kind: str, fact: str, *, well: bool | None) -> str:
    """Say one thing that the doctor found."""
    return f"{MARKS[well]} {FINDINGS[kind].format(fact)}"


def invite(name: str, code: str, expires: str, link: str) -> str:
    """Show an invite's code, which is shown only once."""
    lines = [
        f"给“{name}”的邀请码：{code}",
        f"请本人在与机器人的私聊里发：/start {code}",
        *([f"或者点：{link}"] if link else []),
        f"{expires} 前有效，只能用一次，只显示这一次。",
    ]
    return "\n".join(lines)


def roster_changes(found: RosterChanges) -> str:
    """Say what a roster changes."""
    lines = roster_difference(found)
    return "\n".join([f"安排表有 {found.rows} 个县。", *(lines or ["与现在的没有不同。"])])


def roster_difference(found: RosterChanges) -> list[str]:
    """Say which counties come, go, or get other people, and who else is named otherwise."""
    changed = tuple(county.county for county in found.changed)
    kinds = (("新增", found.new), ("换人", changed), ("不再联系", found.gone))
    lines = [f"{word} {len(names)} 个县：{_names(names)}" for word, names in kinds if names]
    titled = [f"职务有变 {len(found.titled)} 人：{_names(found.titled)}"] if found.titled else []
    return lines + titled


def _names(names: tuple[str, ...]) -> str:
    rest = "等" if len(names) > MOST_NAMES else ""
    return "、".join(names[:MOST_NAMES]) + rest


def roster_doubts(doubts: tuple[RosterFault, ...]) -> str:
    """Say what of a roster is doubtful, which hinders nothing."""
    lines = [f"请核对（{len(doubts)} 处，不改也能导入）：", *map(_doubt, doubts[:MOST_DOUBTS])]
    return "\n".join([*lines, *(["……"] if len(doubts) > MOST_DOUBTS else [])])


def _doubt(doubt: RosterFault) -> str:
    meant = MAYBE.format(doubt.near) if doubt.kind == "county_unknown" and doubt.near else ""
    sentence = ROSTER_DOUBTS[doubt.kind].format(value=doubt.value, near=doubt.near)
    return (LINE.format(doubt.line) if doubt.line else "") + sentence + meant


NOT_AGREED = "还没有载入。核对无误后，加上 --yes 再运行一次；记录都保留，已经发出的调度不改。"


def campaign_loaded(title: str, counties: int, *, changed: bool) -> str:
    """Say that a campaign was loaded."""
    return (
        f"已载入“{title}”，{counties} 个县。"
        if changed
        else f"“{title}”的规则没有变化；安排表 {counties} 个县。"
    )


def campaign_summary(plan: Plan, roster: Roster) -> str:
    """Say what a campaign's rules come to."""
    definition = plan.definition
    liaisons = {row.liaison for row in roster.rows} - {""}
    contact_people = {row.contact_person for row in roster.rows} - {""}
    quotas = (f"{quota(rule)}：{rule.count} 次" for rule in definition.quotas)
    people = f"{len(liaisons)} 位（个）领导或部门，{len(contact_people)} 位联系人"
    lines = [
        f"{definition.title}（{definition.id}）",
        f"{full_day(definition.start)}至{full_day(definition.end)}，{roster.counties} 个县，{people}",
        *quotas,
        "发布时刻：",
        *(f"  {_day(c.at)}  {'、'.join(KINDS[kind] for kind in c.kinds)}" for c in plan.rhythm.cut_offs),
        *_unknown_years(plan, definition),
        "规则和安排表都没有问题。",
    ]
    return "\n".join(lines)


def _day(at: datetime) -> str:
    return f"{full_day(at.date())} {at:%H:%M}"


def _unknown_years(plan: Plan, definition: Definition) -> list[str]:
    years = range(definition.start.year, definition.end.year + 1)
    return [
        f"{year}年的节假日安排还不知道，按周一至周五计算。" for year in years if not plan.calendar.knows(year)
    ]


COVERAGE_HEADS = ("县级工会", "状态", "累计", "本期", "完成", "最近联系", "联系领导")


def coverage_lead(title: str, stand: CampaignStanding, at: datetime) -> list[str]:
    """Say of what and when a table of coverage is."""
    period, quota = stand.windows.period, stand.windows.quota
    span = f"{full_day(quota.days.first)}至{full_day(quota.days.last)}"
    return [
        title,
        f"截至{_day(at)}；本期 {full_day(period.first)}至{full_day(period.last)}",
        f"{quota.rule.name}（{span}）：每县 {quota.required} 次，{stand.met} 个县已完成",
        f"本期未登记联系 {len(stand.uncovered_in_period)} 个县，从未登记联系 {len(stand.never)} 个县",
    ]


def coverage_row(row: CountyStanding) -> tuple[str, ...]:
    """Return one county's cells."""
    counts = row.counts
    return (
        counts.name,
        f"{row.state.value} {STATES[row.state]}",
        str(counts.contacts),
        str(counts.period_contacts),
        f"{row.done}/{row.required}",
        counts.last_day.isoformat() if counts.last_day else "—",
        counts.liaison or "—",
    )
