"""Accounts bound to people, invites and strangers' tries."""

from datetime import date, timedelta
from functools import partial

import pytest

from campaign.actions.invites import Bound, issue_invite, note_wrong_code, redeem_invite
from campaign.errors import AlreadyBound, CodeWrong, Ignored
from campaign.invites import InviteTries
from campaign.people import Actor, Person
from campaign.vocabulary import Role
from storage import Database, Unit, open_database
from tests.storage.play import NOW, Play


def _admin(play: Play, telegram_id: int) -> Actor:
    admin = play.write(lambda unit: unit.people.add_admin(play.id, "演示管理员"))
    play.write(lambda unit: unit.people.bind(telegram_id, play.id, admin.id, (), NOW))
    actor = play.read(lambda unit: unit.people.actor(telegram_id))
    assert actor
    return actor


def test_a_stranger_is_nobody(play: Play) -> None:
    assert play.read(lambda unit: unit.people.actor(999)) is None


def test_the_bound_person_with_his_roles(play: Play) -> None:
    actor = play.actor
    assert (actor.person.name, actor.campaign_id, actor.telegram_id) == ("演示部长", play.id, 501)
    assert actor.roles == {Role.CONTACT_PERSON}
    play.write(lambda unit: unit.people.bind(501, play.id, actor.person.id, (Role.ADMIN,), NOW))
    assert play.actor.roles == {Role.CONTACT_PERSON, Role.ADMIN}


def test_an_admin_is_added_once(play: Play) -> None:
    first, second = (play.write(lambda unit: unit.people.add_admin(play.id, "演示管理员")) for _ in range(2))
    assert first == second
    assert _admin(play, 502).is_admin


def test_admins_who_can_be_written_to(play: Play) -> None:
    admin = _admin(play, 502)
    assert play.read(lambda unit: unit.people.admins(play.id)) == [admin]
    play.write(lambda unit: unit.people.set_blocked(502, NOW))
    assert play.read(lambda unit: unit.people.admins(play.id)) == []
    play.write(lambda unit: unit.people.set_blocked(502, None))
    assert play.read(lambda unit: unit.people.admins(play.id)) == [admin]


def test_accounts_are_bound_for_each_bot_apart(play: Play, store_url: str) -> None:
    other = open_database(store_url, bot_id=77)
    assert other.read(lambda unit: unit.people.actor(501), NOW) is None
    other.close()


def test_an_invite_binds_once(play: Play) -> None:
    person = play.read(lambda unit: unit.people.person(play.id, "演示主席"))
    play.write(lambda unit: issue_invite(unit, play.id, person, (Role.ADMIN,), "ABCD"))
    bound = play.write(lambda unit: redeem_invite(unit, 503, "abcd "))
    assert (bound.actor.person, bound.before) == (person, False)
    assert bound.actor.roles == {Role.LEADER, Role.ADMIN}
    assert play.write(lambda unit: redeem_invite(unit, 503, "ABCD")).before
    with pytest.raises(CodeWrong):
        play.write(lambda unit: redeem_invite(unit, 504, "ABCD"))
    with pytest.raises(AlreadyBound):
        play.write(lambda unit: redeem_invite(unit, 501, "ABCD"))


def test_a_new_account_takes_the_place_of_the_old_one(play: Play) -> None:
    person = play.read(lambda unit: unit.people.person(play.id, "演示部长"))
    for account in (503, 504):
        code = f"CODE{account}"
        play.write(partial(_issue, play, person, code))
        assert play.write(partial(_redeem, account, code)).actor.person == person
    assert [play.read(partial(_actor, account)) is None for account in (501, 503, 504)] == [True, True, False]
    assert [play.read(partial(_was_bound, account)) for account in (501, 503, 504)] == [False, True, True]
    trail = play.read(lambda unit: unit.audit.latest(play.id, 10))
    replaced = [(row.subject, row.facts) for row in trail if row.action == "account.replace"]
    assert replaced == [
        ("演示部长", {"telegram_id": 503, "by": 504}),
        ("演示部长", {"telegram_id": 501, "by": 503}),
    ]


def _issue(play: Play, person: Person, code: str, unit: Unit) -> None:
    issue_invite(unit, play.id, person, (), code)


def _redeem(account: int, code: str, unit: Unit) -> Bound:
    return redeem_invite(unit, account, code)


def _actor(account: int, unit: Unit) -> Actor | None:
    return unit.people.actor(account)


def _was_bound(account: int, unit: Unit) -> bool:
    return unit.invites.used_by(account)


def test_an_invite_comes_back_as_it_was(play: Play) -> None:
    person = play.read(lambda unit: unit.people.person(play.id, "演示主席"))
    invite = play.write(lambda unit: issue_invite(unit, play.id, person, (Role.LEADER,), "ABCD"))
    assert play.read(lambda unit: unit.invites.by_hash(invite.code_hash)) == invite
    assert play.read(lambda unit: unit.invites.by_hash("0" * 64)) is None


def test_an_invite_is_kept_as_its_hash(play: Play) -> None:
    person = play.read(lambda unit: unit.people.person(play.id, "演示主席"))
    play.write(lambda unit: issue_invite(unit, play.id, person, (), "SECRETCODE"))
    with play.database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM invite").all()
        trail = connection.exec_driver_sql("SELECT * FROM audit").all()
    assert "SECRETCODE" not in str((rows, trail))


def test_five_wrong_codes_and_a_day_of_silence(play: Play) -> None:
    for _ in range(5):
        play.write(lambda unit: note_wrong_code(unit, 600))
    with pytest.raises(Ignored):
        play.write(lambda unit: redeem_invite(unit, 600, "x"))
    after = NOW + timedelta(days=1)
    with pytest.raises(CodeWrong):
        play.write(lambda unit: redeem_invite(unit, 600, "x"), after)


def test_tries_come_back_as_they_were(database: Database) -> None:
    tries = InviteTries(700, 3, NOW, date(2023, 2, 20))
    assert database.read(lambda unit: unit.invites.tries(700), NOW) == InviteTries(700)
    database.write(lambda unit: unit.invites.note_tries(tries), NOW)
    assert database.read(lambda unit: unit.invites.tries(700), NOW) == tries


def _invite(play: Play, name: str, code: str) -> int:
    person = play.read(lambda unit: unit.people.person(play.id, name))
    play.write(lambda unit: issue_invite(unit, play.id, person, (), code))
    return person.id


def test_a_new_invite_ends_the_ones_before_it(play: Play) -> None:
    _invite(play, "演示主席", "FIRST")
    _invite(play, "演示部长", "OTHER")
    invited = _invite(play, "演示主席", "SECOND")
    with pytest.raises(CodeWrong):
        play.write(lambda unit: redeem_invite(unit, 503, "FIRST"))
    assert not play.read(lambda unit: unit.people.is_bound(invited))
    play.write(lambda unit: redeem_invite(unit, 503, "SECOND"))
    play.write(lambda unit: redeem_invite(unit, 504, "OTHER"))
    assert play.read(lambda unit: unit.people.is_bound(invited))
