"""What is said on binding and greeting."""

from campaign.errors import CodeWrong
from handlers.start.actions import StrangerKind, Welcome
from handlers.texts import bold, esc, example

STRANGER = "您好，这里是工会专班内部使用的登记助手。请点击管理员发来的邀请链接绑定账号。"
FORMER = (
    "这个账号现在不能使用：角色已到期或已收回，或者已换用别的账号、解除绑定。需要继续使用，请与管理员联系。"
)
STRANGERS = {StrangerKind.UNKNOWN: STRANGER, StrangerKind.FORMER: FORMER}
LIST_LIMIT = 20


def greeting(welcome: Welcome) -> str:
    """The greeting of a bound person, with his counties and one sentence to type."""
    title = f"（{esc(welcome.title)}）" if welcome.title else ""
    lines = [f"{bold(welcome.name)}{title}，您好！", esc(welcome.campaign)]
    if welcome.counties:
        lines.append(f"您对口联系：{_listed(welcome.counties)}")
    if welcome.example_county:
        lines.append(f"联系之后发一句话就能登记，例如：\n<code>{example(welcome.example_county)}</code>")
    return "\n".join([*lines, "发送 /help 查看使用说明。"])


def wrong_code(wrong: CodeWrong) -> str:
    """A code that does not bind, with the tries that are left."""
    reason = "邀请码已过期或已用过，请联系管理员重新邀请。" if wrong.expired else "邀请码不正确，请核对。"
    left = f"还可以再试 {wrong.left} 次。" if wrong.left else "已连续输错 5 次，一天内不再受理。"
    return f"{reason}{left}"


def _listed(counties: tuple[str, ...]) -> str:
    names = "、".join(esc(name) for name in counties[:LIST_LIMIT])
    return f"{names}等 {len(counties)} 个县" if len(counties) > LIST_LIMIT else names
