"""Where Chinese may stand, and what may stand nowhere."""

import csv
import re
from pathlib import Path

import pytest

from tests.structure.sources import PACKAGES, ROOT, TEXT_SUFFIXES, files, text

# Ideographs, their punctuation and full-width forms.
_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_NAMES_OF_PERSONS = ("campaigns/jiujiang-2022/roster.csv", "campaigns/anhui-2022/roster.csv")
# A letter in brackets: the pattern does not find itself.
_NOWHERE = {
    "a path of one machine": r"(^|[^\w./:-])/(work|farm|root|home|Users|tmp)/\w",
    "a registry's address": r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|npmmirror[.]com|://mirrors[.]"
    r"|index[-]url|find[-]links|docker[.]io|ghcr[.]io|\"resolved\": *\"http",
    "a bot token": r"\b\d{8,10}:AA[\w-]{30,}",
}
_UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X]|NotImplemented[E]rror)\b")


def _hits(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:90]}"
        for path in paths
        for number, line in enumerate(text(path).splitlines(), 1)
        if pattern.search(line)
    ]


def test_chinese_stands_in_texts_and_data_only() -> None:
    sources = files(".py", under=(*PACKAGES, "benchmarks", "campaigns", "scripts"))
    assert not _hits(_CHINESE, [path for path in sources if path.name != "texts.py"])


@pytest.mark.parametrize("what", _NOWHERE)
def test_nothing_of_one_machine_or_account(what: str) -> None:
    assert not _hits(re.compile(_NOWHERE[what]), files(*TEXT_SUFFIXES))


def test_nothing_is_unfinished() -> None:
    assert not _hits(_UNFINISHED, files(".py", ".js"))


def _persons() -> set[str]:
    names: set[str] = set()
    for roster in _NAMES_OF_PERSONS:
        with (ROOT / roster).open(encoding="utf-8-sig", newline="") as rows:
            for row in csv.DictReader(rows):
                if row.get("类别") != "部门":  # a department is nobody's name
                    names |= {row.get(head) or "" for head in ("联系领导", "联系人", "联系人（部门）")}
    return names - {"", "无"}


def test_real_persons_are_named_in_their_rosters_only() -> None:
    persons = _persons()
    assert len(persons) == 27  # 7 leaders and 13 contact persons of Jiujiang, 7 leaders of Anhui
    shipped = [
        path
        for path in files(*TEXT_SUFFIXES)
        if path.as_posix() not in _NAMES_OF_PERSONS and not path.is_relative_to("tests/understanding/data")
    ]
    assert not _hits(re.compile("|".join(sorted(persons))), shipped)
