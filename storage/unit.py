"""One unit of work: every repository on one connection, at one moment."""

from datetime import datetime

from storage.archive import ArchiveRows
from storage.asking import AskingRows
from storage.attachments import AttachmentRows
from storage.audit import AuditRows
from storage.campaigns import CampaignRows, Plans
from storage.clock import ClockRows
from storage.connection import Connection
from storage.conversations import ConversationRows
from storage.counts import CountQueries
from storage.county_words import CountyWordRows
from storage.digest_drafts import DigestDraftRows
from storage.digests import DigestRows
from storage.drafts import DraftRows
from storage.duties import DutyRows
from storage.groups import GroupRows
from storage.inbox import InboxRows
from storage.invites import InviteRows
from storage.issues import IssueRows
from storage.languages import LanguageRows
from storage.ledger import LedgerRows
from storage.listings import ListingRows
from storage.members import MemberRows
from storage.outbox import OutboxRows
from storage.pauses import PauseRows
from storage.people import PeopleRows
from storage.planned import PlannedRows
from storage.records import RecordRows
from storage.reminders import ReminderRows
from storage.reports import ReportRows
from storage.stand_ins import StandInRows
from storage.standings import StandingRows
from storage.sweeping import Sweeping
from storage.tasks import TaskRows
from storage.tiers import TierRows


class Unit:
    """What campaign.ports.Store asks for, and what only the running program needs. Nothing here commits."""

    def __init__(self, connection: Connection, now: datetime, plans: Plans, bot_id: int) -> None:
        self.now = now
        self.campaigns = CampaignRows(connection, plans, now)
        self.people = PeopleRows(connection, self.campaigns, now, bot_id)
        self.invites = InviteRows(connection)
        self.members = MemberRows(connection, self.campaigns, self.invites, now, bot_id)
        self.drafts = DraftRows(connection)
        self.records = RecordRows(connection, self.campaigns)
        self.archive = ArchiveRows(connection, self.records)
        self.attachments = AttachmentRows(connection)
        self.issues = IssueRows(connection)
        self.languages = LanguageRows(connection, bot_id)
        self.ledger = LedgerRows(connection, self.campaigns)
        self.asking = AskingRows(connection, self.people, self.campaigns)
        self.county_words = CountyWordRows(connection)
        self.counts = CountQueries(connection, self.campaigns)
        self.duties = DutyRows(connection)
        self.pauses = PauseRows(connection)
        self.tasks = TaskRows(connection)
        self.tiers = TierRows(connection, self.campaigns)
        self.reports = ReportRows(connection, self.campaigns)
        self.listings = ListingRows(connection, self.campaigns)
        self.standings = StandingRows(connection, self.campaigns)
        self.stand_ins = StandInRows(connection, self.campaigns)
        self.groups = GroupRows(connection)
        self.outbox = OutboxRows(connection, now)
        self.audit = AuditRows(connection, now)
        self.inbox = InboxRows(connection, now)
        self.conversations = ConversationRows(connection, now)
        self.digests = DigestRows(connection, now)
        self.digest_drafts = DigestDraftRows(connection, now)
        self.reminders = ReminderRows(connection, now)
        self.planned = PlannedRows(connection)
        self.sweeping = Sweeping(connection)
        self.clock = ClockRows(connection)
