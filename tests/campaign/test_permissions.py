"""One table says who may do what; the farthest of several roles counts."""

import pytest

from campaign.errors import NotAllowed
from campaign.people import Actor, County, Pairing, Person
from campaign.permissions import TABLE, Action, Reach, may_correct, may_follow, permit, reach
from campaign.vocabulary import Role

ME, OTHER = 1, 2
MINE = Pairing(1, County(7, "修水县", "", 1), Person(ME, "演示甲", ""), None)


def _actor(*roles: Role) -> Actor:
    return Actor(Person(ME, "演示甲", ""), "c", frozenset(roles), 11)


def test_nobody_without_a_role_may_do_anything() -> None:
    assert all(reach(_actor(), action) is None for action in Action)


def test_the_farthest_of_several_roles_counts() -> None:
    assert reach(_actor(Role.LEADER), Action.EXPORT) is Reach.PAIRED
    assert reach(_actor(Role.LEADER, Role.SUPERVISION), Action.EXPORT) is Reach.ALL
    with pytest.raises(NotAllowed):
        permit(_actor(Role.SUPERVISION), Action.LOG)
    assert permit(_actor(Role.SUPERVISION, Role.CONTACT_PERSON), Action.LOG) is Reach.ALL


def test_a_county_has_its_own_corner_and_nothing_else() -> None:
    assert {action for action in Action if Role.COUNTY in TABLE[action]} == {Action.HELP, Action.OWN_COUNTY}


def test_an_observer_reads_figures_alone() -> None:
    seen = {action for action in Action if Role.OBSERVER in TABLE[action]}
    assert seen == {Action.HELP, Action.READ_FIGURES}


def test_supervision_reads_everything_and_writes_nothing() -> None:
    seen = {action for action in Action if Role.SUPERVISION in TABLE[action]}
    assert seen == {Action.HELP, Action.READ_FIGURES, Action.READ_RECORDS, Action.EXPORT, Action.AUDIT}


@pytest.mark.parametrize(
    ("role", "author", "county", "allowed"),
    [
        (Role.PROMOTION, OTHER, 9, True),
        (Role.ADMIN, OTHER, 9, True),
        (Role.CONTACT_PERSON, OTHER, 9, False),
        (Role.CONTACT_PERSON, OTHER, 7, True),
        (Role.LEADER, ME, 9, True),
        (Role.SUPERVISION, ME, 7, False),
    ],
)
def test_who_carries_an_issue_on(role: Role, author: int, county: int, allowed: bool) -> None:
    if allowed:
        may_follow(_actor(role), author, county, [MINE])
    else:
        with pytest.raises(NotAllowed):
            may_follow(_actor(role), author, county, [MINE])


def test_a_record_is_corrected_by_its_author_and_by_an_admin() -> None:
    assert may_correct(_actor(Role.LEADER), ME)
    assert not may_correct(_actor(Role.LEADER), OTHER)
    assert may_correct(_actor(Role.ADMIN), OTHER)
    assert not may_correct(_actor(Role.OBSERVER), ME)
