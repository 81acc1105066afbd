"""What the overviews say."""

from datetime import date

from campaign.people import Person
from campaign.permissions import TABLE
from campaign.plan import Plan, Windows
from campaign.records import Contact
from campaign.standing import CampaignStanding, CountyStanding
from campaign.vocabulary import Role
from digests import status_text
from digests.beside.texts import CONTACTED_LEAD, PREFECTURES, PREFECTURES_LEAD, prefecture
from digests.texts import MEANING, STATES, full_day, span
from handlers import access
from handlers.campaigns import texts as campaign_texts
from handlers.duties.texts import total, undone
from handlers.overview.actions import Mine, OneCounty, SomeCounties, Status, Uncovered
from handlers.planned.texts import mine as planned_lines
from handlers.report.texts import open_issue, people
from handlers.screen import fit
from handlers.start.actions import Welcome
from handlers.texts import (
    COMMA,
    DOT,
    bold,
    channel_words,
    day_words,
    esc,
    example,
    more_lines,
    short,
    short_day,
)
from handlers.tiers.texts import reached_by, tier_line, unpaired_lines, window_lines
from handlers.why.texts import MOST_NAMED, PAUSED, forecast_line, progress_lines, urgent

MOST_CITIES = 40
NO_COUNTIES = "您没有对口联系的县。用 /status 查看总体进展。"
ALL_COVERED = "本期各县均已登记联系。"
SAY_IT = "联系之后发一句话，核对卡片后点“保存”即可登记，例如："
# Each command in a few words, by what people are after.
HELP = (
    (
        "登记",
        (("log", "按表填写"), ("records", "找回、更正"), ("undo", "撤销刚才的"), ("cancel", "不填了")),
    ),
    (
        "进展",
        (
            ("my", "我联系的县"),
            ("status", "总体（可加县名）"),
            ("uncovered", "未登记联系的县"),
            ("why", "数字从何而来"),
            ("duties", "常设事项"),
            ("tasks", "任务"),
        ),
    ),
    (
        "查阅",
        (
            ("county", "某县的记录"),
            ("brief", "去某县之前看一眼"),
            ("practices", "经验做法"),
            ("export", "台账（Excel）"),
        ),
    ),
    ("问题", (("issues", "未解决的"), ("issue", "新增，或按编号查看"))),
    ("其他", (("reminders", "提醒的开关"), ("language", "English"), ("help", "使用说明"))),
)
ADMIN_HELP = (
    ("记录", (("audit", "谁改了什么"),)),
    ("县", (("pause", "暂停"), ("resume", "恢复"))),
    ("人员", (("people", "名单"), ("invite", "邀请一人"), ("invites", "邀请所有未绑定的"))),
    ("群", (("groups", "名单"), ("topic", "指定话题"), ("digest", "实时调度"))),
)
ASK_ADMIN = "您现在没有可用的命令，请与管理员联系。"
ASK_LATER = "还没有导入对口联系安排表。"


def status(answer: Status) -> str:
    """The campaign's figures, in the words of the digest."""
    figures = status_text(answer.plan, answer.figures, answer.now)
    told = (
        tier_line(answer.unions),
        *window_lines(answer.unions),
        _paused(answer.paused),
        forecast_line(answer.forecast),
    )
    lines = (figures, *told, total(answer.duties), *_cities(answer.figures.standing))
    return season(answer.plan, answer.plan.today(answer.now)) + "\n".join(filter(None, lines))


def _cities(stand: CampaignStanding) -> list[str]:
    """How each city stands, where there are several."""
    cities = stand.prefectures
    if len(cities) < 2:
        return []
    lead = PREFECTURES_LEAD if any(city.owed for city in cities) else CONTACTED_LEAD
    lines = [f"· {esc(prefecture(city))}" for city in cities[:MOST_CITIES]]
    more = [f"……另有 {len(cities) - MOST_CITIES} 个市未列出"] if len(cities) > MOST_CITIES else []
    return [f"<b>{PREFECTURES}</b>", lead, *lines, *more]


def my_state(mine: Mine) -> str:
    """A person's counties: done, due, days left; and what he plans."""
    stand = mine.standing
    planned = "\n".join(planned_lines(mine.planned, stand.windows.today))
    if not stand.counties:
        return f"{NO_COUNTIES}\n{planned}".strip()
    quota = stand.windows.quota
    head = f"<b>我联系的县</b>（{esc(quota.rule.name)}{_until(stand.windows)}）"
    lines = [_county_line(county, mine.absent.get(county.counts.county_id)) for county in stand.counties]
    return fit(season(mine.plan, stand.windows.today) + head, lines, planned, more_counties)


def season(plan: Plan, today: date) -> str:
    """A line of its own before the campaign's first day and after its last; nothing in between."""
    span = plan.definition.span
    if today < span.first:
        return f"专项工作从{full_day(span.first)}开始。\n"
    if today > span.last:
        return f"专项工作已于{full_day(span.last)}结束，以下是最后的情况。\n"
    return ""


def county(one: OneCounty) -> str:
    """One county: how it stands, its latest contacts, its open issues."""
    head, lines = county_lines(one)
    return fit(season(one.plan, one.today) + head, lines, "", more_lines)


def county_lines(one: OneCounty) -> tuple[str, list[str]]:
    """The first line and the others of one county."""
    head = f"{bold(one.county.name)}（{STATES[one.view.standing.state]}）"
    lines = [*county_state(one), *progress_lines(one.view.every)]
    if one.view.contacts:
        lines += ["最近联系：", *(f"· {recent_contact(contact, one)}" for contact in one.view.contacts)]
    if one.view.issues:
        lines += ["未解决问题：", *(f"· {open_issue(issue, one.today)}" for issue in one.view.issues)]
    return head, lines + undone(one.view.duties, one.today)


def county_state(one: OneCounty) -> list[str]:
    """Who is paired with one county, and how far its quota is."""
    standing, counts = one.view.standing, one.view.standing.counts
    rule = one.plan.definition.quota
    return [
        f"联系领导：{esc(counts.liaison or '未安排')}，联系人：{esc(counts.contact_person or '未安排')}",
        f"{esc(rule.name)}：{_done(standing)}，余 {standing.days_left} 天；登记联系共 {counts.contacts} 次",
    ]


def which_county(some: SomeCounties) -> str:
    """A word that names no county, or several."""
    if some.counties:
        return f"“{short(some.word, 40)}”可能是以下县，请选："
    return f"没有叫“{short(some.word, 40)}”的县。请核对县名，或发送 /status 查看总体进展。"


def uncovered(shown: Uncovered) -> str:
    """Counties with nothing logged: in the whole campaign, and in this window."""
    if not shown.roster:
        return ASK_LATER
    stand, windows = shown.standing, shown.standing.windows
    quiet = [c for c in stand.counties if c.counts.contacts]
    left = max(0, (windows.period.after - windows.today).days)
    lines = []
    if stand.never:
        lines += [f"<b>开展以来从未登记联系（{len(stand.never)} 个）</b>"]
        lines += [f"· {_paired(county)}{_besides(shown, county)}" for county in stand.never]
    if quiet:
        lines += [f"<b>以前登记过，本期未登记联系（{len(quiet)} 个）</b>"]
        lines += [f"· {_paired(county)}{_last(county, windows)}{_besides(shown, county)}" for county in quiet]
    lines = (lines or [ALL_COVERED]) + unpaired_lines(shown.unions)
    head = f"<b>未登记联系的县</b>（本期{_period(windows)}，余 {left} 天）"
    before = season(shown.plan, windows.today)
    below = "\n".join(filter(None, (tier_line(shown.unions), *window_lines(shown.unions), esc(MEANING))))
    return fit(before + head, lines, below, more_counties)


def helping(welcome: Welcome) -> str:
    """How to use the bot, by role, in at most 12 lines."""
    groups = (HELP if _may(welcome, "log") else HELP[1:]) + ADMIN_HELP
    parts = ((head, [pair for pair in words if _may(welcome, pair[0])]) for head, words in groups)
    lines = [
        f"{head}：{COMMA.join(f'/{word} {what}' for word, what in some)}" for head, some in parts if some
    ]
    if Role.ADMIN in welcome.roles:
        lines.append("把机器人拉进专班群后，这里会收到批准请求；未批准的群收不到任何内容。")
    if _may(welcome, "log"):
        lines[:0] = [SAY_IT, f"<code>{example(welcome.example_county)}</code>"]
    own = campaign_texts.own(welcome.choices, welcome.campaign_id)
    return "\n".join(filter(None, (own, *(lines or [ASK_ADMIN]))))


def _paused(names: tuple[str, ...]) -> str:
    return f"{PAUSED} {len(names)} 个：{'、'.join(map(esc, names[:MOST_NAMED]))}" if names else ""


def _may(welcome: Welcome, word: str) -> bool:
    needed = next(action for command, action in access.COMMANDS.items() if command.word == word)
    return not welcome.roles.isdisjoint(TABLE[needed])


def group_help() -> str:
    """What is answered in a group."""
    return "群内可用：/status 总体进展（可加县名），/uncovered 未登记联系的县。登记请私聊发一句话。"


def more_counties(count: int) -> str:
    """How many counties a list had no room for."""
    return f"……另有 {count} 行未列出，可用 /status 县名 查看"


def _county_line(county: CountyStanding, absent: Person | None) -> str:
    counts = county.counts
    period = f"本期联系 {counts.period_contacts} 次" if counts.period_contacts else STATES[county.state]
    if counts.contacts and not counts.period_contacts:
        period = "本期未登记联系"
    name = f"{esc(counts.name)}（代{esc(absent.name)}联系）" if absent else esc(counts.name)
    parts = [name, f"{_done(county)}，余 {county.days_left} 天", period]
    return DOT.join(parts + urgent(county.stand))


def _done(county: CountyStanding) -> str:
    if not county.required:
        return f"已 {county.done} 次"
    return f"已 {county.done} 次，应 {county.required} 次"


def _paired(county: CountyStanding) -> str:
    counts = county.counts
    who = [f"联系领导 {esc(counts.liaison)}"] if counts.liaison else ["联系领导未安排"]
    who += [f"联系人 {esc(counts.contact_person)}"] if counts.contact_person else []
    return f"{esc(counts.name)}（{'，'.join(who)}）"


def _last(county: CountyStanding, windows: Windows) -> str:
    day = county.counts.last_day
    return f"，最近 {short_day(day, windows.today)}" if day else ""


def _besides(shown: Uncovered, county: CountyStanding) -> str:
    paused = f"，{PAUSED}" if county.counts.county_id in shown.paused else ""
    return paused + reached_by(shown.unions, county.counts.county_id, shown.standing.windows.today)


def _period(windows: Windows) -> str:
    return f" {span(windows.period.first, windows.period.last)}"


def _until(windows: Windows) -> str:
    return f"，至{short_day(windows.quota.days.last, windows.today)}"


def recent_contact(contact: Contact, one: OneCounty) -> str:
    """One of a county's contacts."""
    parts = [
        day_words(contact.day, one.today),
        channel_words(contact.channel),
        people(contact.participants),
        esc(contact.author_name),
        f"第 {contact.number} 号",
    ]
    return DOT.join(part for part in parts if part)
