"""Facts: frozen as JSON and read back the same; the sums behind the sentences."""

from typing import Any

from campaign.standing import CountyState
from digests.chat_text import digest_texts
from digests.facts import DigestFacts
from tests.digests.stands import county, facts, moment

ROWS = (
    county("甲县"),
    county("乙县", contacts=1),
    county("丙县", contacts=5, period=5, days=5),
    county("丁县", contacts=1, period=1, days=1),
)
FACTS = facts(moment(2023, 6, 27), ROWS)


def test_what_is_frozen_reads_back_the_same() -> None:
    assert DigestFacts.model_validate(FACTS.model_dump(mode="json")) == FACTS
    assert DigestFacts.model_validate_json(FACTS.model_dump_json()) == FACTS


def test_what_an_earlier_version_froze_still_reads() -> None:
    of_counties: Any = {"__all__": {"required", "progress", "paused"}}
    new: Any = {"trend": True, "counties": of_counties, "quota": {"counties", "scope"}, "classes": True}
    old = FACTS.model_dump(mode="json", exclude=new)
    read = DigestFacts.model_validate({**old, "version": 1})
    assert (read.trend, read.counties[0].progress) == ((), None)
    (told,), (now,) = digest_texts(read), digest_texts(FACTS)
    assert [line for line in now.splitlines() if line not in told.splitlines()] == ["已完成规定次数：丙县。"]


def test_sections_come_shortest_rhythm_first() -> None:
    assert [kind.value for kind in FACTS.kinds] == ["two_month", "quarter", "half_year"]


def test_no_county_gives_more_than_its_share() -> None:
    quota = FACTS.quota
    assert (quota.required, quota.met, quota.done, quota.owed, quota.days_left) == (2, 1, 3, 8, 188)


def test_counties_are_counted_by_state_and_window() -> None:
    assert [FACTS.count(state) for state in CountyState] == [1, 1, 1, 1]
    assert (FACTS.never, FACTS.sections[0].uncovered, FACTS.sections[0].contacted) == ((0,), (0, 1), 2)


def test_a_county_is_named_with_its_prefecture_only_among_several() -> None:
    assert FACTS.place(FACTS.counties[0]) == "甲县"
    several = facts(moment(2023, 2, 27), (*ROWS, county("甲县", prefecture="另一市")))
    assert several.place(several.counties[4]) == "另一市甲县"
