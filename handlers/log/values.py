"""New values typed below the whole form are filled in as presses would; anything else is told to press."""

from functools import partial
from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from campaign.drafts import Draft
from campaign.people import Actor
from campaign.ports import Store
from handlers.desk import Desk
from handlers.log.form import Notice
from handlers.log.getters import keep, kept
from handlers.records.amending import amended, new_values
from handlers.report.reading import Said, said_in
from handlers.report.texts import is_polite
from handlers.texts import bare


async def type_values(message: Message, _widget: Any, manager: DialogManager) -> None:
    """Fill in the values that a message gives and nothing else; a word of thanks is let be."""
    form, said = kept(manager), said_in(message)
    if is_polite(bare(said.text)):
        manager.show_mode = ShowMode.NO_UPDATE
        return
    desk: Desk = manager.middleware_data["desk"]
    changed = await desk.look(partial(_changed, desk=desk, said=said, draft=form.draft))
    keep(manager, form.of(changed) if changed else form.noticing(Notice.BUTTONS_ONLY))


def _changed(store: Store, actor: Actor, desk: Desk, said: Said, draft: Draft) -> Draft | None:
    """Return the form's card with the new values; None when the words say more, or leave a doubt."""
    fragment = new_values(store, actor, desk, said, draft)
    if fragment is None or fragment.rest:
        return None
    changed = amended(draft, fragment)
    return changed if isinstance(changed, Draft) else None
