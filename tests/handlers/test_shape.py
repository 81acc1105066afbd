"""The shape of the package: asynchronous all through, short, every state with a way out."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import FilterObject, HandlerObject
from aiogram.fsm.state import State
from aiogram_dialog import Dialog
from aiogram_dialog.api.entities import DIALOG_EVENT_NAME
from aiogram_dialog.widgets.kbd import Button

from handlers import build_router
from handlers.commands import COMMANDS
from handlers.log.dialog import dialog
from handlers.log.form import STEPS, Form, following, previous
from handlers.states import LogForm
from handlers.texts import MENU
from tests.handlers.test_reading import BLANK, FULL
from tests.structure.sources import files, tree

LIBRARY = "AiogramDialogStates"
"""The router that aiogram-dialog adds for a dialog about itself."""


def routers(router: Router) -> Iterator[Router]:
    yield router
    for inner in router.sub_routers:
        yield from routers(inner)


def handlers() -> list[HandlerObject]:
    ours = [router for router in routers(build_router()) if router.name != LIBRARY]
    kinds = [kind for router in ours for kind in router.observers.items()]
    observers = [observer for name, observer in kinds if name != DIALOG_EVENT_NAME]
    return [handler for observer in observers for handler in observer.handlers]


def test_no_handler_and_no_filter_hops_to_a_thread() -> None:
    filters: list[FilterObject] = [f for handler in handlers() for f in handler.filters or []]
    routers_own = [
        f
        for router in routers(build_router())
        for observer in router.observers.values()
        for f in observer._handler.filters or []
    ]
    assert all(part.awaitable for part in (*handlers(), *filters, *routers_own))


def test_handlers_are_short() -> None:
    ours = [h.callback for h in handlers() if h.callback.__module__.startswith("handlers")]
    assert ours
    assert not [f.__qualname__ for f in ours if len(inspect.getsource(f).splitlines()) > 25]


def test_the_catch_all_is_the_last() -> None:
    *_, conversations = build_router().sub_routers
    names = [router.name for router in conversations.chain_tail][1:]
    assert names[0] == "guard"
    assert set(names[names.index("fallback") + 1 :]) == {LIBRARY}
    assert names.index("LogForm") < names.index("report")


def test_each_folder_has_the_same_file_names() -> None:
    allowed = {"__init__", "router", "texts", "keyboards", "actions", "dialog", "getters"}
    own = {
        "asking": {"screens"},
        "live": {"provinces"},
        "figures": {"screens", "sending"},
        "report": {"alike", "reading", "questions", "screens"},
        "duties": {"asked", "beside", "cards", "reading", "screens"},
        "log": {"form", "calendar", "answers", "closing", "typed", "values", "words"},
        "fallback": {"errors"},
        "records": {
            *("screens", "words", "correcting", "corrections", "editing", "joining"),
            *("amending", "by_words", "replying"),
        },
        "media": {"sending"},
        "issues": {"screens", "words"},
        "people": {"edits", "screens", "words"},
        "invites": {"sheet"},
        "audit": {"screens"},
        "campaigns": {"hints"},
        "pauses": {"screens", "words"},
        "own_county": {"screens", "words"},
        "roles": {"matrix", "reading", "screens", "words"},
        "roster": {"screens"},
        "groups": {"screens"},
        "notices": {"render"},
        "language": {"catalogue", "door", "fitting"},
        "rules": {"screens"},
        "reminders": {"render", "screens"},
        "planned": {"changing", "render", "screens"},
        "review": {"render", "screens"},
    }
    for path in files(".py", under=("handlers",)):
        folder = path.parent.name
        if folder != "handlers":
            assert path.stem in allowed | own.get(folder, set()), path
            assert Path(path.parent, "texts.py") in files(".py", under=("handlers",))


def test_no_conversation_asks_the_machine_for_the_time() -> None:
    for path in files(".py", under=("handlers",)):
        calls = {ast.unparse(n.func) for n in ast.walk(tree(path)) if isinstance(n, ast.Call)}
        assert not calls & {"datetime.now", "date.today", "time.time", "datetime.utcnow"}, path


@pytest.fixture(scope="module")
def form_dialog() -> Dialog:
    return dialog()


def test_every_state_has_a_window_in_the_order_of_the_questions(form_dialog: Dialog) -> None:
    assert tuple(form_dialog.states()) == STEPS == tuple(LogForm.__states__)


@pytest.mark.parametrize("state", STEPS, ids=str)
def test_every_window_can_be_cancelled_and_takes_messages(form_dialog: Dialog, state: State) -> None:
    window = form_dialog.windows[state]
    assert isinstance(window.find("cancel"), Button)
    assert window.on_message is not None  # type: ignore[attr-defined]  # the protocol hides it


def test_every_command_stands_in_the_menu() -> None:
    assert set(MENU) == {command.word for command in COMMANDS}
    assert all(3 <= len(words) <= 256 for words in MENU.values())


def test_the_form_goes_through_every_question_and_back() -> None:
    form = Form(draft=BLANK.model_copy(update={"contacts": (FULL.model_copy(update={"attendees": "甲"}),)}))
    seen, state = [STEPS[0]], STEPS[0]
    while state != LogForm.summary:
        state = following(state, form)
        seen.append(state)
    assert tuple(seen) == STEPS
    assert previous(LogForm.findings, form) == LogForm.who
    assert previous(LogForm.county, form) == LogForm.county


def test_the_leader_is_asked_for_only_when_names_were_typed() -> None:
    nobody = Form(draft=BLANK.model_copy(update={"contacts": (FULL,)}))
    assert following(LogForm.who, nobody) == LogForm.findings
    chosen = nobody.filled(attendees="甲", leader_present=True)
    assert following(LogForm.who, chosen) == LogForm.findings
    typed = nobody.filled(attendees="甲").model_copy(update={"editing": True})
    assert following(LogForm.who, typed) == LogForm.leader
    assert following(LogForm.leader, typed) == LogForm.summary
