"""The words of a change of rules: fields, values, sentences. Plain text: who shows it escapes it."""

from campaign.duties import DutyHolder
from campaign.frame import Tier
from campaign.quota_rules import FirstWindow, NewPairing, QuotaScope, QuotaWindow
from campaign.rule_changes import Fate
from campaign.tasks import GroupId
from campaign.vocabulary import Channel, DigestKind, Role
from digests.rules.texts import HOLDERS, ROLES, SCOPES, TIERS
from digests.texts import CHANNELS, KINDS

PARTS = {
    "quotas": "次数要求",
    "duties": "常设事项",
    "tags": "分类标签",
    "groups": "工作组",
    "tasks": "任务",
    "phases": "阶段",
    "milestones": "重要节点",
    "report_deadlines": "报送时限",
}
FIELDS = {
    "id": "编号",
    "title": "全称",
    "organisation": "主办单位",
    "tier": "层级",
    "zone": "时区",
    "start": "第一天",
    "end": "最后一天",
    "roster": "安排表文件",
    "demo": "演示",
    "aliases": "别名",
    "working_days": "本地放假调休",
    "linked": "上下级专项工作",
    "digests": "调度",
    "quiet_hours": "免打扰",
    "reminders": "提醒",
    "limits": "对口限度",
    "name": "名称",
    "count": "次数",
    "window": "时段",
    "days": "天数",
    "by": "到哪天为止",
    "first_window": "首段",
    "scope": "按谁算",
    "channels": "算数的方式",
    "new_pairing": "新对口",
    "leader_present": "领导到场",
    "same_day_once": "同日算一次",
    "carry_over": "多出转下段",
    "day": "几号",
    "time": "几点",
    "week": "周报在周几",
    "month": "月调度的月份",
    "two_month": "双月调度的月份",
    "quarter": "季度小结的月份",
    "half_year": "半年总结的月份",
    "party": "党组汇报的月份",
    "audience": "发给谁",
    "review": "发前看草稿",
    "required": "批准才发",
    "kinds": "哪几种",
    "roles": "角色",
    "from": "从",
    "to": "到",
    "at": "几点",
    "before_end": "时段截止前",
    "before_due": "问题期限前",
    "least": "至少",
    "most": "至多",
    "cover_all": "县县有人",
    "no_overlap_with": "不重叠",
    "first": "第一天",
    "last": "最后一天",
    "level": "层级",
    "due": "期限",
    "who": "谁办",
    "persons": "何人",
    "evidence": "凭据",
    "topics": "内容",
    "tags": "标签",
    "children": "下层标签",
    "issues": "用来归类问题",
    "words": "归类的词",
    "number": "序号",
    "lead": "牵头",
    "helpers": "配合",
    "section": "部分",
    "duties": "职责",
    "members": "成员",
    "holidays": "放假",
    "workdays": "上班",
}
WINDOWS = {
    QuotaWindow.CAMPAIGN: "整个专项工作",
    QuotaWindow.CALENDAR_YEAR: "每年",
    QuotaWindow.HALF_YEAR: "每半年",
    QuotaWindow.QUARTER: "每季度",
    QuotaWindow.TWO_MONTH: "每两个月",
    QuotaWindow.MONTH: "每月",
    QuotaWindow.ROLLING: "最近若干天",
    QuotaWindow.BY_DATE: "到某一天",
}
FIRST_WINDOWS = {
    FirstWindow.FULL: "照样要求",
    FirstWindow.PRORATED: "按天折算",
    FirstWindow.WAIVED: "不要求",
}
NEW_PAIRINGS = {
    NewPairing.FULL: "照样要求",
    NewPairing.PRORATED: "按天折算",
    NewPairing.NEXT_WINDOW: "从下一段起",
}
GROUPS = {
    GroupId.GENERAL: "综合组",
    GroupId.PROMOTION: "推进组",
    GroupId.PUBLICITY: "宣传组",
    GroupId.SUPERVISION: "监督组",
}
_BY_FIELD = {
    "window": {word.value: said for word, said in WINDOWS.items()},
    "first_window": {word.value: said for word, said in FIRST_WINDOWS.items()},
    "new_pairing": {word.value: said for word, said in NEW_PAIRINGS.items()},
    "scope": {word.value: said for word, said in SCOPES.items()},
    "channels": {word.value: said for word, said in CHANNELS.items()},
    "tier": {word.value: said for word, said in TIERS.items()},
    "level": {word.value: said for word, said in TIERS.items()},
    "who": {word.value: said for word, said in HOLDERS.items()},
    "kinds": {word.value: said for word, said in KINDS.items()},
    "roles": {word.value: said for word, said in ROLES.items()},
}
WORDS = {said: word for known in _BY_FIELD.values() for word, said in known.items()}
"""The words of the files by what is said for them; what several fields share stands for the last."""
ENUMS = (QuotaWindow, FirstWindow, NewPairing, QuotaScope, Channel, Tier, DutyHolder, DigestKind, Role)
YES_NO = {True: "是", False: "否"}
NONE = "不写"
CHANGED = "{name}：{before} → {after}"
PART = {
    Fate.ADDED: "新增{part}“{name}”",
    Fate.REMOVED: "删去{part}“{name}”",
    Fate.CHANGED: "{part}“{name}”：{fields}",
    Fate.REORDERED: "{part}的先后次序有变",
}
TERM = "“{name}”的本段：{before} → {after}"
NEW_TERM = "“{name}”的本段：{after}"
WINDOW = "{days} {count} 次"
DROPPED = "不再发的调度（{}）："
ADDED = "新增的调度（{}）："
MORE = "……另有 {} 次"


def field(path: str) -> str:
    """Name a field by what leads to it; an entry of a table keeps its own name."""
    return " ".join(FIELDS.get(part, part) for part in path.split("."))


def value(path: str, of: object) -> str:
    """Say a plain value."""
    words = _BY_FIELD.get(path.rpartition(".")[2], {})
    if of is None or of in ("", [], {}):
        return NONE
    if isinstance(of, bool):
        return YES_NO[of]
    if isinstance(of, list):
        return "、".join(value(path, one) for one in of)
    if isinstance(of, dict):
        return "，".join(
            f"{field(key)} {value(key, one)}" for key, one in of.items() if one not in (None, "", [])
        )
    return words.get(str(of), _hour(str(of)))


def _hour(word: str) -> str:
    """Leave out seconds that nobody wrote."""
    return word[:5] if len(word) == 8 and word[2::3] == "::" else word
