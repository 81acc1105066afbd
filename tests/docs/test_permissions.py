"""The page of permissions is what the table says today."""

from campaign.permissions import TABLE, Action
from campaign.vocabulary import Role
from digests.rules.texts import ROLES
from handlers.roles import texts
from handlers.roles.matrix import page
from tests.structure.sources import ROOT


def test_the_page_is_what_the_program_does() -> None:
    written = (ROOT / "docs" / "permissions.md").read_text("utf-8")
    assert written == page(), "run scripts/write_permissions.py"


def test_every_role_and_every_action_has_a_name() -> None:
    assert set(ROLES) == set(Role)
    assert set(texts.ACTIONS) == set(Action) == set(TABLE)
