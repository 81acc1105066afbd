"""Every state of every conversation, declared once."""

from aiogram.fsm.state import State, StatesGroup


class IssueTalk(StatesGroup):
    """Waiting for words about an issue."""

    progress = State()
    result = State()


class RosterTalk(StatesGroup):
    """Waiting for the words that change one thing of the roster."""

    name = State()


class RoleTalk(StatesGroup):
    """Waiting for the days or the county of a role, or for somebody to be taken up."""

    days = State()
    county = State()
    newcomer = State()


class PauseTalk(StatesGroup):
    """Waiting for the reason why a county is paused."""

    reason = State()


class ReviewTalk(StatesGroup):
    """Waiting for the words of a draft's section."""

    words = State()


class CountyTalk(StatesGroup):
    """Waiting for what a county says of a contact, or for an issue of its own."""

    objection = State()
    issue = State()


class RecordTalk(StatesGroup):
    """Waiting for words about a record."""

    reason = State()
    correction = State()


class LogForm(StatesGroup):
    """The guided form, one state a question, in the order in which they are asked."""

    county = State()
    day = State()
    channel = State()
    people = State()
    who = State()
    leader = State()
    findings = State()
    summary = State()
