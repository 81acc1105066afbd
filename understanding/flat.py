"""A reading as plain values, ready for JSON."""

from datetime import date
from typing import Any

from understanding.gazetteer import Gazetteer
from understanding.reading import ContactReading, IssueReading, Reading


def flat(reading: Reading, gazetteer: Gazetteer) -> dict[str, Any]:
    """Return intent, contacts, issues and experiences; items whose county must be asked are left out.

    Counties are official names, days ISO dates, channels and resolvers their codes, what is not said None.
    """
    return {
        "intent": reading.intent.value,
        "contacts": [
            {"county": gazetteer.official(contact.county.value), **contact_values(contact)}
            for contact in reading.contacts
            if contact.county.value is not None
        ],
        "issues": [
            {"county": gazetteer.official(issue.county.value), **issue_values(issue)}
            for issue in reading.issues
            if issue.county.value is not None
        ],
        "experiences": [
            {"county": gazetteer.official(practice.county.value), "summary": practice.summary.value}
            for practice in reading.experiences
            if practice.county.value is not None
        ],
    }


def contact_values(contact: ContactReading) -> dict[str, Any]:
    """Return a contact's values but its county."""
    return {
        "date": contact.day.value.isoformat(),
        "channel": contact.channel.value,
        "participants": contact.participants.value,
    }


def issue_values(issue: IssueReading) -> dict[str, Any]:
    """Return an issue's values but its county."""
    due: date | None = issue.due.value
    return {
        "summary": issue.summary.value,
        "due": due.isoformat() if due else None,
        "resolver": issue.resolver.value,
    }
