"""The trail of changes in plain words. User text is escaped; all results are HTML."""

from typing import Any

from campaign.audit_trail import Entry
from campaign.vocabulary import Channel
from digests.rules.texts import ROLES
from handlers.audit.actions import AuditPage, Unclear
from handlers.audit_callbacks import AuditOf
from handlers.screen import fit
from handlers.texts import bold, channel_words, esc, more_lines, short, short_day

BEFORE = "上一页（较新）"
NEXT = "下一页（较早）"
PROGRAM = "系统"
NOTHING = "没有操作记录。"
ACTIONS = {
    "account.bind": "绑定账号",
    "account.replace": "换用新账号",
    "account.unbind": "解除绑定",
    "campaign.load": "载入规则",
    "contact.answer": "县级工会答复登记的联系",
    "county.pause": "暂停",
    "county.resume": "恢复",
    "duty.save": "登记常设事项",
    "duty.withdraw": "撤回常设事项的登记",
    "digest.declined": "不补发调度",
    "digest.posted": "补发调度",
    "group.approved": "批准群",
    "group.leave": "机器人离开群",
    "group.move": "群升级",
    "group.refused": "不批准群",
    "group.stopped": "停用群",
    "group.topic": "改发调度的话题",
    "group.waiting": "群等待批准",
    "invite.all": "邀请所有未绑定的人",
    "invite.issue": "发邀请",
    "invite.revoke": "作废邀请",
    "issue.category": "改问题类别",
    "issue.close": "问题销号",
    "issue.progress": "记问题进展",
    "issue.reopen": "重新打开问题",
    "language.choose": "选界面语言",
    "ledger.export": "导出台账",
    "person.rename": "改姓名",
    "plan.done": "计划已办",
    "plan.dropped": "取消计划",
    "plan.keep": "记下计划",
    "plan.missed": "计划没去成",
    "plan.move": "计划改天",
    "practice.choose": "选用经验",
    "practice.release": "取消选用经验",
    "record.attach": "附上文件",
    "record.correct": "更正登记",
    "record.save": "保存登记",
    "record.withdraw": "撤回登记",
    "reminder.call": "记下电话提醒",
    "reminder.mute": "本期不再提醒",
    "reminder.off": "关闭提醒",
    "reminder.on": "打开提醒",
    "reminder.put_off": "推迟提醒",
    "review.add": "给调度草稿加一段",
    "review.approve": "批准调度草稿",
    "review.drop": "定为这一期调度不发",
    "review.grant": "草稿多发一个群",
    "review.omit": "草稿去掉一部分",
    "review.original": "草稿恢复原文",
    "review.restore": "草稿恢复一部分",
    "review.take_back": "调度先不发，等批准",
    "review.withhold": "草稿少发一个群",
    "review.words": "改调度草稿的文字",
    "role.end": "收回角色",
    "role.give": "给角色",
    "roster.import": "导入安排表",
    "roster.pair": "改对口联系",
    "task.note": "记任务进展",
    "roster.replace": "换人",
    "stand_in.begin": "请人代联系",
    "stand_in.end": "结束代联系",
}
WORDS = {
    "standing": "有效",
    "withdrawn": "已撤回",
    "asked": "照常要求",
    "paused": "暂停",
    "chosen": "选用",
    "not_chosen": "未选用",
    "open": "未解决",
    "not_begun": "未开始",
    "going_on": "推进中",
    "done": "已完成",
    "closed": "已销号",
    "confirmed": "属实",
    "objected": "有异议",
    "waiting": "等待批准",
    "approved": "已批准",
    "refused": "未批准",
    "stopped": "已停用",
    "offered": "待定",
    "posted": "已补发",
    "declined": "不补发",
    **{role.value: words for role, words in ROLES.items()},
    **{channel.value: channel_words(channel) for channel in Channel},
}
SHOWN_VALUE = 120
NAMED = frozenset({"role", "account", "invite", "person", "plan", "stand_in"})


def audit(page: AuditPage) -> str:
    """One page of the changes."""
    head = bold(f"操作记录{_whose(page)}")
    if not page.entries:
        return f"{head}\n{NOTHING}"
    return fit(head, [_entry(entry, page) for entry in page.entries], "", more_lines)


def unclear(found: Unclear) -> str:
    """A word that names nothing, or several counties."""
    names = "、".join(esc(f"{county.prefecture}{county.name}") for county in found.counties)
    meant = f"可能是：{names}，请写全。" if names else "请写县名、姓名全称，或联系、问题的编号。"
    return f"没有找到“{short(found.word, 40)}”。{meant}"


def _whose(page: AuditPage) -> str:
    if page.asked.of is AuditOf.NUMBER:
        return f"：第 {page.asked.key} 号"
    return f"：{page.name}" if page.name else ""


def _entry(entry: Entry, page: AuditPage) -> str:
    at, today = entry.at.astimezone(page.zone), page.now.astimezone(page.zone).date()
    who = esc(entry.actor) if entry.actor else PROGRAM
    behalf = f"（事关{esc(entry.behalf)}）" if entry.behalf else ""
    where = f"（消息 {entry.message_id}）" if entry.message_id else ""
    what = f"{ACTIONS.get(entry.action, esc(entry.action))}{_subject(entry, page)}{_change(entry)}"
    return f"{short_day(at.date(), today)} {at:%H:%M} {who}：{what}{behalf}{where}"


def _subject(entry: Entry, page: AuditPage) -> str:
    kind = entry.action.partition(".")[0]
    if kind == "record":
        numbers = page.numbers.get(entry.subject, ())
        return f"第 {'、'.join(map(str, numbers))} 号" if numbers else ""
    if kind in {"issue", "contact", "practice"}:
        return f"第 {esc(entry.subject)} 号"
    if title := entry.facts.get("title"):
        return f"“{short(str(title), 40)}”"
    return f"“{short(entry.subject, 40)}”" if kind in NAMED else ""


def _change(entry: Entry) -> str:
    if changes := entry.facts.get("changes"):
        told = "；".join(_pair(change.get("before"), change.get("after")) for change in changes)
        return f"：{told}{_reason(entry)}"
    before, after = entry.facts.get("before"), entry.facts.get("after")
    if before is None and after is None:
        return _reason(entry)
    return f"：{_pair(before, after)}{_reason(entry)}"


def _pair(before: Any, after: Any) -> str:
    return f"{_value(before)} → {_value(after)}"


def _reason(entry: Entry) -> str:
    said = entry.facts.get("reason") or entry.facts.get("note") or entry.facts.get("words")
    return f"，{short(str(said), SHOWN_VALUE)}" if said else ""


def _value(value: Any) -> str:
    if value in (None, "", {}, []):
        return "无"
    if isinstance(value, dict):
        return short("，".join(_item(name, part) for name, part in value.items()), SHOWN_VALUE)
    if isinstance(value, list):
        return short("、".join(_value(part) for part in value), SHOWN_VALUE)
    return WORDS.get(str(value)) or short(str(value), SHOWN_VALUE)


def _item(name: str, part: Any) -> str:
    names = {
        "role": "",
        "first": "起 ",
        "last": "至 ",
        "county": "县 ",
        "name": "",
        "day": "",
        "channel": "",
        "text": "",
    }
    return f"{names.get(name, f'{name} ')}{_value(part)}"
