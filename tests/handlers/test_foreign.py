"""Whose contact it is: it counts for its county, whoever typed it, and the record keeps who did."""

import pytest

from tests.handlers.cast import VISIT, Cast, lines

NOT_OWN = "修水县不是您联系的县：这次联系记在该县，您联系的县次数不变。"


@pytest.fixture
def cast(cast_on_both: Cast) -> Cast:
    """Each play on both kinds of database."""
    return cast_on_both


async def test_a_visit_to_anothers_county_is_named_and_counts_for_that_county_alone(cast: Cast) -> None:
    before = (await cast.bo.ask("/my")).text
    card = await cast.bo.ask(VISIT)
    assert lines(card)[-1] == NOT_OWN
    saved = await cast.bo.press("保存")
    assert NOT_OWN not in saved.text
    assert (await cast.bo.ask("/my")).text == before
    assert "修水县 · 已 1 次" in (await cast.anna.ask("/my")).text
    assert (await cast.bo.ask("/status 修水县")).text.startswith("修水县（本期已登记联系）")
    assert (await cast.bo.ask("/status 武宁县")).text.startswith("武宁县（从未登记联系）")


async def test_a_contact_person_logs_for_the_leader_and_the_record_keeps_who_typed(cast: Cast) -> None:
    card = await cast.anna.ask(VISIT)
    assert NOT_OWN not in card.text
    await cast.anna.press("保存")
    assert "修水县 · 已 1 次" in (await cast.leader.ask("/my")).text
    await cast.leader.ask("/county 修水县")
    assert lines(await cast.leader.press("联系 1"))[-1] == "录入：演示经审办主任"


async def test_who_is_paired_with_no_county_is_told_nothing(cast: Cast) -> None:
    assert NOT_OWN not in (await cast.admin.ask(VISIT)).text
    await cast.admin.press("保存")
    assert await cast.contacts() == 1
