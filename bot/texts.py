"""What the running program itself says to people; conversations have their texts beside their handlers."""

from bot.alarms import Alarm

STORE_IS_FULL = "暂时存不下，还没有保存。这一条已收到，稍后会自动处理，不必重发。"
STORE_IS_FULL_PRESSED = "暂时存不下，还没有保存；已收到，稍后会自动处理。"
GAVE_UP = "这一条没能处理完。请用 /my 看看是否已经记下；没有的话请换个说法再发一次，或告诉管理员。"
GAVE_UP_PRESSED = "没能处理完。请用 /my 看看是否已经记下，再试一次或告诉管理员。"

ALARMS = {
    Alarm.DIGEST: "调度没能发到群“{}”，程序不会再试。可在群里发 /digest 代替，并请运维查看日志。",
    Alarm.DISK: "存放数据的磁盘快满了，只剩 {} MB。满了就存不下新的登记，请联系运维清理。",
    Alarm.STORE: "刚才磁盘满了，有一阵存不下登记；现在已恢复，收到的消息会接着处理。请联系运维腾出空间。",
    Alarm.BACKUP: "数据已有 {} 天没有备份。请联系运维备份。",
    Alarm.PICTURE: "群“{}”不收图片，调度的图改用文件发，还不收就只发文字。请在群设置里允许发图片。",
    Alarm.FLOOD: "Telegram 让机器人放慢，有些消息要晚到约 {} 分钟。程序会自动补发，不必处理。",
}


def undeliverable(name: str, *, group: bool, gone: bool) -> str:
    """Tell an admin that a group or a person can no longer be reached, or that one message failed."""
    if not gone:
        return f"有一条消息没能发给“{name}”，程序不会再试。请联系运维查看日志。"
    if group:
        return f"群“{name}”收不到消息了：机器人被移出了群，或不能发言。重新拉进群后，需要再批准一次。"
    return f"{name}收不到消息了：本人已屏蔽机器人，或注销了账号。请提醒本人在与机器人的私聊里发 /start。"


def broadcast(groups: int, waiting: int, failed: int) -> str:
    """Tell an admin how far a digest to many groups is."""
    lost = f"，其中 {failed} 个没发成" if failed else ""
    if waiting:
        return f"正在发调度：{groups} 个群，已发 {groups - waiting} 个{lost}。这一条会自动更新。"
    return f"调度已发完：{groups} 个群{lost}。"
