"""Buttons: each kind declared once, told from every other, and never over Telegram's 64 bytes."""

import ast
from enum import Enum
from importlib import import_module
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers.callbacks import CALLBACKS
from tests.structure.sources import files, tree

# The longest that each type may bring: the id of a supergroup, a draft named by its bot and update.
_LONGEST: dict[Any, Any] = {int: -1009999999999, str: "9999999999-9999999999", bool: False}


def _longest_value(annotation: Any) -> Any:
    plain = next(iter(getattr(annotation, "__args__", ())), annotation)
    return max(plain, key=len) if issubclass(plain, Enum) else _LONGEST[plain]


def _longest(kind: type[CallbackData]) -> CallbackData:
    return kind(**{name: _longest_value(field.annotation) for name, field in kind.model_fields.items()})


def test_every_kind_of_button_stands_in_the_list() -> None:
    for path in files(".py", under=("handlers", "bot")):
        if "rehearsal" not in path.parts and path.name != "__main__.py":
            import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    own = {kind for kind in CallbackData.__subclasses__() if kind.__module__.startswith(("handlers", "bot"))}
    assert own == set(CALLBACKS)


def test_no_prefix_begins_another() -> None:
    prefixes = [kind.__prefix__ for kind in CALLBACKS]
    assert len(set(prefixes)) == len(prefixes)
    assert not [(a, b) for a in prefixes for b in prefixes if a != b and b.startswith(a)]
    assert max(map(len, prefixes)) <= 3


@pytest.mark.parametrize("kind", CALLBACKS)
def test_the_longest_data_fits(kind: type[CallbackData]) -> None:
    assert len(_longest(kind).pack().encode()) <= 64


def test_no_callback_string_is_written_by_hand() -> None:
    written = [
        f"{path}:{node.value.lineno}"
        for path in files(".py", under=("handlers",))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.keyword) and node.arg == "callback_data"
        if isinstance(node.value, ast.Constant | ast.JoinedStr)
    ]
    assert not written
