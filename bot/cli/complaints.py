"""From what went wrong to what is said about it."""

from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError

from bot.backup import BackupError
from bot.cli import texts
from bot.cli.office import NotUpgradedError, SeveralCampaignsError, UnknownCampaignError
from bot.file_faults import UnusableFileError
from bot.mending import texts as mending
from bot.settings import SettingsError
from bot.starting import NoCampaign
from campaign.errors import AlreadyBound, NotFound
from storage import StoreBusy, StoreFault, StoreFull


@dataclass(frozen=True, slots=True)
class Complaint:
    """A sentence; `misused` when what was typed or set is wrong rather than what was found."""

    sentence: str
    misused: bool = False


def complaint(error: Exception) -> Complaint:
    """Return what to say about an error, whatever it is."""
    match error:
        case SettingsError():
            told = Complaint(texts.setting(error.field, error.reason), misused=True)
        case UnusableFileError():
            told = Complaint(mending.unusable(error))
        case SeveralCampaignsError():
            told = Complaint(texts.SEVERAL_CAMPAIGNS.format("\u3001".join(error.ids)), misused=True)
        case UnknownCampaignError():
            told = Complaint(
                texts.unknown_campaign(error.wanted, error.ids, by_setting=error.by_setting), misused=True
            )
        case NotFound():
            told = Complaint(texts.not_found(error.what, error.key))
        case BackupError():
            told = Complaint(texts.BACKUP_FAULTS[error.kind].format(error.fact))
        case _:
            told = Complaint(_by_kind(error))
    return told


def _by_kind(error: Exception) -> str:
    for kind, sentence in _SENTENCES.items():
        if isinstance(error, kind):
            return sentence.format(error)
    named = texts.NAMED_ERRORS.get(type(error).__name__)
    return (named or texts.UNEXPECTED).format(error, kind=type(error).__name__)


_SENTENCES: dict[type[Exception], str] = {
    NotUpgradedError: texts.NOT_UPGRADED,
    NoCampaign: texts.NO_CAMPAIGN,
    AlreadyBound: texts.ALREADY_BOUND,
    StoreFull: texts.STORE_FULL,
    StoreBusy: texts.STORE_BUSY,
    StoreFault: texts.STORE_FAULT,
    SQLAlchemyError: texts.DATABASE_UNREACHABLE,
    OSError: texts.OS_ERROR,
}
