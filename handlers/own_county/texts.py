"""What a county reads. User text is escaped; all results are HTML."""

from campaign.county_words import CountyWord, Verdict
from campaign.issues import Dossier
from campaign.records import Contact
from campaign.vocabulary import IssueStep
from handlers.own_county.actions import Home, OwnIssuesShown, Recorded
from handlers.screen import fit
from handlers.texts import DOT, bold, channel_words, esc, further, more_lines, short, short_day

RECORDS = "登记的联系"
RAISE = "提出问题"
ISSUES = "未解决的问题和答复"
SO = "属实"
NOT_SO = "有出入"
SEND_ALONE = "不说明，直接提交"
SUBMIT = "提交"
LEAVE = "不提了"
SUBMITTED = "已提交"
LEFT = "没有提交"
SAID_SO = "已确认，谢谢"
ASK_OBJECTION = "第 {number} 号联系哪里有出入？请发一句话，会转给录入的人和管理员。不提了发 /cancel。"
OBJECTED = "已转给录入的人和管理员，由他们核对更正。"
ASK_ISSUE = "请用一句话写出需要上级工会协调解决的问题。不提了发 /cancel。"
NO_CONTACTS = "还没有登记与本县的联系。"
NO_ISSUES = "没有未解决的问题。"
ONLY_THIS = "这里只能看和办本县的事："
VERDICTS = {Verdict.CONFIRMED: "已确认属实", Verdict.OBJECTED: "已提异议"}
STEPS = {IssueStep.PROGRESS: "答复", IssueStep.REOPEN: "重新打开", IssueStep.CLOSE: "销号"}
UNION = "上级工会"


def home(shown: Home) -> str:
    """A greeting, and what can be done here."""
    paired = f"\n对口联系：{'、'.join(map(esc, shown.paired))}" if shown.paired else ""
    return (
        f"{bold(shown.county.name)}工会，您好！\n{esc(shown.campaign)}{paired}\n"
        "机器人不会催办，也不发调度。需要时按下面的按钮："
    )


def recorded(page: Recorded) -> str:
    """One page of what is logged of the county."""
    if not page.total:
        return NO_CONTACTS
    lines = [_contact(contact, page) for contact in page.contacts]
    foot = further(page.left, "次") if page.left else ""
    return fit(f"{bold(page.county.name)}登记的联系（共 {page.total} 次）", lines, foot, more_lines)


def _contact(contact: Contact, page: Recorded) -> str:
    people = f"{contact.participants} 人" if contact.participants else ""
    said = page.said.get(contact.number)
    parts = (
        f"第 {contact.number} 号",
        short_day(contact.day, page.today),
        channel_words(contact.channel),
        people,
        VERDICTS[said.verdict] if said else "",
    )
    return DOT.join(part for part in parts if part)


def answer_label(number: int, *, so: bool) -> str:
    """A button that answers on one contact."""
    return f"{SO if so else NOT_SO} 第 {number} 号"


def issues(shown: OwnIssuesShown) -> str:
    """The open issues with their answers; nobody's name but of those who are paired."""
    if not shown.total:
        return NO_ISSUES
    lines = [line for dossier in shown.dossiers for line in _issue(dossier, shown)]
    left = shown.total - len(shown.dossiers)
    return fit(
        f"{bold(shown.county.name)}未解决的问题（{shown.total} 个）",
        lines,
        more_lines(left) if left else "",
        more_lines,
    )


def _issue(dossier: Dossier, shown: OwnIssuesShown) -> list[str]:
    issue = dossier.issue
    due = f"（期限 {short_day(issue.due, shown.today)}）" if issue.due else ""
    lines = [f"第 {issue.number} 号：{short(issue.text, 200)}{due}"]
    for event, day in zip(dossier.events, shown.days[issue.number], strict=True):
        if event.step in STEPS:
            who = event.actor_name if event.actor_name in shown.known else UNION
            note = f"：{short(event.note, 200)}" if event.note else ""
            lines.append(f"· {short_day(day, shown.today)} {esc(who)}{STEPS[event.step]}{note}")
    return lines


def asking_submit(text: str) -> str:
    """An issue before it is raised."""
    return f"将提出：{short(text)}"


def submitted(number: int) -> str:
    """An issue that was raised."""
    return f"已提出，问题第 {number} 号，已告诉对口联系的同志。按“{ISSUES}”看答复。"


def answered(word: CountyWord) -> str:
    """What the county said, in a toast."""
    return SAID_SO if word.verdict is Verdict.CONFIRMED else OBJECTED
