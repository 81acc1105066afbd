"""What is said about files, and how they are counted."""

from collections.abc import Mapping

from campaign.attachments import MOST, FileKind

COUNTED = {
    FileKind.PHOTO: "照片 {count} 张",
    FileKind.VIDEO: "视频 {count} 段",
    FileKind.VIDEO_NOTE: "小视频 {count} 段",
    FileKind.DOCUMENT: "文件 {count} 个",
    FileKind.VOICE: "语音 {count} 条",
    FileKind.PLACE: "位置 {count} 处",
}
NAMES = {
    FileKind.PHOTO: "照片",
    FileKind.VIDEO: "视频",
    FileKind.VIDEO_NOTE: "小视频",
    FileKind.DOCUMENT: "文件",
    FileKind.VOICE: "语音",
    FileKind.PLACE: "位置",
}
UNREADABLE = "目前只能读文字。请发一句话说明到了哪个县、哪天、什么方式，或用 /log 按表填写。"
KEEP_PLACE = "保存位置"
LEAVE_PLACE = "不保存"
PLACE_KEPT = "位置已保存"
PLACE_LEFT = "没有保存位置"
PLACE_ALONE = "位置没有保存。需要留存时，先发一句话登记，再发位置，由您点“保存位置”。"
PLACE_GONE = "这个位置已取不到，没有保存。需要时请重新发一次。"
NO_VOICE = "语音不能转成文字，"


def counts(files: Mapping[FileKind, int]) -> str:
    """How many files of each kind."""
    return "、".join(COUNTED[kind].format(count=count) for kind, count in files.items())


def alone(kind: FileKind) -> str:
    """What to do with a file that came without words."""
    heard = NO_VOICE if kind is FileKind.VOICE else ""
    return (
        f"{NAMES[kind]}已收到，{heard}还没有登记。请在 10 分钟内接着发一句话：到了哪个县、哪天、什么方式，"
        f"{NAMES[kind]}就和它一起登记。"
    )


def joined(kind: FileKind, where: str) -> str:
    """That a file joined a card or a record; a voice still wants words."""
    if kind is FileKind.VOICE:
        return f"语音已附到{where}。{NO_VOICE}要登记的内容请再写一句。"
    return f"{NAMES[kind]}已附到{where}。"


def too_many() -> str:
    """That there is no more room."""
    return f"每条登记最多保存 {MOST} 个附件，多出的没有保存（仍在聊天里）。"


def on_card() -> str:
    """The card that is open."""
    return "上面的卡片"


def on_record(number: int | None) -> str:
    """A record by its number."""
    return f"第 {number} 号" if number else "这条记录"


def ask_place(where: str) -> str:
    """Whether a place may be kept."""
    return f"要把这个位置和{where}一起保存吗？不点就不保存。"
