"""Words for the kinds of digests."""

from campaign.vocabulary import DigestKind
from digests.texts import KINDS

USAGE = "可以发 /digest（双月）、/digest 季度 或 /digest 半年，查看此刻的情况；/digest 草稿 看将要发出的。"


def kind_named(word: str) -> DigestKind | None:
    """Return the kind that a word begins the name of; the two-month one without a word."""
    if not word:
        return DigestKind.TWO_MONTH
    return next((kind for kind, name in KINDS.items() if name.startswith(word[:2])), None)
