"""The names of roles and of what they may do."""

from campaign.permissions import Action, Reach
from campaign.vocabulary import Role

ROLES = {
    Role.ADMIN: "管理员（综合组）",
    Role.PROMOTION: "推进组",
    Role.PUBLICITY: "宣传组",
    Role.SUPERVISION: "监督组",
    Role.LEADER: "联系领导",
    Role.DEPARTMENT: "部门",
    Role.CONTACT_PERSON: "联系人",
    Role.COUNTY: "县级工会",
    Role.OBSERVER: "观察员",
}
ACTIONS = {
    Action.HELP: "绑定账号、看使用说明、选界面语言、退出正在填的表",
    Action.READ_FIGURES: "看总体进展、某县进展、未登记联系的县",
    Action.READ_MINE: "看自己联系的县、自己的登记和提醒",
    Action.READ_RECORDS: "看各县的联系、问题、经验和照片",
    Action.WRITE: "发文字、照片和文件，填卡片",
    Action.LOG: "登记联系",
    Action.CORRECT: "更正、撤销、撤回登记",
    Action.RAISE: "提出问题",
    Action.FOLLOW: "记问题进展、销号、重开",
    Action.CHOOSE: "选用经验",
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
