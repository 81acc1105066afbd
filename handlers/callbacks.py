"""Every button's data, declared once. Prefixes are short: Telegram takes 64 bytes in all."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from campaign.languages import Language
from digests.outgoing import OFFER_PREFIX
from handlers.admin_callbacks import ADMIN_CALLBACKS
from handlers.audit_callbacks import ListAudit
from handlers.campaign_callbacks import CAMPAIGN_CALLBACKS
from handlers.category_callbacks import CATEGORY_CALLBACKS
from handlers.digest_callbacks import DIGEST_CALLBACKS
from handlers.duty_callbacks import DUTY_CALLBACKS
from handlers.own_county_callbacks import OWN_COUNTY_CALLBACKS
from handlers.planned_callbacks import PLANNED_CALLBACKS
from handlers.practice_callbacks import PRACTICE_CALLBACKS
from handlers.reminder_callbacks import REMINDER_CALLBACKS
from handlers.review_callbacks import REVIEW_CALLBACKS
from handlers.role_callbacks import ROLE_CALLBACKS
from handlers.task_callbacks import TASK_CALLBACKS


class Asked(StrEnum):
    """A field that a card asks for."""

    COUNTY = "c"
    DAY = "d"
    CHANNEL = "h"
    ITEM_COUNTY = "i"
    RESOLVER = "r"


class SaveDraft(CallbackData, prefix="sv"):
    """Save a card."""

    draft: str


class SaveAnyway(CallbackData, prefix="sa"):
    """Save a card though somebody else logged the same county, day and channel."""

    draft: str


class EditDraft(CallbackData, prefix="ed"):
    """Open the form on a card, at one of its fields if given."""

    draft: str
    asked: Asked | None = None


class DropDraft(CallbackData, prefix="dr"):
    """Give up a card."""

    draft: str


class PickAnswer(CallbackData, prefix="pk"):
    """Answer what a card asks.

    `place` counts its contacts, or its items; `value` is a county's id, a day (20230220) or a channel.
    """

    draft: str
    asked: Asked
    place: int
    value: str


class SameIssue(CallbackData, prefix="sm"):
    """Say whether the issue at a place of a card is the open one of a number."""

    draft: str
    place: int
    number: int
    same: bool


class SameContact(CallbackData, prefix="sc"):
    """Say that a card tells of the contact of a number, which somebody else logged: add to that one."""

    draft: str
    number: int


class OpenRecord(CallbackData, prefix="or"):
    """Show what a card saved, whoever saved it."""

    draft: str


class WithdrawRecord(CallbackData, prefix="wd"):
    """Ask why a record is to be withdrawn."""

    draft: str


class CorrectRecord(CallbackData, prefix="cr"):
    """Open the form on a saved record, to correct it."""

    draft: str


class TakeCorrection(CallbackData, prefix="tc"):
    """Give a record the form that was proposed; `mistyped`: a reason was asked for, and this is it."""

    draft: str
    mistyped: bool = False


class LeaveCorrection(CallbackData, prefix="lc"):
    """Leave a record as it is."""

    draft: str


class KeepPlace(CallbackData, prefix="kp"):
    """Keep a place with a card or record, or leave it."""

    draft: str
    keep: bool


class RecordFiles(CallbackData, prefix="ph"):
    """Send the files kept with a record once more."""

    draft: str


class CountyFiles(CallbackData, prefix="cp"):
    """Send the latest files of a county once more."""

    county: int


class ListContacts(CallbackData, prefix="lk"):
    """Show a page, from 0, of a county's contacts."""

    county: int
    page: int = 0


class OpenCounty(CallbackData, prefix="oc"):
    """Show what was logged of a county."""

    county: int


class UndoRecord(CallbackData, prefix="un"):
    """Undo what a card saved."""

    draft: str


class ShowCounty(CallbackData, prefix="ct"):
    """Show one county's state."""

    county: int


class ShowWhy(CallbackData, prefix="wy"):
    """Show the contacts behind one county's figures."""

    county: int


class Figure(StrEnum):
    """A figure of /status that opens to what is behind it."""

    NUMBERS = "c"
    PROGRESS = "p"


class OpenFigure(CallbackData, prefix="wf"):
    """Show what is behind a figure of the whole campaign."""

    figure: Figure


class ShowBrief(CallbackData, prefix="bf"):
    """Show what to know of a county before a visit."""

    county: int


class DecideGroup(CallbackData, prefix="gr"):
    """Approve or refuse a group."""

    chat: int
    approve: bool


class DecideOffer(CallbackData, prefix=OFFER_PREFIX):
    """Post a digest that is too late to go out unasked, or leave it."""

    digest: int
    post: bool


class IssueWord(StrEnum):
    """What words typed about an issue are for."""

    PROGRESS = "p"
    RESULT = "r"


class ListIssues(CallbackData, prefix="il"):
    """Show a page, from 0, of the open issues; of one county's, or of all (0)."""

    page: int = 0
    county: int = 0


class ShowIssue(CallbackData, prefix="is"):
    """Show an issue by its number."""

    number: int


class AskIssueWord(CallbackData, prefix="iw"):
    """Ask for words about an issue: a note on its progress, or the result with which it is closed."""

    number: int
    what: IssueWord


class TakeIssueWord(CallbackData, prefix="it"):
    """Take the words that were just written in reply to an issue."""

    number: int
    what: IssueWord


class ReopenIssue(CallbackData, prefix="io"):
    """Open a closed issue again."""

    number: int


class DeleteSaid(CallbackData, prefix="ds"):
    """Delete a message of this private chat that must not be kept."""

    message: int


class ChooseLanguage(CallbackData, prefix="la"):
    """Read the interface in a language."""

    language: Language


CALLBACKS = (
    DeleteSaid,
    ChooseLanguage,
    *CAMPAIGN_CALLBACKS,
    *ADMIN_CALLBACKS,
    *DUTY_CALLBACKS,
    *TASK_CALLBACKS,
    *REMINDER_CALLBACKS,
    *PLANNED_CALLBACKS,
    *REVIEW_CALLBACKS,
    *ROLE_CALLBACKS,
    ListAudit,
    *OWN_COUNTY_CALLBACKS,
    ListIssues,
    ShowIssue,
    AskIssueWord,
    TakeIssueWord,
    ReopenIssue,
    *CATEGORY_CALLBACKS,
    SameIssue,
    SameContact,
    OpenRecord,
    WithdrawRecord,
    CorrectRecord,
    TakeCorrection,
    LeaveCorrection,
    KeepPlace,
    RecordFiles,
    CountyFiles,
    ListContacts,
    *PRACTICE_CALLBACKS,
    *DIGEST_CALLBACKS,
    OpenCounty,
    SaveDraft,
    SaveAnyway,
    EditDraft,
    DropDraft,
    PickAnswer,
    UndoRecord,
    ShowCounty,
    ShowWhy,
    OpenFigure,
    ShowBrief,
    DecideGroup,
    DecideOffer,
)
