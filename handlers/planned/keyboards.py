"""Buttons of plans; those below what the bot says of its own accord as rows of (label, data)."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from campaign.planned import PlannedContact, PlannedState
from digests.messages import Button
from handlers.brief import texts as brief_texts
from handlers.callbacks import ShowBrief
from handlers.paging import button, in_rows, keyboard
from handlers.planned import texts
from handlers.planned.actions import Plans
from handlers.planned_callbacks import DatePlanned, KeepPlanned, LeavePlanned, NotThere, WentThere

DAYS_IN_A_ROW = 2


def plans_keyboard(shown: Plans) -> InlineKeyboardMarkup | None:
    """Return what can be done with the plans of a card; nothing when they are settled."""
    ids = shown.ids
    leave = button(texts.DROP, LeavePlanned(plans=ids))
    if shown.state is PlannedState.OPEN:
        if shown.days:
            return keyboard(*_days(shown), [button(texts.STAY, KeepPlanned(plans=ids))])
        other = button(texts.OTHER_DAY, DatePlanned(plans=ids))
        return keyboard([other, button(texts.CANCEL, LeavePlanned(plans=ids))])
    if shown.state is not PlannedState.OFFERED:
        return None
    briefs = [[button(brief_texts.button(p.county_name), ShowBrief(county=p.county_id))] for p in shown.plans]
    if shown.days:
        return keyboard(*_days(shown), [leave], *briefs)
    return keyboard([button(texts.KEEP, KeepPlanned(plans=ids)), leave], *briefs)


def reminder_rows(planned: PlannedContact) -> tuple[tuple[Button, ...], ...]:
    """Return what may become of a plan before its day."""
    ids = str(planned.id)
    later = (texts.OTHER_DAY, DatePlanned(plans=ids).pack())
    return ((later, (texts.CANCEL, LeavePlanned(plans=ids).pack())),)


def question_rows(planned: PlannedContact) -> tuple[tuple[Button, ...], ...]:
    """Return what may have become of a plan after its day."""
    went = (texts.WENT, WentThere(planned=planned.id).pack())
    not_there = (texts.NOT_THERE, NotThere(planned=planned.id).pack())
    return ((went, not_there, (texts.OTHER_DAY, DatePlanned(plans=str(planned.id)).pack())),)


def _days(shown: Plans) -> list[list[InlineKeyboardButton]]:
    days = [
        button(texts.day_button(day, shown.today), DatePlanned(plans=shown.ids, day=f"{day:%Y%m%d}"))
        for day in shown.days
    ]
    return in_rows(days, DAYS_IN_A_ROW)
