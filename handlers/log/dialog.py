"""The form's windows as data."""

from collections.abc import Awaitable, Callable
from operator import attrgetter

from aiogram.enums import ParseMode
from aiogram.fsm.state import State
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Keyboard, Row, Select
from aiogram_dialog.widgets.kbd.select import OnItemClick
from aiogram_dialog.widgets.text import Const, Format

from handlers.filters import Heard, MayWrite, ToTheBot
from handlers.log import answers, closing, getters, keyboards, texts
from handlers.log.calendar import DayCalendar
from handlers.log.typed import Typed, chosen, typed
from handlers.log.values import type_values
from handlers.states import LogForm

Choice = OnItemClick[Select[str], str]
Getter = Callable[..., Awaitable[getters.Shown]]


def dialog() -> Dialog:
    """Return the form's dialog; it is heard where everything else is."""
    windows = Dialog(*_contact_windows(), *_people_windows(), _summary(), on_start=closing.begun)
    windows.message.filter(ToTheBot())
    windows.message.filter(Heard())
    windows.callback_query.filter(Heard())
    windows.message.filter(MayWrite())
    return windows


def _contact_windows() -> tuple[Window, ...]:
    channel = typed(chosen(answers.choose_channel, keyboards.channels))
    calendar = DayCalendar(id="calendar", on_click=answers.choose_day)
    return (
        _question(LogForm.county, getters.county, answers.choose_county, typed(answers.type_county)),
        _question(LogForm.day, getters.day, answers.choose_near_day, typed(answers.type_day), calendar),
        _question(LogForm.channel, getters.channel, answers.choose_channel, channel),
    )


def _people_windows() -> tuple[Window, ...]:
    people = typed(answers.type_people, answers.choose_people)
    who = typed(answers.type_who, answers.choose_who)
    leader = typed(chosen(answers.choose_leader, keyboards.leader), answers.choose_leader)
    findings = typed(answers.type_findings, answers.choose_findings, reports=False)
    return (
        _question(LogForm.people, getters.people, answers.choose_people, people, width=4),
        _question(LogForm.who, getters.who, answers.choose_who, who, width=1),
        _question(LogForm.leader, getters.leader, answers.choose_leader, leader),
        _question(LogForm.findings, getters.findings, answers.choose_findings, findings),
    )


def _question(
    state: State, getter: Getter, choose: Choice, take: Typed, *more: Keyboard, width: int = 3
) -> Window:
    return Window(
        Format("{text}"),
        _options(state, choose, width),
        *more,
        Row(
            Button(Const(texts.BACK), id="back", on_click=answers.back, when="can_go_back"),
            _cancel(),
        ),
        MessageInput(take),
        state=state,
        getter=getter,
        parse_mode=ParseMode.HTML,
    )


def _summary() -> Window:
    again = (
        (LogForm.county, texts.COUNTY, None),
        (LogForm.day, texts.DAY, "has_contact"),
        (LogForm.channel, texts.CHANNEL, "has_contact"),
        (LogForm.people, texts.PEOPLE, "has_contact"),
        (LogForm.who, texts.WHO, "has_contact"),
        (LogForm.findings, texts.FINDINGS, None),
    )
    fields = [
        Button(Const(label), id=f"edit_{n}", on_click=answers.edit(state), when=when)
        for n, (state, label, when) in enumerate(again)
    ]
    item = Button(Const(texts.ITEM_COUNTY), id="item", on_click=answers.ask_item, when="asks_item")
    save = Button(Const(texts.SAVE), id="save", on_click=closing.save, when="complete")
    return Window(
        Format("{text}"),
        item,
        _options(LogForm.summary, answers.choose_place, 3),
        Group(*fields, width=3),
        Row(save, _cancel()),
        MessageInput(typed(type_values)),
        state=LogForm.summary,
        getter=getters.summary,
        parse_mode=ParseMode.HTML,
    )


def _options(state: State, choose: Choice, width: int) -> Group:
    # Named by the question: a second tap must not answer the question that has taken its place.
    name = str(state.state).rpartition(":")[2]
    select: Select[str] = Select(
        Format("{item.label}"), id=name, item_id_getter=attrgetter("key"), items="options", on_click=choose
    )
    return Group(select, width=width)


def _cancel() -> Button:
    return Button(Const(texts.CANCEL), id="cancel", on_click=closing.cancel)
