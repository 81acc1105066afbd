"""Heads and words of the ledger. Plain text."""

from collections.abc import Sequence
from datetime import date

from campaign.duty_standing import DutyState
from campaign.task_notes import TaskState
from campaign.vocabulary import IssueState, Resolver

CONTACTS = "联系记录"
ISSUES = "问题清单"
PRACTICES = "经验清单"
UNCOVERED = "未登记联系"
NUMBER = "编号"
COUNTY = "县级工会"
PREFECTURE = "设区市"
DAY = "联系日期"
CHANNEL = "方式"
PARTICIPANTS = "参加人数"
ATTENDEES = "谁去的"
LEADER = "领导到场"
LIAISON = "联系领导"
CONTACT_PERSON = "联系人"
AUTHOR = "录入人"
WRITTEN = "消息时间"
SAVED = "保存时间"
RAISED = "提出日期"
ISSUE = "问题"
CATEGORY = "类别"
OTHER_CATEGORY = "其他"
RESOLVER = "由谁解决"
DUE = "期限"
STATE = "状态"
LATE = "超期天数"
CLOSED = "销号日期"
RESULT = "处理结果"
PROGRESS = "最近进展"
PRACTICE = "经验做法"
EVER = "开展以来联系次数"
LAST = "最近联系日期"
WINDOW = "本期情况"
NEVER = "从未登记联系"
QUIET = "本期未登记联系"
CHOSEN = "选用"
DUTIES = "常设事项"
DUTY = "事项"
HOLDER = "由谁承办"
DUTY_WINDOW = "时段"
REQUIRED = "应办次数"
DONE = "已办次数"
DUTY_STATES = {
    DutyState.DONE: "已办",
    DutyState.OWED: "还没办完",
    DutyState.OVERDUE: "逾期未办",
    DutyState.PAUSED: "暂停，不要求",
}
TASKS = "任务台账"
SECTION = "属于"
TASK = "任务"
LEAD = "牵头"
HELPERS = "配合"
NOTED = "进展日期"
TASK_STATES = {TaskState.OPEN: "未开始", TaskState.GOING: "推进中", TaskState.DONE: "已完成"}
YES_NO = {True: "是", False: "否", None: None}
STATES = {IssueState.OPEN: "未解决", IssueState.CLOSED: "已销号"}
RESOLVERS = {
    Resolver.PARTY_GOVERNMENT: "党委政府",
    Resolver.UNION_RESOURCES: "上级工会",
    Resolver.COUNTY_ITSELF: "县级工会自身",
}


def names(every: Sequence[str]) -> str:
    """Several names in one cell."""
    return "、".join(every)


def file_name(day: date, *, demo: bool) -> str:
    """The workbook's name; a rehearsal's says so."""
    return f"{'演示-' if demo else ''}联系台账-{day}.xlsx"
