"""What each command, button, question and file needs: named before any handler, checked in its first hop."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from aiogram import Dispatcher
from aiogram.enums import ContentType
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram_dialog.utils import CB_SEP

from campaign.permissions import Action
from handlers import (
    admin_callbacks,
    audit_callbacks,
    callbacks,
    campaign_callbacks,
    category_callbacks,
    commands,
    digest_callbacks,
    duty_callbacks,
    own_county_callbacks,
    planned_callbacks,
    practice_callbacks,
    reminder_callbacks,
    review_callbacks,
    role_callbacks,
    task_callbacks,
)
from handlers.campaigns.hints import hint_of
from handlers.campaigns.router import go_over, tell_over
from handlers.commands import SLASHES, BotCommand, Typed, spoken_command
from handlers.desk import Desk, WentOver
from handlers.states import (
    CountyTalk,
    IssueTalk,
    LogForm,
    PauseTalk,
    RecordTalk,
    ReviewTalk,
    RoleTalk,
    RosterTalk,
)

Next = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

COMMANDS: Mapping[BotCommand, Action] = MappingProxyType(
    {
        commands.START: Action.HELP,
        commands.HELP: Action.HELP,
        commands.CANCEL: Action.HELP,
        commands.LANGUAGE: Action.HELP,
        commands.STATUS: Action.READ_FIGURES,
        commands.UNCOVERED: Action.READ_FIGURES,
        commands.DUTIES: Action.READ_FIGURES,
        commands.TASKS: Action.READ_RECORDS,
        commands.MY: Action.READ_MINE,
        commands.RECORDS: Action.READ_MINE,
        commands.REMINDERS: Action.READ_MINE,
        commands.LOG: Action.LOG,
        commands.UNDO: Action.CORRECT,
        commands.ISSUES: Action.READ_RECORDS,
        commands.ISSUE: Action.READ_RECORDS,
        commands.COUNTY: Action.READ_RECORDS,
        commands.BRIEF: Action.READ_RECORDS,
        commands.WHY: Action.READ_RECORDS,
        commands.PRACTICES: Action.READ_RECORDS,
        commands.EXPORT: Action.EXPORT,
        commands.AUDIT: Action.AUDIT,
        commands.INVITE: Action.ADMINISTER,
        commands.INVITES: Action.ADMINISTER,
        commands.PEOPLE: Action.ADMINISTER,
        commands.DIGEST: Action.ADMINISTER,
        commands.GROUPS: Action.ADMINISTER,
        commands.TOPIC: Action.ADMINISTER,
        commands.PAUSE: Action.ADMINISTER,
        commands.RESUME: Action.ADMINISTER,
    }
)

BUTTONS: Mapping[type[CallbackData], Action] = MappingProxyType(
    {
        **dict.fromkeys(admin_callbacks.ADMIN_CALLBACKS, Action.ADMINISTER),
        **dict.fromkeys(review_callbacks.REVIEW_CALLBACKS, Action.ADMINISTER),
        **dict.fromkeys(role_callbacks.ROLE_CALLBACKS, Action.ADMINISTER),
        **dict.fromkeys(own_county_callbacks.OWN_COUNTY_CALLBACKS, Action.OWN_COUNTY),
        **dict.fromkeys(planned_callbacks.PLANNED_CALLBACKS, Action.LOG),
        **dict.fromkeys(duty_callbacks.DUTY_CALLBACKS, Action.LOG_DUTY),
        duty_callbacks.ListDuties: Action.READ_FIGURES,
        duty_callbacks.ShowDuty: Action.READ_FIGURES,
        duty_callbacks.DutyFiles: Action.READ_RECORDS,
        **dict.fromkeys(task_callbacks.TASK_CALLBACKS, Action.NOTE_TASK),
        task_callbacks.ListTasks: Action.READ_RECORDS,
        task_callbacks.ShowTask: Action.READ_RECORDS,
        audit_callbacks.ListAudit: Action.AUDIT,
        callbacks.DecideGroup: Action.ADMINISTER,
        callbacks.DecideOffer: Action.ADMINISTER,
        reminder_callbacks.CallMade: Action.ADMINISTER,
        reminder_callbacks.LateForm: Action.LOG,
        reminder_callbacks.RemindedIssue: Action.READ_RECORDS,
        reminder_callbacks.PutOffReminder: Action.READ_MINE,
        reminder_callbacks.MuteReminder: Action.READ_MINE,
        reminder_callbacks.SwitchReminders: Action.READ_MINE,
        callbacks.ChooseLanguage: Action.HELP,
        callbacks.DeleteSaid: Action.HELP,
        campaign_callbacks.ChooseCampaign: Action.HELP,
        callbacks.ShowCounty: Action.READ_FIGURES,
        callbacks.ListIssues: Action.READ_RECORDS,
        callbacks.ShowIssue: Action.READ_RECORDS,
        callbacks.AskIssueWord: Action.FOLLOW,
        callbacks.TakeIssueWord: Action.FOLLOW,
        callbacks.ReopenIssue: Action.FOLLOW,
        category_callbacks.AskCategory: Action.FOLLOW,
        category_callbacks.ChooseCategory: Action.FOLLOW,
        category_callbacks.ListFiled: Action.READ_RECORDS,
        category_callbacks.ListCategories: Action.READ_RECORDS,
        category_callbacks.ListShared: Action.READ_RECORDS,
        callbacks.SaveDraft: Action.WRITE,
        callbacks.SaveAnyway: Action.WRITE,
        callbacks.EditDraft: Action.WRITE,
        callbacks.DropDraft: Action.WRITE,
        callbacks.PickAnswer: Action.WRITE,
        callbacks.SameIssue: Action.WRITE,
        callbacks.SameContact: Action.WRITE,
        callbacks.KeepPlace: Action.WRITE,
        callbacks.UndoRecord: Action.CORRECT,
        callbacks.WithdrawRecord: Action.CORRECT,
        callbacks.CorrectRecord: Action.CORRECT,
        callbacks.TakeCorrection: Action.CORRECT,
        callbacks.LeaveCorrection: Action.CORRECT,
        callbacks.OpenRecord: Action.READ_RECORDS,
        callbacks.RecordFiles: Action.READ_RECORDS,
        callbacks.CountyFiles: Action.READ_RECORDS,
        callbacks.ListContacts: Action.READ_RECORDS,
        digest_callbacks.DigestUncovered: Action.READ_FIGURES,
        digest_callbacks.DigestFigures: Action.READ_FIGURES,
        digest_callbacks.DigestList: Action.READ_FIGURES,
        digest_callbacks.DigestIssues: Action.READ_RECORDS,
        digest_callbacks.DigestProvinces: Action.READ_FIGURES,
        digest_callbacks.ProvincePicture: Action.READ_FIGURES,
        practice_callbacks.ListPractices: Action.READ_RECORDS,
        practice_callbacks.ChoosePractice: Action.CHOOSE,
        callbacks.OpenCounty: Action.READ_RECORDS,
        callbacks.ShowBrief: Action.READ_RECORDS,
        callbacks.ShowWhy: Action.READ_RECORDS,
        callbacks.OpenFigure: Action.READ_RECORDS,
    }
)

QUESTIONS: Mapping[State, Action] = MappingProxyType(
    {
        IssueTalk.progress: Action.FOLLOW,
        IssueTalk.result: Action.FOLLOW,
        RosterTalk.name: Action.ADMINISTER,
        PauseTalk.reason: Action.ADMINISTER,
        **dict.fromkeys(CountyTalk.__all_states__, Action.OWN_COUNTY),
        ReviewTalk.words: Action.ADMINISTER,
        **dict.fromkeys(RoleTalk.__all_states__, Action.ADMINISTER),
        RecordTalk.reason: Action.CORRECT,
        RecordTalk.correction: Action.CORRECT,
        **dict.fromkeys(LogForm.__all_states__, Action.WRITE),
    }
)

CONTENTS: Mapping[ContentType, Action] = MappingProxyType(
    {
        ContentType.TEXT: Action.READ_FIGURES,
        ContentType.PHOTO: Action.WRITE,
        ContentType.DOCUMENT: Action.WRITE,
        ContentType.VOICE: Action.WRITE,
        ContentType.VIDEO: Action.WRITE,
        ContentType.VIDEO_NOTE: Action.WRITE,
        ContentType.ANIMATION: Action.WRITE,
        ContentType.LOCATION: Action.WRITE,
        ContentType.VENUE: Action.WRITE,
    }
)
"""What is said outside of any question. Words may ask; what is to be kept of them, and a table of pairings,
need more, which the actions ask."""

_WORDS = {command.word: action for command, action in COMMANDS.items()}
_PREFIXES = {kind.__prefix__: action for kind, action in BUTTONS.items()}
_CONTENTS = {kind.value: action for kind, action in CONTENTS.items()}
_STATES = {state.state: action for state, action in QUESTIONS.items()}


def setup_access(dispatcher: Dispatcher) -> None:
    """Let a dispatcher name what each update needs before anybody handles it."""
    for observer in (dispatcher.message, dispatcher.edited_message, dispatcher.callback_query):
        observer.outer_middleware(_name_what_is_needed)


async def _name_what_is_needed(handler: Next, event: TelegramObject, data: dict[str, Any]) -> Any:
    desk: Desk = data["desk"]
    desk.hint = hint_of(event, begun=data.get("raw_state") is not None)
    if isinstance(event, CallbackQuery):
        desk.needs = pressed(event.data or "")
    elif isinstance(event, Message):
        desk.needs = said(event, data.get("raw_state"))
    try:
        done = await handler(event, data)
    except WentOver as over:
        await go_over(event, desk, data["state"], over.campaign_id)
        done = await handler(event, {**data, "raw_state": None})
    if desk.went_over and isinstance(event, Message):
        await tell_over(event, desk)
        desk.went_over = None
    return done


def pressed(data: str) -> Action:
    """Return what a button needs; whoever takes part is told that a button is out of date."""
    if CB_SEP in data:
        return Action.WRITE
    return _PREFIXES.get(data.partition(":")[0], Action.HELP)


def said(message: Message, raw_state: str | None) -> Action:
    """Return what a message needs, by its command, the question that it answers, or its kind."""
    if word := _command(message):
        return _WORDS.get(word, Action.HELP)
    if raw_state in _STATES:
        return _STATES[raw_state]
    return _CONTENTS.get(message.content_type, Action.HELP)


def _command(message: Message) -> str | None:
    text = message.text or ""
    if word := spoken_command(message):
        return word
    return Typed.extract_command(text).command.lower() if text.startswith(tuple(SLASHES)) else None
