"""The names of the languages, each in itself, and what is said about them in both."""

from campaign.languages import Language

NAMES = {Language.CHINESE: "中文", Language.ENGLISH: "English"}
ASK = "界面语言 / Interface language"
CHOSEN = {
    Language.CHINESE: "界面已改为中文。",
    Language.ENGLISH: (
        "The interface speaks English where it can; what is not translated stays Chinese. "
        "Reports are still written and read in Chinese. /language changes it back."
    ),
}


def left_out(count: int) -> str:
    """How many lines had no room."""
    return f"……另有 {count} 条未列出"
