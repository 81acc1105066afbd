"""Roles with days and counties: from the first day to the last, and not an hour longer."""

from datetime import UTC, date, datetime

import pytest

from campaign.actions.roles import add_member, end_role, give_role
from campaign.errors import Changed, NotAllowed, NotFound
from campaign.people import Actor
from campaign.roles import Grant
from campaign.vocabulary import Role
from tests.storage.play import NOW, Play

TODAY = date(2023, 2, 20)


def _admin(play: Play, telegram_id: int = 601, name: str = "演示管理员") -> Actor:
    person = play.write(lambda unit: unit.people.add_admin(play.id, name))
    play.write(lambda unit: unit.people.bind(telegram_id, play.id, person.id, (), NOW))
    return _seen(play, telegram_id)


def _seen(play: Play, telegram_id: int, at: datetime = NOW) -> Actor:
    actor = play.read(lambda unit: unit.people.actor(telegram_id), at)
    assert actor
    return actor


def _give(play: Play, grant: Grant, to: Actor) -> None:
    admin = _admin(play)
    play.write(lambda unit: give_role(unit, admin, to.person.id, grant))


def test_a_role_holds_from_its_first_day_to_its_last(play: Play) -> None:
    _give(play, Grant(Role.SUPERVISION, first=date(2023, 2, 21), last=date(2023, 2, 22)), play.actor)
    late = datetime(2023, 2, 20, 15, 59, tzinfo=UTC)
    for at, held in (
        (NOW, False),
        (late, False),
        (datetime(2023, 2, 20, 16, tzinfo=UTC), True),
        (datetime(2023, 2, 22, 15, 59, tzinfo=UTC), True),
        (datetime(2023, 2, 22, 16, tzinfo=UTC), False),
    ):
        assert (Role.SUPERVISION in _seen(play, 501, at).roles) is held, at
    assert Role.CONTACT_PERSON in play.actor.roles


def test_a_county_role_names_its_county(play: Play) -> None:
    admin, county = _admin(play), play.counties["演示甲县"]
    grant = Grant(Role.COUNTY, county)
    person = play.write(lambda unit: add_member(unit, admin, "演示县工会主席", grant))
    play.write(lambda unit: unit.people.bind(602, play.id, person.id, (), NOW))
    actor = _seen(play, 602)
    assert (set(actor.roles), actor.county_id, actor.is_county) == ({Role.COUNTY}, county, True)
    assert play.read(lambda unit: unit.members.grants(play.id, person.id)) == [grant]
    with pytest.raises(NotFound):
        play.write(lambda unit: give_role(unit, admin, person.id, Grant(Role.COUNTY, 999)))
    with pytest.raises(Changed):
        play.write(lambda unit: add_member(unit, admin, "演示县工会主席", grant))


def test_who_has_only_roles_that_are_past_is_on_no_list(play: Play) -> None:
    admin = _admin(play)
    grant = Grant(Role.OBSERVER, last=TODAY)
    person = play.write(lambda unit: add_member(unit, admin, "演示观察员", grant))
    assert play.read(lambda unit: unit.members.get(play.id, person.id)).roles == {Role.OBSERVER}
    tomorrow = datetime(2023, 2, 21, 1, tzinfo=UTC)
    with pytest.raises(NotFound):
        play.read(lambda unit: unit.members.get(play.id, person.id), tomorrow)
    assert "演示观察员" not in {
        m.person.name for m in play.read(lambda unit: unit.members.every(play.id), tomorrow)
    }


def test_a_role_is_taken_back_at_once_and_given_again(play: Play) -> None:
    admin, me = _admin(play), play.actor.person.id
    play.write(lambda unit: give_role(unit, admin, me, Grant(Role.PUBLICITY, last=TODAY)))
    play.write(lambda unit: end_role(unit, admin, me, Role.PUBLICITY))
    play.write(lambda unit: end_role(unit, admin, me, Role.PUBLICITY))
    assert play.actor.roles == {Role.CONTACT_PERSON}
    play.write(lambda unit: give_role(unit, admin, me, Grant(Role.PUBLICITY)))
    assert play.actor.roles == {Role.CONTACT_PERSON, Role.PUBLICITY}
    rows = play.read(lambda unit: unit.audit.latest(play.id, 10))
    assert [
        (row.action, row.facts["before"], row.facts["after"]) for row in rows if "role." in row.action
    ] == [
        ("role.give", None, {"role": "publicity"}),
        ("role.end", {"role": "publicity", "last": "2023-02-20"}, None),
        ("role.give", None, {"role": "publicity", "last": "2023-02-20"}),
    ]


def test_the_last_admin_stays(play: Play) -> None:
    admin = _admin(play)
    for grant in (None, Grant(Role.ADMIN, last=TODAY)):
        with pytest.raises(NotAllowed) as refusal:
            _end_or_limit(play, admin, admin, grant)
        assert refusal.value.wanted == "last_admin"
    other = _admin(play, 603, "演示管理员二")
    _end_or_limit(play, admin, other, Grant(Role.ADMIN, last=date(2023, 3, 1)))
    with pytest.raises(NotAllowed):
        _end_or_limit(play, other, admin, None)
    _end_or_limit(play, admin, other, Grant(Role.ADMIN))
    _end_or_limit(play, other, admin, None)
    assert not _seen(play, 601).roles
    assert [a.telegram_id for a in play.read(lambda unit: unit.people.admins(play.id))] == [603]


def test_an_admin_nobody_can_reach_is_no_other_admin(play: Play) -> None:
    admin, other = _admin(play), _admin(play, 603, "演示管理员二")
    play.write(lambda unit: unit.people.set_blocked(603, NOW))
    with pytest.raises(NotAllowed):
        _end_or_limit(play, other, admin, None)


def test_what_the_roster_gives_is_not_given_by_hand(play: Play) -> None:
    admin = _admin(play)
    with pytest.raises(NotAllowed):
        _end_or_limit(play, admin, play.actor, Grant(Role.LEADER))


def _end_or_limit(play: Play, by: Actor, whose: Actor, grant: Grant | None) -> None:
    if grant:
        play.write(lambda unit: give_role(unit, by, whose.person.id, grant))
    else:
        play.write(lambda unit: end_role(unit, by, whose.person.id, Role.ADMIN))
