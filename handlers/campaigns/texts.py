"""What is said to somebody who takes part in two campaigns. User text is escaped; all results are HTML."""

from collections.abc import Sequence

from handlers.campaigns.actions import Choice
from handlers.texts import bold, esc, short

WHICH = "您参加了几项工作，这是哪一项的？选定以后都按这项办，要换时发 /help。"


def chosen(choice: Choice) -> str:
    """What was chosen."""
    return f"现在办理：{bold(choice.title)}"


def went_over(title: str) -> str:
    """What was said belongs to another campaign than before."""
    return f"这条按“{esc(title)}”办理，接下来也按这项。"


def of(title: str) -> str:
    """The head of what the bot says of its own accord: of which campaign it is."""
    return f"【{esc(short(title, 60))}】"


def label(choice: Choice, *, current: bool = False) -> str:
    """A button that chooses a campaign."""
    name = short(choice.title, 40)
    return name if current else f"换到：{name}"


def own(choices: Sequence[Choice], current: str) -> str:
    """A line of help for somebody who has several; nothing for the others."""
    now = next((choice for choice in choices if choice.id == current), None)
    return chosen(now) if now and len(choices) > 1 else ""
