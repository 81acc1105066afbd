"""What a press or a typed word does to the form."""

from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import ChatEvent, DialogManager

from campaign.people import County
from campaign.vocabulary import Channel
from handlers.desk import Desk
from handlers.log import actions
from handlers.log.form import Form, Notice, following, previous
from handlers.log.getters import keep, kept
from handlers.log.keyboards import LEAVE_OUT, NONE
from handlers.log.words import DATE, count_in, day_in
from handlers.report.reading import LONGEST_NAMES, MOST_PEOPLE
from handlers.states import LogForm

Typed = Callable[[Message, Any, DialogManager], Awaitable[None]]


async def choose_county(_press: CallbackQuery, _widget: Any, manager: DialogManager, key: str) -> None:
    """Take a county from the buttons."""
    await _advance(manager, kept(manager).with_county(int(key)))


async def type_county(message: Message, _widget: Any, manager: DialogManager) -> None:
    """Look a typed county up; one match is taken, several are offered."""
    form = kept(manager)
    if not message.text:
        keep(manager, form.noticing(Notice.TEXT_ONLY))
        return
    found = await _desk(manager).look(partial(actions.search_counties, word=message.text))
    if len(found) == 1:
        await _advance(manager, form.with_county(found[0].id))
    else:
        keep(manager, _offering(form, found))


async def choose_near_day(_press: CallbackQuery, _widget: Any, manager: DialogManager, key: str) -> None:
    """Take one of the last few days."""
    await _take_day(manager, date.fromisoformat(key))


async def choose_day(_press: ChatEvent, _widget: Any, manager: DialogManager, day: date) -> None:
    """Take a day of the calendar."""
    await _take_day(manager, day)


async def type_day(message: Message, _widget: Any, manager: DialogManager) -> None:
    """Take a typed day; one that does not exist is refused like one to come."""
    words = (message.text or "").strip()
    day = day_in(words, await _desk(manager).look(actions.days))
    if day is None:
        notice = Notice.DAY_REFUSED if DATE.fullmatch(words) else Notice.BUTTONS_ONLY
        keep(manager, kept(manager).noticing(notice))
        return
    await _take_day(manager, day)


async def choose_channel(_press: ChatEvent, _widget: Any, manager: DialogManager, key: str) -> None:
    """Take a channel."""
    await _advance(manager, kept(manager).filled(channel=Channel(key)))


async def choose_people(_press: ChatEvent, _widget: Any, manager: DialogManager, key: str) -> None:
    """Take a head-count, or none."""
    await _advance(manager, kept(manager).filled(participants=None if key == NONE else int(key)))


async def type_people(message: Message, _widget: Any, manager: DialogManager) -> None:
    """Take a typed head-count."""
    if not message.text:
        keep(manager, kept(manager).noticing(Notice.TEXT_ONLY))
        return
    count = count_in(message.text)
    if count is None or count > MOST_PEOPLE:
        keep(manager, kept(manager).noticing(Notice.NOT_A_NUMBER))
        return
    await _advance(manager, kept(manager).filled(participants=count))


async def choose_who(_press: ChatEvent, _widget: Any, manager: DialogManager, key: str) -> None:
    """Take who went, and with that whether the leader did; or nothing."""
    form = kept(manager)
    options = await _desk(manager).look(partial(actions.who_options, county_id=form.contact.county_id))
    chosen = next((option for option in options if option.key == key), None)
    if chosen is None:
        await _advance(manager, form.filled(attendees=None, leader_present=None))
    else:
        fields = {"attendees": chosen.attendees, "leader_present": chosen.leader_present}
        await _advance(manager, form.filled(**fields))


async def type_who(message: Message, _widget: Any, manager: DialogManager) -> None:
    """Take typed names; whether the leader was there is asked next."""
    form, names = kept(manager), " ".join((message.text or "").split())
    if not names:
        keep(manager, form.noticing(Notice.TEXT_ONLY))
        return
    await _advance(manager, form.filled(attendees=names[:LONGEST_NAMES], leader_present=None))


async def choose_leader(_press: ChatEvent, _widget: Any, manager: DialogManager, key: str) -> None:
    """Take whether the leader took part."""
    present = {"yes": True, "no": False}.get(key)
    await _advance(manager, kept(manager).filled(leader_present=present))


async def choose_findings(_press: ChatEvent, _widget: Any, manager: DialogManager, key: str) -> None:
    """Leave the findings as they are, or clear them."""
    form = kept(manager)
    await _advance(manager, form if key == NONE else form.with_findings(()))


async def type_findings(message: Message, _widget: Any, manager: DialogManager) -> None:
    """Take typed findings, a line each."""
    form = kept(manager)
    if not (message.text or "").strip():
        keep(manager, form.noticing(Notice.TEXT_ONLY))
        return
    await _advance(manager, form.with_findings((message.text or "").splitlines()))


async def choose_place(_press: CallbackQuery, _widget: Any, manager: DialogManager, key: str) -> None:
    """Turn to another contact of the card, beginning with its county; or leave one out."""
    form, place = kept(manager), int(key.removeprefix(LEAVE_OUT))
    if place >= len(form.draft.contacts):
        return
    if key.startswith(LEAVE_OUT):
        keep(manager, form.without(place))
        return
    keep(manager, form.model_copy(update={"place": place, "item": None, "editing": True}))
    await manager.switch_to(LogForm.county)


async def back(_press: ChatEvent, _widget: Any, manager: DialogManager) -> None:
    """Go back to the question before, or to the summary."""
    form = kept(manager)
    keep(manager, form.model_copy(update={"found": (), "item": None}))
    await manager.switch_to(previous(manager.current_context().state, form))


def edit(state: State) -> Callable[[CallbackQuery, Any, DialogManager], Awaitable[None]]:
    """Return what a summary's button does: ask one question again."""

    async def ask_again(_press: CallbackQuery, _widget: Any, manager: DialogManager) -> None:
        keep(manager, kept(manager).model_copy(update={"editing": True, "item": None}))
        await manager.switch_to(state)

    return ask_again


async def ask_item(_press: CallbackQuery, _widget: Any, manager: DialogManager) -> None:
    """Ask for the county of the first issue or practice that has none."""
    form = kept(manager)
    keep(manager, form.model_copy(update={"editing": True, "item": form.homeless}))
    await manager.switch_to(LogForm.county)


async def _take_day(manager: DialogManager, day: date) -> None:
    days = await _desk(manager).look(actions.days)
    if days.first <= day <= days.last:
        await _advance(manager, kept(manager).with_day(day))
    else:
        keep(manager, kept(manager).noticing(Notice.DAY_REFUSED))


async def _advance(manager: DialogManager, form: Form) -> None:
    keep(manager, form)
    await manager.switch_to(following(manager.current_context().state, form))


def _offering(form: Form, found: Any) -> Form:
    some: list[County] = list(found)
    notice = Notice.SEVERAL_COUNTIES if some else Notice.NO_SUCH_COUNTY
    return form.model_copy(
        update={"found": tuple((county.id, county.name) for county in some), "notice": notice}
    )


def _desk(manager: DialogManager) -> Desk:
    desk: Desk = manager.middleware_data["desk"]
    return desk
