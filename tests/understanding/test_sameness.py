"""Copied messages have one print, whatever county and day they name."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from understanding import Reader
from understanding.sameness import print_of

NOW = datetime(2023, 5, 10, 15, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_copied_words_have_one_print(readers: Mapping[str, Reader]) -> None:
    def print_for(text: str) -> str | None:
        return print_of(text, readers["jiujiang"].read(text, NOW))

    first = print_for("5月9日到修水县实地调研，召开座谈会听取意见建议。")
    assert first is not None
    assert print_for("昨天到武宁县实地调研，召开座谈会，听取意见建议") == first
    assert print_for("昨天到武宁县实地调研，召开座谈会，听取企业意见建议") != first
    assert print_for("昨天去了武宁县") is None
