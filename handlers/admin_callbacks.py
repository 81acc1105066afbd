"""The data of the buttons that only administrators see; declared once, as in `handlers.callbacks`."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class MemberWord(StrEnum):
    """What is done to a person's accounts and codes."""

    INVITE = "i"
    REBIND = "r"
    UNBIND = "u"
    REVOKE = "v"


class ListPeople(CallbackData, prefix="pl"):
    """Show a page, from 0, of the roster's people."""

    page: int = 0


class ShowMember(CallbackData, prefix="ps"):
    """Show a person of the roster."""

    person: int


class AskMember(CallbackData, prefix="pa"):
    """Ask whether something shall be taken away from a person."""

    person: int
    what: MemberWord


class DoMember(CallbackData, prefix="pd"):
    """Do it, if the person is still as `mark` says that he was shown."""

    person: int
    what: MemberWord
    mark: int


class EditWord(StrEnum):
    """What is changed of the roster."""

    REPLACE = "x"
    RENAME = "n"
    PAIR = "p"
    STAND_IN = "s"


class AskEdit(CallbackData, prefix="ae"):
    """Ask for the words of a change: to a person, or (0) to a county."""

    person: int
    what: EditWord


class TakeEdit(CallbackData, prefix="te"):
    """Make the change that was typed; `mark` names it and what stood then."""

    mark: str


class InviteAll(CallbackData, prefix="ia"):
    """Invite all who are not bound; `again`: also those who hold a code, which ends.

    `mark` names those whom the question counted.
    """

    again: bool
    mark: str


class TakeRoster(CallbackData, prefix="rt"):
    """Take the table of pairings that a preview showed; `mark` names both the file and what stood then."""

    mark: str


class TakeRules(CallbackData, prefix="rr"):
    """Take the rules that a preview showed; `mark` names both them and those that held then."""

    mark: str


class ListGroups(CallbackData, prefix="gl"):
    """Show a page, from 0, of the groups."""

    page: int = 0


class ShowGroup(CallbackData, prefix="gs"):
    """Show a group."""

    chat: int


class AskStopGroup(CallbackData, prefix="ga"):
    """Ask whether a group shall be stopped."""

    chat: int


class ChangeGroup(CallbackData, prefix="gc"):
    """Approve or stop a group, and show it."""

    chat: int
    approve: bool


class DropTopic(CallbackData, prefix="gt"):
    """Post a group's digests in no topic of their own."""

    chat: int


class EndStandIn(CallbackData, prefix="ze"):
    """Make today the last day of a stand-in; `person`: whose card is shown."""

    stand_in: int
    person: int


class AskPause(CallbackData, prefix="zp"):
    """Ask why a county shall be paused."""

    county: int


class EndPause(CallbackData, prefix="zr"):
    """Let a paused county go on."""

    county: int


ADMIN_CALLBACKS = (
    ListPeople,
    ShowMember,
    AskMember,
    DoMember,
    AskEdit,
    TakeEdit,
    InviteAll,
    TakeRoster,
    TakeRules,
    ListGroups,
    ShowGroup,
    AskStopGroup,
    ChangeGroup,
    DropTopic,
    EndStandIn,
    AskPause,
    EndPause,
)
