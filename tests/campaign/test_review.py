"""Drafts are due some working days before a digest, at its hour."""

from datetime import datetime

import pytest

from campaign.digest_rules import DigestReview
from campaign.review import draft_moments
from campaign.rhythm import BEGINNING
from campaign.vocabulary import DigestKind
from tests.campaign.plans import jiujiang, plan

DAYS = {
    # A Tuesday in between holidays, a weekend, the Dragon Boat days with a Sunday worked.
    "2022-12-27": "2022-12-23",
    "2023-02-27": "2023-02-23",
    "2023-06-27": "2023-06-25",
    "2023-08-25": "2023-08-23",
    "2023-09-27": "2023-09-25",
    "2023-12-27": "2023-12-25",
}


def moments(**review: object) -> dict[str, datetime]:
    rules = jiujiang().digests.model_copy(update={"review": DigestReview.model_validate(review)})
    found = draft_moments(plan(digests=rules), BEGINNING)
    return {cut_off.at.date().isoformat(): at for at, cut_off in found}


@pytest.mark.parametrize("due", DAYS)
def test_two_working_days_before(due: str) -> None:
    assert moments()[due] == datetime.fromisoformat(f"{DAYS[due]}T09:00:00+08:00")


def test_as_many_days_as_the_rules_say() -> None:
    assert moments(days=4)["2023-02-27"] == datetime.fromisoformat("2023-02-21T09:00:00+08:00")


def test_none_where_the_rules_want_none() -> None:
    silent = jiujiang().digests.model_copy(update={"review": None})
    assert list(draft_moments(plan(digests=silent), BEGINNING)) == []


def test_weekly_and_monthly_ones_have_none_unless_they_fall_together_or_the_rules_say_so() -> None:
    often = {"week": 1, "month": (1, 2), "two_month": (2,), "quarter": (), "half_year": ()}
    rules = jiujiang().digests.model_copy(update=often)
    (drafted,) = (cut_off for _, cut_off in draft_moments(plan(digests=rules), BEGINNING))
    assert (drafted.at.date().isoformat(), [*drafted.kinds]) == ("2023-02-27", ["week", "month", "two_month"])
    monthly = rules.model_copy(update={"review": DigestReview(kinds=(DigestKind.MONTH,))})
    found = [cut_off.at.date() for _, cut_off in draft_moments(plan(digests=monthly), BEGINNING)]
    assert [day.isoformat() for day in found] == ["2023-01-20", "2023-02-27"]
