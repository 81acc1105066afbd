"""What notices say."""

from handlers.texts import short

APPROVE = "批准"
REFUSE = "拒绝"


def group_waiting(title: str) -> str:
    """A group that added the bot waits for approval."""
    return f"机器人被拉进群“{short(title, 200)}”。批准后，该群会按时收到调度情况；未批准的群收不到任何内容。"
