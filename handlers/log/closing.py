"""How a form begins and ends: opened on a card or empty, saved, cancelled."""

from functools import partial
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode

from campaign.drafts import Draft
from handlers.callbacks import Asked
from handlers.desk import Desk
from handlers.log import actions, texts
from handlers.log.form import ASKED, KEY, Form
from handlers.log.getters import kept
from handlers.records import corrections
from handlers.records.correcting import ask_why, renew_own
from handlers.records.corrections import Proposal
from handlers.records.screens import proposal_screen
from handlers.report.actions import Card, id_of, note_card
from handlers.report.screens import screen
from handlers.screen import Screen, renew
from handlers.states import LogForm


async def start_empty(manager: DialogManager, draft: Draft) -> None:
    """Ask one question after the other."""
    await _start(manager, LogForm.county, Form(draft=draft))


async def start_on(manager: DialogManager, draft: Draft, asked: Asked | None) -> None:
    """Open a card's fields, or one of them."""
    form = Form(draft=draft, editing=True, place=_place_asked(draft, asked))
    if asked is Asked.ITEM_COUNTY:
        form = form.model_copy(update={"item": form.homeless})
    await _start(manager, ASKED.get(asked, LogForm.summary) if asked else LogForm.summary, form)


async def start_correcting(manager: DialogManager, draft: Draft) -> None:
    """Open the fields of a saved record."""
    await _start(manager, LogForm.summary, Form(draft=draft, editing=True, correcting=True))


async def start_on_county(manager: DialogManager, draft: Draft) -> None:
    """Ask what comes after the county, below the message whose button was pressed."""
    await _start(manager, LogForm.day, Form(draft=draft), ShowMode.SEND)


async def begun(start_data: Any, manager: DialogManager) -> None:
    """Take the form that the dialog was started with."""
    manager.dialog_data.update(start_data)


async def save(press: CallbackQuery, _widget: Any, manager: DialogManager) -> None:
    """Save the form as a record and show it in the form's place; stay when it cannot be saved.

    When somebody else logged the same contact, the card comes in its place: there one chooses.
    """
    desk: Desk = manager.middleware_data["desk"]
    if kept(manager).correcting:
        await _correct(press, manager, desk)
        return
    form = kept(manager)
    shown = await desk.act(partial(actions.save_form, draft=form.draft, files=form.files))
    if isinstance(shown, Card) and not shown.others:
        return
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    message = await _replace(press, screen(shown))
    desk.later(partial(note_card, draft_id=id_of(shown), message_id=message))


async def _correct(press: CallbackQuery, manager: DialogManager, desk: Desk) -> None:
    """Correct the record, or ask why; stay when the form lacks something."""
    form = kept(manager).draft
    done = await desk.act(partial(corrections.correct_form, desk=desk, form=form))
    if isinstance(done, Card):
        return
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    if isinstance(done, Proposal):
        await ask_why(desk, manager.middleware_data["state"], done)
        await _replace(press, proposal_screen(done))
        return
    message = await _replace(press, screen(done.kept))
    if press.bot:
        await renew_own(press.bot, done, message)


async def cancel(press: CallbackQuery, _widget: Any, manager: DialogManager) -> None:
    """Leave the form; the card it was opened on comes back."""
    desk: Desk = manager.middleware_data["desk"]
    card = await desk.look(partial(actions.before_form, draft_id=kept(manager).draft.id))
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    await _replace(press, screen(card) if card else Screen(texts.CANCELLED))


async def leave_form_on(manager: DialogManager, draft_id: str) -> None:
    """Leave a form that is open on a card or record which was settled elsewhere."""
    data = manager.current_context().dialog_data if manager.has_context() else {}
    if KEY in data and kept(manager).draft.id == draft_id:
        await manager.reset_stack(remove_keyboard=True)


async def _start(manager: DialogManager, state: Any, form: Form, show_mode: ShowMode | None = None) -> None:
    data: dict[str, Any] = {}
    form.keep_in(data)
    # What is typed from here on answers the form, not what was asked before it.
    await manager.middleware_data["state"].set_state(None)
    await manager.start(state, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode)


async def _replace(press: CallbackQuery, new: Screen) -> int | None:
    if press.message is None or press.bot is None:
        return None
    return await renew(press.bot, press.message.chat.id, press.message.message_id, new)


def _place_asked(draft: Draft, asked: Asked | None) -> int:
    fields = {Asked.COUNTY: "county_id", Asked.DAY: "day", Asked.CHANNEL: "channel"}
    if asked not in fields:
        return 0
    lacking = (n for n, contact in enumerate(draft.contacts) if getattr(contact, fields[asked]) is None)
    return next(lacking, 0)
