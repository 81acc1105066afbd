"""Words for the kinds of digests."""

from collections.abc import Sequence

from campaign.vocabulary import DigestKind
from digests.texts import KINDS

USAGE = "可以发 {ways}，查看此刻的情况；/digest 草稿 看将要发出的。"
SAID = {
    DigestKind.WEEK: "周报",
    DigestKind.MONTH: "月",
    DigestKind.TWO_MONTH: "双月",
    DigestKind.QUARTER: "季度",
    DigestKind.HALF_YEAR: "半年",
    DigestKind.PARTY: "党组",
}

PROVINCES = "看哪个省的图？点省名，图发在这里。"
PROVINCES_IN_PRIVATE = "省名单已私聊发给您，点省名就发图。"
PICTURES_NOT_BOUND = "图只给已绑定的同志看。请先打开与机器人的私聊，按提示绑定。"

LONG_PROVINCES = ("内蒙古", "黑龙江")
PROVINCE_ENDS = ("省", "市", "自治区")


def province(name: str) -> str:
    """A province's name as short as it is said every day."""
    long = next((known for known in LONG_PROVINCES if name.startswith(known)), name[:2])
    return long if name.endswith(PROVINCE_ENDS) else name


def kind_named(word: str, kinds: Sequence[DigestKind]) -> DigestKind | None:
    """Return which of some kinds a word begins the name of; the first one without a word."""
    return next((kind for kind in kinds if KINDS[kind].startswith(word[:2])), None)


def usage(kinds: Sequence[DigestKind]) -> str:
    """Say which kinds of digests may be asked for."""
    first, *others = (SAID[kind] for kind in kinds)
    ways = [f"/digest（{first}）", *(f"/digest {other}" for other in others)]
    return USAGE.format(ways=" 或 ".join(filter(None, ("、".join(ways[:-1]), ways[-1]))))
