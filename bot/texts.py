"""What the running program itself says to people; conversations have their texts beside their handlers."""

STORE_IS_FULL = "暂时存不下，还没有保存。这一条已收到，稍后会自动处理，不必重发。"
STORE_IS_FULL_PRESSED = "暂时存不下，还没有保存；已收到，稍后会自动处理。"
GAVE_UP = "这一条没能处理完。请用 /my 看看是否已经记下；没有的话请换个说法再发一次，或告诉管理员。"
GAVE_UP_PRESSED = "没能处理完。请用 /my 看看是否已经记下，再试一次或告诉管理员。"


def undeliverable(name: str, *, group: bool, gone: bool) -> str:
    """Tell an admin that a group or a person can no longer be reached, or that one message failed."""
    if not gone:
        return f"有一条消息没能发给“{name}”，程序不会再试。请联系运维查看日志。"
    if group:
        return f"群“{name}”收不到消息了：机器人被移出了群，或不能发言。重新拉进群后，需要再批准一次。"
    return f"{name} 收不到消息了：对方停用了机器人或注销了账号。请提醒对方在私聊里发 /start。"
