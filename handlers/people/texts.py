"""What is said about the roster's people. User text is escaped; all results are HTML."""

from datetime import date

from campaign.members import Member, MemberState
from campaign.people import County
from campaign.stand_ins import StandIn
from digests.rules.texts import ROLES
from digests.texts import full_day
from handlers.admin_callbacks import EditWord, MemberWord
from handlers.people.actions import MemberCard, PeoplePage
from handlers.people.edits import Edit, Fault, Misread
from handlers.screen import fit
from handlers.texts import BY_NUMBER, DOT, bold, by_day, esc, further, person_words, short, short_day

BACK = "返回名单"
CONFIRM = "确认"
CANCEL = "不改了"
INVITE = "邀请"
INVITE_AGAIN = "重新邀请（旧的作废）"
STATES = {
    MemberState.UNBOUND: "未绑定",
    MemberState.BLOCKED: "已屏蔽机器人",
    MemberState.BOUND: "已绑定",
}
WORDS = {MemberWord.REBIND: "更换账号", MemberWord.UNBIND: "解除绑定", MemberWord.REVOKE: "作废邀请"}
ASK = {
    MemberWord.REBIND: "更换{name}的账号？现在的账号立即停用，并写好新邀请，由您转给本人；登记过的内容都在。",
    MemberWord.UNBIND: "解除{name}的绑定？现在的账号立即停用，登记过的内容都在；以后可再邀请。",
    MemberWord.REVOKE: "作废{name}的邀请？发出的链接不能再用，需要时可重新邀请。",
}
DONE = {
    MemberWord.INVITE: "邀请已写好，请转给本人",
    MemberWord.REBIND: "原账号已停用，请把新邀请转给本人",
    MemberWord.UNBIND: "已解除绑定",
    MemberWord.REVOKE: "邀请已作废",
}
EDITS = {
    EditWord.STAND_IN: "请人代联系",
    EditWord.REPLACE: "换人",
    EditWord.RENAME: "改姓名",
    EditWord.PAIR: "改某县的对口联系",
}
ASK_EDIT = {
    EditWord.REPLACE: (
        "接替“{name}”的是谁？请写姓名，职务和对口联系的县不变。从以前某天起的，后面写那天，"
        "例如：演示新任主任 3月1日。不换了发 /cancel。"
    ),
    EditWord.STAND_IN: (
        "“{name}”离开期间由谁代联系？请写姓名和日期，例如：<code>演示副主席一 3月1日至3月14日</code>\n"
        "只写一天的，从今天到那天。不用了发 /cancel。"
    ),
    EditWord.RENAME: "“{name}”应改成什么姓名？只改写法，人和登记的内容不变。不改了发 /cancel。",
    EditWord.PAIR: (
        "请写县、联系领导、联系人，用空格隔开，例如：\n<code>修水县 演示副主席一 演示新任主任</code>\n"
        "没有联系人就不写。不改了发 /cancel。"
    ),
}
FAULTS = {
    Fault.NAME: "“{word}”不像姓名。姓名里不写标点和数字，请再发一次；不改了发 /cancel。",
    Fault.COUNTY: "没有叫“{word}”的县，请再发一次；不改了发 /cancel。新增的县要更新安排表。",
    Fault.SEVERAL: "“{word}”可能是：{counties}。请写全县名，再发一次；不改了发 /cancel。",
    Fault.WORDS: "要写县和联系领导，中间空一格，请再发一次；不改了发 /cancel。",
    Fault.DAYS: "日期没有看懂。请写姓名和日期，例如：演示副主席一 3月1日至3月14日；不改了发 /cancel。",
    Fault.OUTSIDE: "要写今天或以前的日子，并且在本次工作期间内，请再发一次；不改了发 /cancel。",
    Fault.UNKNOWN: (
        "“{word}”不在名单里，或不能登记联系。请另写一位，或先在 /people 里给角色；不用了发 /cancel。"
    ),
    Fault.SAME: "与现在的一样，不用改。要改成别的，请再发一次；不改了发 /cancel。",
}
EDITED = "已改好"
EDIT_OVER = "这项改动已过时，没有改。请在 /people 里重新点一次。"
SINCE_THEN = "那天以后的联系按新的对口联系计算；"
NEW = "（新列入）"
NOBODY = "还没有导入对口联系安排表。"


def people(page: PeoplePage) -> str:
    """A page of the people, by state."""
    if not page.total:
        return f"名单里没有姓名含“{short(page.word, 40)}”的人。" if page.word else NOBODY
    counted = "，".join(f"{STATES[state]} {page.counts[state]}" for state in STATES if page.counts[state])
    foot = _further(page) or BY_NUMBER
    return fit(f"<b>名单</b>（共 {page.total} 人：{counted}）", _rows(page), foot, _more)


def _further(page: PeoplePage) -> str:
    if page.left and page.word:
        return f"……另有 {page.left} 人，请把姓名写全些再查"
    return further(page.left, "人")


def _rows(page: PeoplePage) -> list[str]:
    rows: list[str] = []
    before = None
    for number, (member, last) in enumerate(
        zip(page.members, page.last_days, strict=True), start=page.place + 1
    ):
        if member.state is not before:
            rows.append(bold(STATES[member.state]))
        before = member.state
        rows.append(f"{number}. {DOT.join([person_words(member.person), *_invited(last)])}")
    return rows


def card(shown: MemberCard) -> str:
    """One person: his part, his counties, whether the bot reaches him."""
    member = shown.member
    lines = [f"{_roles(member)}{_counties(shown)}", DOT.join([_state(member), *_invited(shown.last_day)])]
    lines += [stand_in_line(one, member.person.id, shown.today) for one in shown.stand_ins]
    if member.state is MemberState.BLOCKED:
        lines.append("机器人发的消息，本人收不到。请提醒本人在与机器人的私聊里点“启动”，或发 /start。")
    return "\n".join([f"<b>{person_words(member.person)}</b>", *lines])


def asking(what: MemberWord, shown: MemberCard) -> str:
    """Ask whether to do what cannot be taken back with a tap."""
    return ASK[what].format(name=f"“{esc(shown.member.person.name)}”")


def asking_edit(what: EditWord, name: str) -> str:
    """Ask for the words of a change."""
    return ASK_EDIT[what].format(name=esc(name))


def misread(found: Misread) -> str:
    """Words that make no change."""
    names = [county.name for county in found.counties]
    words = [
        name if names.count(name) == 1 else _in_full(c) for name, c in zip(names, found.counties, strict=True)
    ]
    return FAULTS[found.fault].format(word=short(found.word, 40), counties=esc("、".join(words)))


def edit(shown: Edit) -> str:
    """A change that was typed, before it is made."""
    new = f"“{esc(shown.name)}”{NEW if shown.fresh else ''}"
    if shown.what is EditWord.RENAME:
        return f"“{esc(shown.old)}”改写为{new}，人和登记的内容不变。"
    if shown.what is EditWord.REPLACE:
        names = "、".join(county.name for county in shown.counties)
        return (
            f"由{new}接替“{esc(shown.old)}”，从{_since(shown)}起对口联系：{short(names, 300)}。"
            f"{SINCE_THEN if shown.since else ''}以前的联系仍记在原来的人名下。"
        )
    if shown.what is EditWord.STAND_IN:
        return _stand_in(shown)
    rest = f"，联系人“{esc(shown.contact_person)}”" if shown.contact_person else "，没有联系人"
    county = _in_full(shown.counties[0]) if shown.twin else shown.counties[0].name
    before = "；".join("、".join(names) for names in shown.before) or "未安排"
    return f"{esc(county)}从{_since(shown)}起：联系领导{new}{rest}。\n原来是：{esc(before)}。"


def _since(shown: Edit) -> str:
    return full_day(shown.since) if shown.since else "今天"


def _stand_in(shown: Edit) -> str:
    names, name = "、".join(county.name for county in shown.counties), esc(shown.name)
    days = "至".join(full_day(day) for day in shown.days)
    return (
        f"{days}，由“{name}”代“{esc(shown.old)}”联系：{short(names, 300)}。\n"
        f"期间{name}登记的联系记在“{esc(shown.old)}”的对口联系名下，提醒发给{name}；到期自动恢复。"
    )


def ending(one: StandIn, person_id: int) -> str:
    """A button that ends a stand-in, on the card of one of the two."""
    return f"结束{one.person.name}代联系" if one.absent.id == person_id else f"结束代{one.absent.name}联系"


def stand_in_line(one: StandIn, person_id: int, today: date) -> str:
    """A stand-in on the card of one of the two."""
    days = f"{short_day(one.first, today)}至{short_day(one.last, today)}"
    if one.absent.id == person_id:
        return f"{days}由{esc(one.person.name)}代联系"
    return f"{days}代{esc(one.absent.name)}联系"


def _in_full(county: County) -> str:
    return f"{county.prefecture}{county.name}"


def _state(member: Member) -> str:
    several = f"（{len(member.accounts)} 个账号）" if len(member.accounts) > 1 else ""
    return f"{STATES[member.state]}{several}"


def _roles(member: Member) -> str:
    return "、".join(words for role, words in ROLES.items() if role in member.roles)


def _counties(shown: MemberCard) -> str:
    names = list(dict.fromkeys(pairing.county.name for pairing in shown.pairings))
    return f"，对口联系：{short('、'.join(names), 300)}" if names else ""


def _invited(last_day: date | None) -> list[str]:
    return [f"已发邀请，{by_day(last_day)}有效"] if last_day else []


def _more(count: int) -> str:
    return f"……另有 {count} 行未列出"
