"""What reviewers read of a draft. User text is escaped; all results are HTML."""

from collections.abc import Sequence
from datetime import date, datetime

from campaign.plan import Plan
from campaign.review import ReviewChange, ReviewStep, moved_to
from campaign.vocabulary import DigestKind, ReviewState
from digests.edits import ADDED, edits_of
from digests.moved import Figure, Moved
from digests.reviewing import LONGEST_WORDS, Taken
from digests.texts import KINDS, NUMERALS, as_of, digest_title
from handlers.review.actions import Coming, ReviewCard, SectionShown
from handlers.texts import bold, day_words, esc, short, short_day

DRAFT = "草稿"
APPROVE, APPROVE_NOW = "批准", "批准并发出"
WAIT = "先不发"
TAKE_BACK = "收回批准"
DROP = "这一期不发"
ADD = "加一段"
OMIT = "不发这一部分"
DELETE = "删去这一段"
ORIGINAL = "恢复原文"
BACK = "返回"
WHOLE = "看全文"
USE_MINE, USE_THEIRS = "改用我的", "保留对方的"
GROUPS = "点一下群名，选发或不发："
NO_GROUP = "没有选群，到时不发"
OVER = "这一期已经处理完，不能再改。更正的内容会写进下一期。"
SETTLED = "这份草稿已经批准。要改，请先点“收回批准”。"
TOO_LONG = f"文字太长，请控制在 {LONGEST_WORDS} 字以内，再发一次。"
LOST = "找不到您写的话了，这一部分没有改。请点“改”，再发一次。"
ONLY_PRIVATE = "草稿请在私聊里看：向我发 /digest 草稿。"
NO_DRAFTS = "现在没有草稿，以后也没有要审的调度。"
GONE = "规则改了，这个时间不再发调度，这份草稿作废。"
PAST = "这一期的时间已过，没有群要收，没有发出。"
NOW = "要让群里看到现在的情况，在群里发 /digest。"
NEWEST = "看新的草稿：/digest 草稿"
NOBODY = "没有选群，到时不发。点“发到 0 个群”选群。"
NOBODY_APPROVED = "已批准，但没有选群，到时不发。要发，先点“收回批准”，再选群。"
AGAIN = "<b>这一期已过发出时间一个工作日，还没有批准，群里没有收到。</b>"
ASK_OTHERS = "要请别人批，在 /people 里打开那个人，按“角色”，给综合组（管理员）。"
NO_GROUPS = "还没有批准的群，到时没有地方发。请先在 /groups 批准群。"
FIXED = "已到发出时间，数字已定，请看过再点。"
HINDERED = {
    Taken.OVER: OVER,
    Taken.GONE: "规则改了，这一期不在这个时间发，这份草稿作废。请发 /digest 草稿 看新的。",
    Taken.PAST: f"{PAST}{NOW}",
    Taken.NOBODY: "没有发出：没有选群，或选的群已停用。请先选群再批准；不发，点“这一期不发”。",
    Taken.SETTLED: SETTLED,
}
STATES = {
    ReviewState.OPEN: "到时自动发出，数字以发出时为准；不用改就不必操作。",
    ReviewState.TAKEN_BACK: "到时不自动发，等批准。",
    ReviewState.HELD: "已到发出时间，<b>等您批准</b>；数字是截止时的，不再变。",
    ReviewState.DONE: "这一期已经处理完。",
    ReviewState.DROPPED: "这一期不发。",
}
REQUIRED = "<b>批准后</b>才发，数字以发出时为准。"
STEPS = {
    ReviewStep.WORDS: "改了{}",
    ReviewStep.ORIGINAL: "恢复了{}的原文",
    ReviewStep.ADD: "加了一段",
    ReviewStep.OMIT: "去掉了{}",
    ReviewStep.RESTORE: "恢复了{}",
    ReviewStep.WITHHOLD: "少发一个群",
    ReviewStep.GRANT: "多发一个群",
    ReviewStep.APPROVE: "批准了",
    ReviewStep.TAKE_BACK: "定为先不发",
    ReviewStep.DROP: "定为这一期不发",
}
FIGURES = {
    Figure.CONTACTS: "登记联系 {} → {} 次",
    Figure.UNCOVERED: "未登记联系 {} → {} 个",
    Figure.RAISED: "提出问题 {} → {} 个",
    Figure.CLOSED: "解决问题 {} → {} 个",
    Figure.PRACTICES: "总结经验 {} → {} 条",
    Figure.OPEN: "未解决问题 {} → {} 个",
    Figure.OVERDUE: "超期 {} → {} 个",
    Figure.QUOTA_DONE: "规定次数已有 {} → {} 次",
    Figure.QUOTA_MET: "完成规定次数 {} → {} 个",
}


def card(shown: ReviewCard) -> str:
    """A draft: where and when it goes, how it stands, what changed; then its text."""
    if shown.ended is Taken.GONE or shown.facts is None:
        return f"<b>{DRAFT}</b>\n{_gone(shown)}"
    lines = [_head(shown), _state(shown), _approvers(shown), _last_change(shown), *_handed(shown)]
    lines += _moves(shown.moved, shown.wrong)
    whole = f"……后面还有 {len(shown.texts) - 1} 条，点“{WHOLE}”" if len(shown.texts) > 1 else ""
    return "\n".join(filter(None, (*lines, "—" * 12, shown.texts[0], whole)))


def caption(words: str) -> str:
    """What stands below a draft's picture; `words`: what stands below that of the digest, as HTML."""
    return f"{DRAFT}：{words}"


def section(shown: SectionShown) -> str:
    """A section, and how to change it."""
    if shown.part.key == ADDED:
        return "请把要加的一段话发过来，会放在最后。"
    name = bold(shown.part.heading) if shown.part.heading else "<b>加的一段</b>"
    lists = "，名单照旧" if shown.part.heading else ""
    words = "\n".join(short(line) for line in shown.lines[:20]) or "（只有名单）"
    return (
        f"{name}\n{words}\n\n"
        f"要改文字，请把新的发过来，替换上面这几行{lists}。原有的数字写进去，发出时会跟着更新。"
    )


def changed_by_other(shown: SectionShown) -> str:
    """Somebody else changed the section while words for it were typed."""
    words = "\n".join(short(line) for line in shown.lines[:20])
    who = esc(shown.card.draft.changes[-1].name) if shown.card.draft.changes else ""
    return f"您写的时候，{who}先改了这一部分，现在是：\n{words}\n\n您的还没有存。"


def coming(found: Coming) -> str:
    """When there will be drafts."""
    if not found.drafts:
        return NO_DRAFTS
    lines = [
        f"· {at.month}月{at.day}日 {at:%H:%M}：{digest_title(cut_off.kinds)}"
        f"（{cut_off.at.month}月{cut_off.at.day}日发）"
        for at, cut_off in found.drafts[:6]
    ]
    return "\n".join(("现在没有草稿。以后的草稿到时会发给您：", *lines))


def sent(
    kinds: Sequence[str],
    cut_off: datetime,
    moves: Sequence[Moved],
    wrong: Sequence[str],
    left: Sequence[str] = (),
) -> str:
    """A digest went out: what moved since its draft, and which words found no place (`left`)."""
    title = digest_title(tuple(map(DigestKind, kinds)))
    lines = _moves(moves, wrong, many=len(kinds) > 1)
    lines += (
        [f"规则改后没有相应的部分，没用上的话：{'；'.join(short(words, 60) for words in left)}。"]
        if left
        else []
    )
    return "\n".join((f"{title}（{as_of(cut_off)}）已发出。", *lines))


def toast(shown: ReviewCard) -> str:
    """What hindered a wish; plain text, "" when nothing did."""
    if shown.told is Taken.CHANGED:
        last = shown.draft.changes[-1:]
        if shown.draft.state is ReviewState.HELD and not (last and last[0].at > shown.draft.cut_off):
            return FIXED
        told = "；".join(f"{change.name}{_what(change, shown)}" for change in last)
        return f"草稿刚有变动（{told}），请看过再点。" if told else "草稿刚有变动，请看过再点。"
    return HINDERED.get(shown.told, "")


def hindered(what: Taken) -> str:
    """Why a draft cannot be changed; plain text."""
    return HINDERED[what]


def edit_button(place: int, heading: str) -> str:
    """The label that opens a section, by its number; a paragraph that was added."""
    return f"改{NUMERALS[place - 1]}" if heading else "改所加"


def restore_button(heading: str) -> str:
    """The label that takes a section back in."""
    return f"恢复“{_bare(heading)}”"


def groups_button(shown: ReviewCard) -> str:
    """The label that leads to the groups."""
    return f"发到 {len(shown.receivers)} 个群"


def group_button(title: str, *, withheld: bool) -> str:
    """The label of a group's switch."""
    return f"{'✗ 不发' if withheld else '✓ 发'} {title}"


def _head(shown: ReviewCard) -> str:
    at = shown.draft.cut_off.astimezone(shown.plan.definition.tz)
    groups = "、".join(short(group.title, 40) for group in shown.receivers[:3]) or NO_GROUP
    more = f"等 {len(shown.receivers)} 个群" if len(shown.receivers) > 3 else ""
    return f"<b>{DRAFT}</b>  {day_words(at.date(), shown.today)} {at:%H:%M} 发到：{groups}{more}"


def _gone(shown: ReviewCard) -> str:
    """Rules changed: where the digest went, and how to see its draft."""
    new = next(iter(moved_to(shown.plan, shown.draft)), None)
    if new is None:
        return f"{GONE}以后的草稿：/digest 草稿"
    words = f"规则改了，这一期改在{day_words(new.at.date(), shown.today)} {new.at:%H:%M} 发，改动已带过去。"
    return f"{words}{NEWEST}"


def _state(shown: ReviewCard) -> str:
    draft = shown.draft
    if shown.ended is Taken.PAST:
        return f"{PAST}{NOW}"
    if not (shown.ended or shown.receivers or draft.state is ReviewState.HELD):
        return _nobody(shown)
    if draft.state is ReviewState.APPROVED:
        who = next((c for c in reversed(draft.changes) if c.what is ReviewStep.APPROVE), None)
        name = f"{esc(who.name)} {_moment(who.at, shown.plan, shown.today)} " if who else ""
        return f"{name}已批准，到时发出，数字以发出时为准。"
    if draft.state is ReviewState.OPEN and shown.required:
        return REQUIRED
    return STATES[draft.state]


def _approvers(shown: ReviewCard) -> str:
    """Who may approve it, where somebody is away; who is asked when all are."""
    away = [one for one in shown.approvers if one.away]
    if not away:
        return ""
    names = "、".join(
        esc(one.name) + (f"（不在，到{short_day(one.away, shown.today)}）" if one.away else "")
        for one in shown.approvers
    )
    return f"能批准的：{names}。{ASK_OTHERS if len(away) == len(shown.approvers) else ''}"


def _nobody(shown: ReviewCard) -> str:
    if not shown.groups:
        return NO_GROUPS
    return NOBODY_APPROVED if shown.draft.state is ReviewState.APPROVED else NOBODY


def _handed(shown: ReviewCard) -> list[str]:
    """Rules changed after it was edited: the edits came along, but for what has no section any more."""
    edits = edits_of(shown.draft.edits)
    if not edits.handed:
        return []
    return ["规则改了，草稿已重做，原来的改动已带来。", *left_lines(edits.left)]


def left_lines(left: Sequence[str]) -> list[str]:
    """Words of reviewers that found no place."""
    said = "；".join(f"“{short(words, 60)}”" for words in left)
    return [f"⚠ 规则改后没有相应的部分，这些话没用上：{said}。还要的，点“{ADD}”再发。"] if left else []


def _last_change(shown: ReviewCard) -> str:
    if not shown.draft.changes:
        return ""
    last = shown.draft.changes[-1]
    at = _moment(last.at, shown.plan, shown.today)
    count = len(shown.draft.changes)
    told = f"最近：{esc(last.name)} {at} {_what(last, shown)}。"
    return f"已有 {count} 处变动，{told}" if count > 1 else told


def _what(change: ReviewChange, shown: ReviewCard) -> str:
    headings = {part.key: part.heading for part in shown.parts}
    heading = headings.get(change.about, "")
    return STEPS[change.what].format(f"“{esc(_bare(heading))}”" if heading else "加的一段")


def _moves(moves: Sequence[Moved], wrong: Sequence[str], *, many: bool = False) -> list[str]:
    several = many or len({move.kind for move in moves if move.kind}) > 1
    told = [_move(move, several=several) for move in moves]
    lines = [f"初稿以来：{'；'.join(told)}。"] if told else []
    if wrong:
        lines.append(f"⚠ 改写的文字里，数字 {'、'.join(wrong)} 没有跟着更新，请核对。")
    return lines


def _move(move: Moved, *, several: bool) -> str:
    of = KINDS[move.kind] if several and move.kind else ""
    return of + FIGURES[move.figure].format(move.before, move.now)


def _moment(at: datetime, plan: Plan, today: date) -> str:
    local = at.astimezone(plan.definition.tz)
    return f"{short_day(local.date(), today)} {local:%H:%M}"


def _bare(heading: str) -> str:
    return heading.partition("、")[2].partition("（")[0]
