"""The button below a contact that logs the duty of which the same message speaks."""

from functools import partial

from aiogram.types import CallbackQuery

from campaign.people import Actor
from campaign.ports import Store
from handlers.desk import Desk
from handlers.duties import texts
from handlers.duties.reading import save_beside
from handlers.duty_callbacks import AlsoDuty
from handlers.report.actions import Shown, present
from handlers.report.screens import screen
from handlers.screen import press_answered, press_told


async def take_beside(callback: CallbackQuery, callback_data: AlsoDuty, desk: Desk) -> None:
    """Save the duty, and show the card or record of the contact as it is now."""
    shown = await desk.act(partial(_saved, record=callback_data.record))
    if shown is None:
        await press_told(callback, texts.ALSO_FIRST)
    else:
        await press_answered(callback, screen(shown), texts.SAVED)


def _saved(store: Store, actor: Actor, record: int) -> Shown | None:
    card = save_beside(store, actor, record)
    return present(store, actor, card) if card else None
