"""What is wrong with a file that somebody handed in, and how to mend it."""

from bot.file_faults import FileFault, UnusableFileError
from digests.changes.texts import FIELDS, WORDS

FILE_FAULTS = {
    "campaign_missing": "找不到这个专项工作：既不是文件，也不是附带的编号（{known}）。请检查写法",
    "file_exists": "已经存在，不会覆盖。请换一个文件夹",
    "file_missing": "没有这个文件。请检查路径",
    "file_unreadable": "读不了这个文件。请检查它是不是文件夹、有没有读的权限",
    "encoding": "看不懂文件的编码。请另存为 UTF-8（在表格软件里选“CSV UTF-8”）",
    "table_kind": "不认识“{value}”文件。请另存为 .xlsx 或 .csv",
    "csv_broken": "引号不成对，分不清各列。请用表格软件打开后重新另存为 CSV",
    "sheet_broken": "打不开这个表格，可能已损坏或设了密码。请重新另存为 .xlsx",
    "yaml_broken": "YAML 写法不对。请检查这一行和上一行：缩进对不对齐，冒号后有没有空格，引号、括号成不成对",
    "yaml_tab": "行首用了制表符（Tab）。请改成空格",
    "yaml_colon": "冒号是全角的“：”。请改成半角的“:”，后面空一格",
    "yaml_deep": "套得太深，或一段引用了太多次。请照模板写",
    "rules_empty": "文件里没有规则。请照模板（liaison campaign template）写",
    "rule_twice": "“{field}”写了两次。请删去一处",
    "rule_missing": "缺少“{field}”。请补上，写法见模板（liaison campaign template）",
    "rule_unknown": "不认识“{field}”。请删去或改正拼写",
    "rule_word": "“{field}”不能是“{value}”。可以写：{expected}",
    "rule_id": "“{field}”不能是“{value}”。只能用小写字母、数字和连字符",
    "rule_least": "“{field}”是 {value}，太小了。至少是 {expected}",
    "rule_most": "“{field}”是 {value}，太大了。最多是 {expected}",
    "rule_empty": "“{field}”是空的。至少写一项",
    "rule_date": "“{field}”写成了“{value}”。应写成 2022-11-15 这样的日期",
    "rule_time": '“{field}”写成了“{value}”。应写成 "09:00" 这样的时刻',
    "rule_number": "“{field}”写成了“{value}”。应是一个整数",
    "rule_yes_no": "“{field}”写成了“{value}”。应写 true 或 false",
    "rule_zone": "不认识时区“{value}”。中国内地请写 Asia/Shanghai",
    "rule_blank": "“{field}”是空的。请写上，不要的就删去这一行",
    "rule_long": "“{field}”太长。最多 {expected} 个字",
    "rule_text": "“{field}”应是一段文字。请加上引号，写在同一行",
    "rule_list": "“{field}”应是几项的列表。写成 [甲, 乙]，或每行一项，以“- ”开头",
    "rule_fields": "“{field}”应是几个“字段: 内容”，不是一段文字。请检查缩进",
    "rule_same": "“{field}”是“{value}”，前面已有一项相同。请改成不同的",
    "rule_second_tree": "问题只能按一套标签归类，前面已有一套写了 issues: true。请只留一套",
    "rule_words_idle": "“{value}”写了“{field}”，这一套却不归类问题。请加上 issues: true，或删去这些词",
    "rule_backwards": "“{field}”是 {value}，早于 {expected}。请改正日期",
    "rule_outside": "“{field}”是 {value}，不在 {first} 至 {last} 之内。请改这个日期，或改 start、end",
    "rule_overlap": "“{field}”是 {value}，那时“{expected}”还没有结束。请让各阶段首尾相接、互不重叠",
    "rule_other_year": "“{field}”写成了 {value}，却列在 {expected} 年下面。请移到那一年下面",
    "rule_day_both": "“{field}”的 {value} 既算放假又算上班。请删去一处",
    "rule_by_missing": "“{field}”是 by_date，却没有写到哪一天为止。请加一行 by: 2022-12-31 这样的日期",
    "rule_by_idle": "只有 window: by_date 才写“{field}”。请删去这一行，或把 window 改成 by_date",
    "rule_days_missing": "“{field}”是 rolling，却没有写多少天。请加一行 days: 60 这样的天数",
    "rule_days_idle": "只有 window: rolling 才写“{field}”。请删去这一行，或把 window 改成 rolling",
    "rule_carry_idle": "“{field}”是 true，但这种时段只有一个，多出的次数没有下一段可转。请删去这一行",
    "rule_pairing_idle": "按县算时不分谁去，不写“{field}”。请删去这一行，或把 scope 改成 pair、liaison",
    "rule_least_most": "“{field}”是 {value}，比 least（{expected}）还少。请改正",
    "rule_persons_missing": "“{field}”是 person，却没有写是谁。请加一行 persons: [姓名]",
    "rule_persons_idle": "只有 who: person 才写“{field}”。请删去这一行，或把 who 改成 person",
    "rule_nobody": "“{field}”是 false，又没有写 roles 或 persons，这几种没有人收到。请写上发给谁",
    "rule_kind_idle": "“{field}”是 {value}，上面却没有写它在哪些月发。请加上，或删去这一种",
    "rule_link_self": "“{field}”是本专项工作自己。请删去",
    "rule_link_missing": "“{field}”指向“{value}”，linked 里没有它。请在 linked 里加上",
    "rule_other_campaign": "“{field}”是“{value}”，您管理的是“{expected}”。请改回；另一个专项工作请由运维载入",
    "rule_wrong": "“{field}”写成了“{value}”，不对。写法见模板（liaison campaign template）",
    "person_stray": "“{field}”里的“{value}”，安排表和工作组里都没有。请改成那里的写法，或写进 members",
    "alias_stray": "aliases 指向“{value}”，安排表里没有这个县。请改成表中的写法",
    "roster_empty": "表里一个县也没有。请检查是不是选错了文件",
    "head_missing": "表头里没有“{value}”这一列。请在第一行补上",
    "county_missing": "这一行没有写县（联系领导是“{value}”）。请补上或删去这一行",
    "county_twice": "“{value}”出现了两次，领导相同，或有一处写了“无”。请删去一处",
    "liaison_missing": "“{value}”没有写联系领导。请补上",
}
HEADS = {"county": "县级工会", "liaison": "联系领导"}
FIELD_NAMES = {said: name for name, said in FIELDS.items()}
SEVERAL = "几项内容"
MOST_LETTERS = 60
LINE = "第 {} 行："
MAYBE = "（是不是想写“{}”？）"


def sentence(fault: FileFault) -> str:
    """Say what is wrong with a file, where, and how to mend it."""
    value = fault.facts.get("value", "")
    known = dict(fault.facts) | {
        "value": HEADS.get(value, _clipped(value)) or _unnamed(fault),
        "expected": _expected(fault.facts.get("expected", "")),
    }
    told = FILE_FAULTS[fault.kind].format_map(known)
    if near := fault.facts.get("near") or _translated(fault):
        told += MAYBE.format(near)
    return (LINE.format(fault.line) if fault.line else "") + told + "。"


def _unnamed(fault: FileFault) -> str:
    """Name what stands where one value should: rules may hold a whole list there."""
    return SEVERAL if fault.kind.startswith("rule_") else ""


def _clipped(value: str) -> str:
    return value if len(value) <= MOST_LETTERS else f"{value[:MOST_LETTERS]}…"


def _translated(fault: FileFault) -> str:
    """Return the word that somebody wrote in Chinese, where the file wants the program's own."""
    if fault.kind == "rule_word":
        known = WORDS.get(fault.facts["value"], "")
        return known if f"'{known}'" in fault.facts["expected"] else ""
    return (
        FIELD_NAMES.get(fault.facts["field"].rpartition(".")[2], "") if fault.kind == "rule_unknown" else ""
    )


def _expected(words: str) -> str:
    return words.replace("'", "").replace(" or ", "、").replace(", ", "、")


def unusable(error: UnusableFileError) -> str:
    """Say everything that is wrong with a file."""
    told = [sentence(fault) for fault in error.faults]
    if len(told) == 1:
        return f"{error.path}：{told[0]}"
    return f"{error.path} 有 {len(told)} 处要改：\n" + "\n".join(f"  {line}" for line in told)
