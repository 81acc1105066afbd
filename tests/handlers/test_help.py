"""Help and menus by role: what each may do, in at most twelve lines, and nothing that he may not."""

import re

import pytest

from campaign.permissions import TABLE
from campaign.vocabulary import Role
from handlers import access
from handlers.overview import texts
from handlers.start.actions import Welcome

WORDS = re.compile(r"(?<!<)/([a-z]+)")


def _help(*roles: Role) -> str:
    return texts.helping(Welcome("演示甲", "", "演示工作", frozenset(roles), (), "修水县"))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COUNTY])
def test_help_names_what_a_role_may_do(role: Role) -> None:
    named = set(WORDS.findall(_help(role)))
    allowed = {command.word for command, needed in access.COMMANDS.items() if role in TABLE[needed]}
    assert named <= allowed
    assert allowed - named <= {"start", "cancel"}


def test_help_has_twelve_lines_at_most() -> None:
    assert all(len(_help(role).splitlines()) <= 12 for role in Role)
    assert len(_help(*Role).splitlines()) <= 12


def test_who_logs_nothing_is_not_told_how() -> None:
    assert texts.SAY_IT in _help(Role.CONTACT_PERSON)
    assert texts.SAY_IT not in _help(Role.OBSERVER)
    assert _help(Role.OBSERVER).splitlines()[0].startswith("进展：/status")
