"""The help of every command and option, and what is wrong with what was typed."""

ERROR_LEAD = "出错："
USAGE = "用法："
POSITIONALS = "参数"
OPTIONS = "选项"
COMMANDS = "命令"
COMMAND = "命令"
HELP_OPTION = "显示这份说明"
VERSION_OPTION = "显示版本"

ABOUT = "对口联系助手：领导、部门与县级工会对口联系的登记、查漏和调度。"
EPILOG = """设置都来自环境变量（LIAISON_BOT_TOKEN、LIAISON_DATABASE_URL 等，见 docs/settings.md）。
先看一看：liaison rehearse    正式使用：docs/operator.md
退出码：0 完成；1 没有做成，或检查没有通过；2 写法或设置不对。"""

COMMAND_HELP = {
    "run": "正式运行（需要令牌 LIAISON_BOT_TOKEN）",
    "rehearse": "排练：在本机演练全部过程，不需要令牌",
    "campaign": "写、检查、载入专项工作的规则",
    "campaign check": "检查规则和对口联系安排表，不写入任何东西",
    "campaign dates": "列出哪天发调度、每段到哪天、要几次，商定之前先看；不写入任何东西",
    "campaign schema": "写出规则的 JSON Schema，编辑器有了它会提示字段、标出错处",
    "campaign template": "写出带说明的模板，照着改就是自己的规则",
    "campaign load": "载入规则和对口联系安排表；已经载入的先列出有哪些不同，加 --yes 才更新",
    "roster": "对口联系安排表",
    "roster import": "导入对口联系安排表（csv、xlsx）；不在表中的联系关系到此为止，记录都保留",
    "invite": "发一个邀请码，把一个 Telegram 账号与安排表中的人对上",
    "coverage": "各县的联系情况",
    "digest": "把调度写成文件（文字和图片），不发送",
    "doctor": "检查设置、数据库、专项工作和 Telegram",
    "db": "数据库",
    "db upgrade": "建立数据库，或升级到这一版程序",
    "db check": "检查数据库是否与这一版程序相符",
    "db backup": "把数据库备份成一个文件",
    "db restore": "从备份恢复到空的数据库",
    "understand": "逐行读 JSON（id、now、sender、text），写出对每条消息的理解；不需要数据库和令牌",
}
PORT = "排练页面的端口（默认 8765）"
PLAYED_CAMPAIGN = "排练用的专项工作：编号或规则文件（默认 jiujiang-2022-demo）"
START_OF_CLOCK = "排练的时钟从何时开始，如 2023-02-20T08:30；只在第一次启动时有用"
STATE = "排练的数据放在哪里（默认 var/rehearsal）；删掉它就重新开始"
RULES_FILE = "规则文件（campaign.yaml）、它所在的文件夹，或随程序附带的专项工作的编号"
LOAD_CHANGES = "已经载入过、又有不同时，按新的更新"
TEMPLATE_FOLDER = "把模板和安排表写到这个文件夹（不会覆盖已有的文件）；不写就显示在屏幕上"
ROSTER_FILE = "对口联系安排表，第一行是表头（联系领导、县级工会等）"
DRY_RUN = "只检查，不写入"
CAMPAIGN = "专项工作的编号（默认 LIAISON_CAMPAIGN；只载入了一个时可以不写）"
INVITED = "安排表中的姓名或部门"
INVITED_ADMIN = "邀请管理员"
ROLE = "给这个人的角色，不在安排表上的人也可以；不写就只发邀请码"
ROLE_COUNTY = "角色是 county 时，代表哪个县级工会"
ROLE_FIRST = "角色从哪天起，如 2023-03-01（默认今天）"
ROLE_LAST = "角色到哪天为止，如 2023-06-30（默认不限期）"
AS_JSON = "写成 JSON"
AS_OF_DAY = "截至何时，如 2023-02-27 或 2023-02-27T09:00；只写日期时算到当天结束（默认现在）"
DIGEST_KIND = (
    "week 周报，month 月调度，two-month 双月调度，quarter 季度小结，half-year 半年总结，party 党组汇报"
)
AS_OF_CUT_OFF = "截至何时；只写日期时按规则中的发布时刻（默认现在）"
OUT = "写到哪个文件夹"
NO_PICTURE = "只写文字，不画图"
ALIVE = "只看机器人是否还活着：心跳文件不超过三分钟（容器的健康检查用）"
BACKUP_FILE = "写到哪个文件（不会覆盖已有的文件）"
RESTORE_FILE = "备份文件"
UNDERSTOOD_CAMPAIGN = "随程序附带的专项工作的编号，或规则文件"

ARGUMENT_FAULTS = (
    (r"the following arguments are required: (.+)", "缺少 {}。"),
    (r"unrecognized arguments: (.+)", "不认识“{}”。"),
    (r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.+)\)", "“{1}”不对，可以写：{2}。"),
    (r"argument (\S+): expected one argument", "{} 后面缺少内容。"),
    (r"argument (\S+): not allowed with argument (\S+)", "{} 和 {} 不能同时写。"),
    (r"argument (\S+): ignored explicit argument '?(.*?)'?$", "{} 后面不能写“{}”。"),
    (r"one of the arguments (.+) is required", "要写 {} 当中的一个。"),
    (r"ambiguous option: (\S+) could match (.+)", "“{}”不明确，可能是 {}。"),
    (r"argument (\S+): (.+)", "{}：{}"),
)
BAD_PORT = "“{}”不是端口，应是 1 到 65535 的数。"
BAD_MOMENT = "“{}”不是日期或时刻，应写成 2023-02-27 或 2023-02-27T09:00。"
