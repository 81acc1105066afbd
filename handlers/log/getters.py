"""What each window of the form shows."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from aiogram.enums import ChatType
from aiogram_dialog import DialogManager

from campaign.attachments import counted
from campaign.days import DAY
from handlers.callbacks import Asked
from handlers.desk import Desk
from handlers.log import actions, keyboards, texts
from handlers.log.form import Form
from handlers.log.keyboards import Option
from handlers.report.texts import HEAD, card_text
from handlers.states import LogForm
from handlers.texts import near_day

Shown = dict[str, Any]
TYPED = (LogForm.county, LogForm.people, LogForm.who, LogForm.findings)


async def county(dialog_manager: DialogManager, desk: Desk, **_: Any) -> Shown:
    """Counties to choose from: what a typed word may mean, else one's own first."""
    form = kept(dialog_manager)
    if form.found:
        options = keyboards.counties(form.found)
    else:
        options = keyboards.listed(await desk.look(actions.county_options))
    return shown(dialog_manager, form, texts.county_question(), options)


async def day(dialog_manager: DialogManager, desk: Desk, **_: Any) -> Shown:
    """The calendar, and the last few days as buttons."""
    form, days = kept(dialog_manager), await desk.look(actions.days)
    near = [days.today - DAY * back for back in range(3)]
    options = [Option(d.isoformat(), near_day(d, days.today)) for d in near if days.first <= d <= days.last]
    window = shown(dialog_manager, form, texts.day_question(), options)
    return window | {"first": days.first, "last": days.last, "today": days.today}


async def channel(dialog_manager: DialogManager, **_: Any) -> Shown:
    """Every channel."""
    return shown(dialog_manager, kept(dialog_manager), texts.channel_question(), keyboards.channels())


async def people(dialog_manager: DialogManager, **_: Any) -> Shown:
    """Usual head-counts."""
    return shown(dialog_manager, kept(dialog_manager), texts.people_question(), keyboards.head_counts())


async def who(dialog_manager: DialogManager, desk: Desk, **_: Any) -> Shown:
    """Who may have gone to the county."""
    form = kept(dialog_manager)
    options = await desk.look(partial(actions.who_options, county_id=form.contact.county_id))
    return shown(dialog_manager, form, texts.who_question(), keyboards.who(options))


async def leader(dialog_manager: DialogManager, **_: Any) -> Shown:
    """Whether the leader took part."""
    return shown(dialog_manager, kept(dialog_manager), texts.leader_question(), keyboards.leader())


async def findings(dialog_manager: DialogManager, **_: Any) -> Shown:
    """What was found so far."""
    form = kept(dialog_manager)
    options = keyboards.findings(known=bool(form.issues))
    return shown(dialog_manager, form, texts.findings_question(form.issues), options)


async def summary(dialog_manager: DialogManager, desk: Desk, **_: Any) -> Shown:
    """The card as it stands, with what can still be changed."""
    form = kept(dialog_manager)
    card = await desk.look(partial(actions.as_card, draft=form.draft, correcting=form.correcting))
    if form.files:
        card = replace(card, files=counted(form.files))
    head = texts.correcting(form.draft) if form.correcting else HEAD
    notice = f"{texts.NOTICES[form.notice]}\n" if form.notice else ""
    keep(dialog_manager, form.noticing(None))
    return {
        "text": f"{notice}{card_text(card, head)}",
        "options": keyboards.places(len(form.draft.contacts)),
        "complete": card.question is None,
        "has_contact": bool(form.draft.contacts),
        "asks_item": card.question is not None and card.question.asked is Asked.ITEM_COUNTY,
    }


def shown(manager: DialogManager, form: Form, question: str, options: Sequence[Option]) -> Shown:
    """Return a window's data; what was wrong with the last answer is said once."""
    keep(manager, form.noticing(None))
    state = manager.current_context().state
    if state in TYPED and manager.middleware_data["event_chat"].type != ChatType.PRIVATE:
        question += texts.REPLY_HERE
    return {
        "text": texts.noticed(form.notice, question),
        "options": options,
        "can_go_back": form.editing or state != LogForm.county,
    }


def kept(manager: DialogManager) -> Form:
    """Return the form of the open dialog."""
    return Form.kept_in(manager.dialog_data)


def keep(manager: DialogManager, form: Form) -> None:
    """Keep the form with the open dialog."""
    form.keep_in(manager.dialog_data)
