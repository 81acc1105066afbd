"""Everybody at every door: commands, buttons, questions and files, each against each role.

What there is comes from the routers themselves: whatever is added there and not listed fails here.
"""

from collections.abc import Iterator
from enum import Enum
from functools import partial
from typing import Any

import pytest
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.methods import TelegramMethod

from campaign.errors import NotAllowed
from campaign.people import Actor, Person
from campaign.permissions import Action, Reach, reach
from campaign.roles import Grant
from campaign.vocabulary import Role
from handlers import access, commands
from handlers.callbacks import CALLBACKS
from handlers.commands import Typed
from handlers.fallback.texts import STALE, sentence
from handlers.figures.texts import NOT_BOUND
from handlers.live.texts import PICTURES_NOT_BOUND
from handlers.media import texts as media_texts
from handlers.people.texts import EDIT_OVER
from handlers.roster import texts as roster_texts
from handlers.rules import texts as rules_texts
from handlers.start.texts import FORMER, STRANGER
from storage import Unit
from tests.bot.stores import CAMPAIGN, Templates
from tests.handlers.doors import NOW, PEOPLE, Doors, opened_doors, texts_of
from tests.handlers.test_shape import handlers

FILE = {"file_id": "f", "file_unique_id": "u"}
CONTENTS: dict[str, dict[str, Any]] = {
    "text": {"text": "今天上午到修水县实地调研，座谈12人，发现活动阵地不足"},
    "photo": {"photo": [{**FILE, "width": 1, "height": 1}]},
    "document": {"document": {**FILE, "file_name": "a.pdf"}},
    "voice": {"voice": {**FILE, "duration": 1}},
    "video": {"video": {**FILE, "width": 1, "height": 1, "duration": 1}},
    "video_note": {"video_note": {**FILE, "length": 1, "duration": 1}},
    "animation": {"animation": {**FILE, "width": 1, "height": 1, "duration": 1}},
    "location": {"location": {"latitude": 29.0, "longitude": 115.0}},
    "venue": {
        "venue": {"location": {"latitude": 29.0, "longitude": 115.0}, "title": "x", "address": "x"},
        "location": {"latitude": 29.0, "longitude": 115.0},
    },
}
TABLE: dict[str, Any] = {
    "document": {**FILE, "file_name": "roster.csv", "file_size": 90, "mime_type": "text/csv"}
}
SAMPLES = {"draft": "1-1", "mark": "x", "value": "1"}
HARMLESS = {STALE, EDIT_OVER, roster_texts.STALE, rules_texts.STALE, media_texts.PLACE_LEFT}
"""What is said of an old button before anybody is asked who he is."""
HOME = "</b>工会，您好！"
LOOSE = {
    "handlers.report.router.read",
    "handlers.report.router.read_again",
    "handlers.media.router.file_alone",
    "handlers.media.router.place_sent",
    "handlers.media.router.unreadable",
    "handlers.fallback.router.unheard",
    "handlers.roster.router.sent",
    "handlers.rules.router.sent",
    "handlers.issues.words.replied",
    "handlers.tasks.router.told",
    "handlers.admin.router.moved",
    "handlers.admin.router.joined",
    "handlers.admin.router.rights_changed",
    "handlers.admin.router.left",
    "handlers.fallback.router.sensitive",
    "handlers.fallback.router.unknown_command",
    "handlers.fallback.router.anything",
    "handlers.fallback.router.stale_button",
    "handlers.fallback.router.silent_button",
    "handlers.fallback.errors.stranger",
    "handlers.campaigns.router.ask",
    "handlers.fallback.errors.refused",
    "handlers.fallback.errors.form_over",
    "handlers.fallback.errors.not_sent",
    "aiogram_dialog.dialog.Dialog._message_handler",
    "aiogram_dialog.dialog.Dialog._callback_handler",
}
"""What asks for no command, button or question: files and words by their kind, and what Telegram tells."""


@pytest.fixture
def doors(templates: Templates) -> Iterator[Doors]:
    with opened_doors(templates.sqlite()) as opened:
        yield opened


def _asked(handler: HandlerObject) -> Iterator[object]:
    for found in handler.filters or []:
        inner = found.callback
        if isinstance(inner, Typed):
            yield from inner.commands
        elif isinstance(inner, CallbackQueryFilter):
            yield inner.callback_data
        elif isinstance(inner, StateFilter):
            yield from (getattr(state, "state", state) for state in inner.states)


def test_whatever_the_routers_take_is_listed() -> None:
    listed: set[object] = {command.word for command in access.COMMANDS}
    listed |= {*access.BUTTONS, *(state.state for state in access.QUESTIONS)}
    asked = [(handler.callback, list(_asked(handler))) for handler in handlers()]
    assert not {thing for _, things in asked for thing in things} - listed
    loose = {f"{taken.__module__}.{taken.__qualname__}" for taken, things in asked if not things}
    assert loose <= LOOSE
    assert set(access.COMMANDS) == set(commands.COMMANDS)
    assert set(access.BUTTONS) == set(CALLBACKS)
    assert {kind.value for kind in access.CONTENTS} == set(CONTENTS)


@pytest.mark.parametrize("who", PEOPLE)
async def test_every_command(doors: Doors, who: str) -> None:
    for command, needed in access.COMMANDS.items():
        before = doors.rows()
        heard = await doors.message(PEOPLE[who][0], text=f"/{command.word}")
        _check(who, needed, heard, changed=doors.rows() != before, thing=command.word)


@pytest.mark.parametrize("who", PEOPLE)
async def test_every_button(doors: Doors, who: str) -> None:
    for kind, needed in access.BUTTONS.items():
        before = doors.rows()
        heard = await doors.press(PEOPLE[who][0], _sample(kind))
        _check(who, needed, heard, changed=doors.rows() != before, thing=kind.__name__)


@pytest.mark.parametrize("who", PEOPLE)
async def test_every_question(doors: Doors, who: str) -> None:
    for state, needed in access.QUESTIONS.items():
        if state.state and not state.state.startswith("LogForm"):
            before = doors.rows()
            heard = await doors.message(PEOPLE[who][0], state.state, text="演示一句话")
            _check(who, needed, heard, changed=doors.rows() != before, thing=state.state)


@pytest.mark.parametrize("who", PEOPLE)
async def test_every_file_and_all_words(doors: Doors, who: str) -> None:
    for kind, needed in access.CONTENTS.items():
        before = doors.rows()
        heard = await doors.message(PEOPLE[who][0], **CONTENTS[kind.value])
        _check(who, needed, heard, changed=doors.rows() != before, thing=kind.value)
        if kind.value == "text" and not _may(who, Action.LOG):
            assert doors.rows() == before


@pytest.mark.parametrize("who", PEOPLE)
async def test_a_table_of_pairings(doors: Doors, who: str) -> None:
    heard = await doors.message(PEOPLE[who][0], **TABLE)
    offered = [m for m in heard if getattr(m, "reply_markup", None) and HOME not in str(texts_of([m]))]
    assert not offered or _may(who, Action.ADMINISTER)


def _may(who: str, needed: Action) -> Reach | None:
    role = PEOPLE[who][1]
    return reach(Actor(Person(1, "", ""), CAMPAIGN, frozenset({role} if role else ()), 1), needed)


def _check(who: str, needed: Action, heard: list[TelegramMethod[Any]], *, changed: bool, thing: str) -> None:
    said, refusal = texts_of(heard), sentence(NotAllowed(needed.value))
    if PEOPLE[who][1] is None:
        assert set(said) <= {STRANGER, FORMER, NOT_BOUND, PICTURES_NOT_BOUND, *HARMLESS}, thing
        assert not changed, thing
    elif may := _may(who, needed):
        assert refusal not in said or may is not Reach.ALL, thing
    else:
        assert said or who == "blocked", thing
        first = {text.split("\n")[0] for text in said if not (who == "county" and HOME in text)}
        assert first <= {refusal, *HARMLESS}, thing
        assert not changed, thing


def _sample(kind: type[CallbackData]) -> str:
    values = {name: _value(name, field.annotation) for name, field in kind.model_fields.items()}
    return kind(**values).pack()


def _value(name: str, annotation: Any) -> Any:
    plain = next(iter(getattr(annotation, "__args__", ())), annotation)
    if issubclass(plain, Enum):
        return [*plain][-1]
    return {int: 1, bool: False, str: SAMPLES.get(name, "x")}[plain]


async def test_a_form_older_than_the_end_of_a_role(doors: Doors) -> None:
    who, doors.remembers = PEOPLE["department"][0], True
    actor = doors.threads.database.read(lambda unit: unit.people.actor(who), NOW)
    assert actor
    for words, state in (("/log", "county"), ("修水县", "day"), ("昨天", "channel")):
        heard = await doors.message(who, text=words)
        assert texts_of(heard), state
    for role, later in ((Role.SUPERVISION, sentence(NotAllowed(Action.WRITE))), (None, FORMER)):
        doors.threads.database.write(partial(_become, actor=actor, role=role), NOW)
        said = texts_of(await doors.message(who, text="实地"))
        assert said
        assert set(said) <= {later, STRANGER}


def _become(unit: Unit, actor: Actor, role: Role | None) -> None:
    for held in unit.members.grants(CAMPAIGN, actor.person.id):
        unit.members.end(CAMPAIGN, actor.person.id, held.role, NOW)
    if role:
        unit.members.give(CAMPAIGN, actor.person.id, Grant(role), NOW)
