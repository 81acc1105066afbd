"""Words for the kinds of digests."""

from campaign.vocabulary import DigestKind
from digests.texts import KINDS

USAGE = "可以发 /digest（双月）、/digest 季度 或 /digest 半年，查看此刻的情况；/digest 草稿 看将要发出的。"

PROVINCES = "看哪个省的图？点省名，图发在这里。"
PROVINCES_IN_PRIVATE = "省名单已私聊发给您，点省名就发图。"
PICTURES_NOT_BOUND = "图只给已绑定的同志看。请先打开与机器人的私聊，按提示绑定。"

LONG_PROVINCES = ("内蒙古", "黑龙江")
PROVINCE_ENDS = ("省", "市", "自治区")


def province(name: str) -> str:
    """A province's name as short as it is said every day."""
    long = next((known for known in LONG_PROVINCES if name.startswith(known)), name[:2])
    return long if name.endswith(PROVINCE_ENDS) else name


def kind_named(word: str) -> DigestKind | None:
    """Return the kind that a word begins the name of; the two-month one without a word."""
    if not word:
        return DigestKind.TWO_MONTH
    return next((kind for kind, name in KINDS.items() if name.startswith(word[:2])), None)
