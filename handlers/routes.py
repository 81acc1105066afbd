"""All routers in the one order in which they are asked; the catch-all is the last."""

from collections.abc import Awaitable, Callable
from functools import cached_property
from typing import Any

import aiogram_dialog
from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import or_f
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.types import Message, TelegramObject
from aiogram_dialog.utils import REPLY_CALLBACK_SYMBOLS

from handlers.access import setup_access
from handlers.admin import router as admin
from handlers.audit import router as audit
from handlers.brief import router as brief
from handlers.callbacks import SaveAnyway, SaveDraft
from handlers.campaigns import router as campaigns
from handlers.categories import router as categories
from handlers.duties import router as duties
from handlers.export import router as export
from handlers.fallback import errors
from handlers.fallback import router as fallback
from handlers.figures import router as figures
from handlers.filters import Continuing, IsCommand, IsSensitive
from handlers.groups import router as groups
from handlers.invites import router as invites
from handlers.issues import router as issues
from handlers.issues import words as issue_words
from handlers.language import router as language
from handlers.live import provinces as digest_pictures
from handlers.live import router as live
from handlers.log import router as log
from handlers.log.dialog import dialog
from handlers.overview import router as overview
from handlers.own_county import router as own_county
from handlers.own_county import words as own_county_words
from handlers.pauses import router as pauses
from handlers.pauses import words as pause_words
from handlers.people import router as people
from handlers.people import words as people_words
from handlers.planned import router as planned
from handlers.records import router as records
from handlers.records import words as record_words
from handlers.reminders import router as reminders
from handlers.report import router as report
from handlers.review import router as review
from handlers.roles import router as roles
from handlers.roles import words as role_words
from handlers.roster import router as roster
from handlers.rules import router as rules
from handlers.start import router as start
from handlers.tasks import router as tasks
from handlers.why import router as why

Next = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Branch(Router):
    """Routers that are asked together, or not at all if none handles the kind of update or a filter says no.

    It has no handlers and no middlewares of its own. aiogram asks each router about every update, and each
    costs ten microseconds or more to say no.
    """

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:
        """Hand the update on if anybody here wants it."""
        if update_type not in self._kinds:
            return UNHANDLED
        passed, found = await self.observers[update_type].check_root_filters(event, **kwargs)
        if not passed:
            return UNHANDLED
        for router in self.sub_routers:
            response = await router.propagate_event(update_type, event, **(kwargs | found))
            if response is not UNHANDLED:
                return response
        return UNHANDLED

    @cached_property
    def _kinds(self) -> frozenset[str]:
        every = (kind for router in self.chain_tail for kind in router.observers.items())
        return frozenset(name for name, observer in every if observer.handlers)


def build_router() -> Router:
    """Return everything that answers, in order: commands, buttons, the open form, free text, the rest."""
    root = Branch(name="liaison")
    root.include_routers(_overviews(), _plain(), _conversations())
    return root


def _overviews() -> Router:
    """Return what is asked often and knows no form: dialogs would cost it a tenth of its time."""
    routes = Branch(name="overviews")
    routes.message.filter(IsCommand(), ~IsSensitive())
    routes.include_router(overview.router())
    return routes


def _plain() -> Router:
    """Return what is done most; it passes dialogs by when none is open."""
    routes = Branch(name="plain")
    routes.message.filter(~IsCommand())
    routes.callback_query.filter(or_f(SaveDraft.filter(), SaveAnyway.filter()))
    routes.include_router(report.plain())
    return routes


def _conversations() -> Router:
    routes = Router(name="conversations")
    errors.register(routes)
    campaigns.register(routes)
    routes.include_routers(
        fallback.guard(),
        _commands(),
        _buttons(),
        tasks.words(),
        _continued(),
        roster.files(),
        rules.files(),
        report.router(),
        admin.memberships(),
        fallback.router(),
    )
    # Whoever feeds updates keeps the order within a chat: no lock is needed.
    aiogram_dialog.setup_dialogs(routes, events_isolation=DisabledEventIsolation())
    return routes


def setup_dialogs(dispatcher: Dispatcher) -> None:
    """Prepare a dispatcher that includes the router for dialogs, and for asking what each update needs."""
    setup_access(dispatcher)
    dispatcher.message.outer_middleware(without_invisible_end)


async def without_invisible_end(handler: Next, event: TelegramObject, data: dict[str, Any]) -> Any:
    """Cut invisible characters off a text's end: aiogram-dialog would take them for a hidden button."""
    if isinstance(event, Message) and event.text and event.text[-1] in REPLY_CALLBACK_SYMBOLS:
        event = event.model_copy(update={"text": event.text.rstrip(REPLY_CALLBACK_SYMBOLS)})
    return await handler(event, data)


def _commands() -> Router:
    routes = Branch(name="commands")
    routes.message.filter(IsCommand())
    routes.include_routers(
        issues.router(),
        duties.router(),
        tasks.router(),
        records.router(),
        brief.router(),
        why.router(),
        figures.router(),
        start.router(),
        log.router(),
        admin.router(),
        people.router(),
        audit.router(),
        pauses.router(),
        reminders.router(),
        export.router(),
        language.router(),
        invites.router(),
        groups.router(),
        live.router(),
        fallback.unknown_commands(),
    )
    return routes


def _continued() -> Router:
    routes = Branch(name="continued")
    routes.message.filter(Continuing())
    routes.include_routers(
        issue_words.router(), record_words.router(), people_words.router(), role_words.router()
    )
    routes.include_routers(own_county_words.router(), review.words(), pause_words.router(), dialog())
    return routes


def _buttons() -> Router:
    routes = Branch(name="buttons")
    routes.include_routers(
        report.buttons(),
        log.buttons(),
        overview.buttons(),
        issues.buttons(),
        categories.buttons(),
        duties.buttons(),
        tasks.buttons(),
        records.buttons(),
        brief.buttons(),
        planned.buttons(),
        why.buttons(),
        admin.buttons(),
        people.buttons(),
        audit.buttons(),
        pauses.buttons(),
        own_county.buttons(),
        roles.buttons(),
        reminders.buttons(),
        review.buttons(),
        language.buttons(),
        figures.buttons(),
        digest_pictures.router(),
        campaigns.buttons(),
        invites.buttons(),
        roster.buttons(),
        rules.buttons(),
        groups.buttons(),
    )
    return routes
