"""A short print of what an issue says: two that mean the same problem have the same print.

It is made of the text's characters without order, once names of places, amounts and words that change nothing
are gone and words of one meaning stand for one another (data/gist.json). Better two prints for one problem
than one print for two.
"""

import hashlib
import json
import re
from functools import cache
from importlib.resources import files

_TOWN = re.compile("^[^\u4e61\u9547]{2}(?:\u4e61|\u9547|\u8857\u9053)")
_TOWNS = "\u4e61\u9547"
_COUNTIES = "\u53bf\u533a\u5e02"
_AMOUNT = re.compile(
    "(?:[0-9.]+|[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u4e24\u534a\u51e0\u591a\u6570\u4fe9]+)"
    "(?:\u4e2a?(?:\u6708|\u5b63\u5ea6|\u661f\u671f)|\u5e74|\u5929|\u4e2a|\u540d|\u5bb6|\u6b21|\u5757|\u4e07\u5143?|\u5143|\u5904|\u95f4|\u6237|\u4f4d|\u4eba)[\u591a\u6765]?|[0-9.]+"
)


def gist_of(text: str, county: str = "") -> str:
    """Return the print, 16 characters, of an issue of a county."""
    plain = "".join(char for char in text.casefold() if char.isalnum())
    for name in (county, county.rstrip(_COUNTIES)):
        plain = plain.replace(name, "") if len(name) > 1 else plain
    worded = _AMOUNT.sub("", _TOWN.sub(_TOWNS, plain))
    pattern, meant = _words()
    chars = sorted({*pattern.sub(lambda found: meant[found[0]], worded)})
    kept = "".join(chars) if len(chars) > 1 else plain
    return hashlib.blake2b(kept.encode(), digest_size=8).hexdigest()


@cache
def gist_data() -> str:
    """Return the words as they are kept in their file."""
    return files("campaign").joinpath("data", "gist.json").read_text("utf-8")


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    data = json.loads(gist_data())
    meant = dict.fromkeys(data["dropped"], "")
    meant |= {word: plain for plain, words in data["same"].items() for word in words}
    longest = sorted(meant, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), meant
