"""Every table, by subject. Nothing but storage/ knows them."""

from storage.columns import metadata
from storage.tables.campaigns import campaign, campaign_version, numbers
from storage.tables.chats import chat, conversation, inbox, outbox
from storage.tables.counts import day_tally, pair_tally, tally
from storage.tables.county_words import county_word
from storage.tables.drafts import attachment, draft
from storage.tables.duties import duty_record
from storage.tables.languages import person_language
from storage.tables.pauses import pause
from storage.tables.people import (
    account,
    campaign_choice,
    invite,
    invite_tries,
    membership,
    pairing,
    person,
    unit,
)
from storage.tables.planned import planned_contact
from storage.tables.records import contact, experience, issue, issue_event
from storage.tables.reminders import reminder, reminder_day, reminder_wish
from storage.tables.run import audit, clock, digest, digest_draft
from storage.tables.stand_ins import stand_in
from storage.tables.tasks import task_note

__all__ = [
    "account",
    "attachment",
    "audit",
    "campaign",
    "campaign_choice",
    "campaign_version",
    "chat",
    "clock",
    "contact",
    "conversation",
    "county_word",
    "day_tally",
    "digest",
    "digest_draft",
    "draft",
    "duty_record",
    "experience",
    "inbox",
    "invite",
    "invite_tries",
    "issue",
    "issue_event",
    "membership",
    "metadata",
    "numbers",
    "outbox",
    "pair_tally",
    "pairing",
    "pause",
    "person",
    "person_language",
    "planned_contact",
    "reminder",
    "reminder_day",
    "reminder_wish",
    "stand_in",
    "tally",
    "task_note",
    "unit",
]
