"""What is said about a table of pairings. User text is escaped; all results are HTML."""

from collections.abc import Iterator, Sequence

from campaign.roster import RosterFault
from campaign.roster_changes import Repaired, RosterChanges, Sides
from handlers.roster.actions import Preview, Taken, Unusable
from handlers.screen import fit
from handlers.tables import TableTrouble
from handlers.texts import esc, short

ABOUT_ROSTER = ("安排表", "名单", "花名册", "导入")
SUFFIXES = (".xlsx", ".xls", ".xlsm", ".xlsb", ".xltm", ".ods", ".csv", ".tsv", ".et")
TAKE = "导入"
TAKEN = "已导入"
TAKEN_BEFORE = "这份安排表已导入，不用再点。"
STALE = "这份预览已过时，没有导入。请把表格再发一次。"
CHANGED_SINCE = "安排表在预览之后有改动，还没有导入。请核对新的预览。"
NOT_FETCHED = "没能取到这个文件，没有导入。请再发一次。"
TOO_BIG = "文件太大，没有导入。安排表一般不到 1 MB，请只留一张表，去掉图片后再发。"
NO_CHANGE = "与现在的安排一致，不用导入。"
FORMULAS = "表里有公式，没有导入。请复制这些列，“选择性粘贴”为数值，另存后再发。"
TROUBLES = {
    TableTrouble.KIND: "这种文件读不了，没有导入。请另存为 .xlsx 或 .csv 再发。",
    TableTrouble.MACROS: "表格带宏，按规定不打开，没有导入。请另存为不带宏的 .xlsx 再发。",
    TableTrouble.LOCKED: "表格设了密码，打不开，没有导入。请去掉密码另存后再发。",
    TableTrouble.HUGE: "表格太大，没有导入。请只留对口联系安排表这一张表再发。",
    TableTrouble.BROKEN: "表格打不开，可能已损坏，没有导入。请用表格软件打开，另存为 .xlsx 再发。",
    TableTrouble.BROKEN_TEXT: "引号不成对，分不清各列，没有导入。请用表格软件打开，另存为 .xlsx 再发。",
    TableTrouble.ENCODING: "文件里的文字认不出来，没有导入。请用表格软件打开，另存为 .xlsx 再发。",
}
FAULTS = {
    "head_missing": "表头里没有“{value}”这一列",
    "county_missing": "没有写县（联系领导是“{value}”）",
    "county_twice": "“{value}”出现了两次，请删去一处",
    "liaison_missing": "“{value}”没有写联系领导",
    "roster_empty": "一个县也没有，是不是选错了文件",
}
DOUBTS = {
    "county_shared": "“{value}”有几位联系领导",
    "county_unknown": "区划表里没有“{value}”",
    "county_elsewhere": "“{value}”不在这个市，在{near}",
    "county_ambiguous": "叫“{value}”的不止一个（{near}），请补上市",
    "county_alone": "“{value}”没有人联系",
    "county_overlap": "规定不重叠，但“{near}”也联系：{value}",
    "liaison_over": "“{value}”联系 {near} 个县，比规定的多",
    "liaison_under": "“{value}”联系 {near} 个县，比规定的少",
}
MEANT = "，是不是{near}"
MOST_DOUBTS = 5
FEW = (
    "<b>表里没有的县都不再联系</b>，请看是不是少了县。"
    "只改几个县的，不用发表：/people 名单下面按“改某县的对口联系”。"
)
HEADS = {"county": "县级工会", "liaison": "联系领导"}
NOBODY = "无人"
MOST_NAMES = 30


def unusable(found: Unusable) -> str:
    """Say why a table is not taken, row by row where rows are at fault."""
    if found.trouble:
        return TROUBLES[found.trouble]
    if found.formulas:
        return FORMULAS
    rows = [f"· {_fault(fault)}" for fault in found.faults]
    head = f"<b>表里有 {len(rows)} 处要改</b>，没有导入。改好后再发一次即可："
    return fit(head, rows, "", _more)


def _fault(fault: RosterFault) -> str:
    where = f"第 {fault.line} 行：" if fault.line else ""
    value = HEADS.get(fault.value, fault.value) if fault.kind == "head_missing" else fault.value
    return f"{where}{FAULTS[fault.kind].format(value=short(value, 60))}"


def preview(shown: Preview) -> str:
    """What a table would change."""
    if not shown.changes.any:
        return f"表里有 {shown.changes.rows} 个县，{NO_CHANGE}"
    head = f"<b>安排表预览</b>（{shown.changes.rows} 个县），还没有导入"
    lines = [FEW] if shown.changes.mostly_gone else []
    lines += _lines(shown.changes)
    if shown.bound_leaving:
        lines.append(f"不再列入的人里，账号随之停用的：{_names(shown.bound_leaving)}")
    lines += _doubts(shown.doubts)
    told = "" if shown.changes.first else "，联系的县有变的人会收到通知"
    return fit(head, lines, f"核对无误请点“{TAKE}”{told}；不导入就不用管。", _more)


def _doubts(doubts: Sequence[RosterFault]) -> Iterator[str]:
    if doubts:
        yield f"请核对（{len(doubts)} 处，不改也能导入）："
        yield from (f"· {_doubt(doubt)}" for doubt in doubts[:MOST_DOUBTS])
    if len(doubts) > MOST_DOUBTS:
        yield f"· ……另有 {len(doubts) - MOST_DOUBTS} 处"


def _doubt(doubt: RosterFault) -> str:
    facts = {"value": short(doubt.value, 60 if doubt.line else 600), "near": esc(doubt.near)}
    meant = MEANT.format_map(facts) if doubt.kind == "county_unknown" and doubt.near else ""
    where = f"第 {doubt.line} 行：" if doubt.line else ""
    return f"{where}{DOUBTS[doubt.kind].format_map(facts)}{meant}"


def taken(done: Taken) -> str:
    """What was changed."""
    lines = list(_lines(done.changes)) or [NO_CHANGE]
    foot = "" if not done.changes.joining else "新列入的人还没有绑定，可用 /invites 邀请。"
    return fit("<b>安排表已导入</b>", lines, foot, _more)


def _lines(changes: RosterChanges) -> Iterator[str]:
    kinds = (
        ("新增的县", changes.new),
        ("不再联系的县", changes.gone),
        ("新列入的人", changes.joining),
        ("不再列入的人", changes.leaving),
        ("职务有变的人", changes.titled),
    )
    for words, names in kinds:
        if names:
            yield f"{words}（{len(names)}）：{_names(names)}"
    if changes.changed:
        yield f"换人的县（{len(changes.changed)}）："
        yield from (f"· {_repaired(county)}" for county in changes.changed)


def _repaired(county: Repaired) -> str:
    return f"{esc(county.county)}：{_sides(county.before)} → {_sides(county.after)}"


def _sides(sides: Sequence[Sides]) -> str:
    return "；".join("，".join(esc(name) for name in pair if name) for pair in sides) or NOBODY


def _names(names: Sequence[str]) -> str:
    rest = f"等 {len(names)} 个" if len(names) > MOST_NAMES else ""
    return "、".join(esc(name) for name in names[:MOST_NAMES]) + rest


def _more(count: int) -> str:
    return f"……另有 {count} 行未列出"
