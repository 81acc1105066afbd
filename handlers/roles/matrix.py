"""The table of permissions as a page, written from the tables that the program itself reads."""

from collections.abc import Iterable

from campaign.permissions import TABLE, Action
from campaign.vocabulary import Role
from digests.rules.texts import ROLES
from handlers import access
from handlers.roles import texts


def page() -> str:
    """Return the page as Markdown."""
    roles = _table(
        (texts.MATRIX_FIRST, *ROLES.values()),
        ((texts.ACTIONS[action], *(_reach(action, role) for role in ROLES)) for action in Action),
    )
    needs = _table(texts.NEEDS_FIRST, ((texts.ACTIONS[action], *_needing(action)) for action in Action))
    return f"{texts.MATRIX_HEAD}\n{roles}{texts.NEEDS_HEAD}\n{needs}"


def _reach(action: Action, role: Role) -> str:
    reach = TABLE[action].get(role)
    if reach is None:
        return texts.NOT_AT_ALL
    return texts.COUNTY_REACH if role is Role.COUNTY and action is Action.OWN_COUNTY else texts.REACHES[reach]


def _needing(action: Action) -> Iterable[str]:
    yield _listed(f"/{command.word}" for command, needed in access.COMMANDS.items() if needed is action)
    yield _listed(kind.__name__ for kind, needed in access.BUTTONS.items() if needed is action)
    yield _listed(str(state.state) for state, needed in access.QUESTIONS.items() if needed is action)
    yield _listed(kind.value for kind, needed in access.CONTENTS.items() if needed is action)


def _listed(names: Iterable[str]) -> str:
    return " ".join(f"`{name}`" for name in names)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = tuple(head)
    lines = [names, tuple("---" for _ in names), *map(tuple, rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
