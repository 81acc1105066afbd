"""The rows of a card and of a save, written as plainly as can be: raw sqlite3 and one commit."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from campaign.people import Pairing

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA cache_size=-32000",
)
DAY = "2023-02-20"
_RECEIVE = """
    INSERT INTO inbox (bot_id, update_id, lane, payload, attempts, received_at, written_at)
    VALUES (1, ?, ?, ?, 0, ?, ?)"""
_DONE = "UPDATE inbox SET done_at = ? WHERE bot_id = 1 AND update_id = ?"
_ADD_DRAFT = """
    INSERT INTO draft (id, campaign_id, author_id, chat_id, source_message_id, state, payload, changed_at)
    VALUES (?, ?, ?, ?, ?, 'open', ?, ?)"""
_SAVE_DRAFT = "UPDATE draft SET state = 'saved', payload = ?, changed_at = ?, saved_at = ? WHERE id = ?"
_NUMBERS = """
    UPDATE numbers SET contacts = contacts + 1, issues = issues + 1 WHERE campaign_id = ?
    RETURNING contacts, issues"""
_ADD_CONTACT = """
    INSERT INTO contact (campaign_id, number, draft_id, ordinal, county_id, author_id, written_at, saved_at,
        day, channel, participants, attendees, leader_present, source_chat_id, source_message_id, pairing_id)
    VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, 'onsite', 12, NULL, NULL, ?, ?, ?)"""
_ADD_ISSUE = """
    INSERT INTO issue (campaign_id, number, draft_id, ordinal, county_id, author_id, written_at, saved_at,
        text, due, resolver, state, raised_on, raised_at)
    VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, NULL, NULL, 'open', ?, ?) RETURNING id"""
_ADD_EVENT = """
    INSERT INTO issue_event (campaign_id, issue_id, kind, actor_id, result, at)
    VALUES (?, ?, 'raise', ?, NULL, ?)"""
_TALLY = """
    INSERT INTO tally (campaign_id, "window", county_id, contacts, days, last_day) VALUES (?, ?, ?, 1, ?, ?)
    ON CONFLICT (campaign_id, "window", county_id) DO UPDATE SET contacts = contacts + 1,
        days = days + excluded.days, last_day = max(last_day, excluded.last_day)"""
_PAIR_TALLY = """
    INSERT INTO pair_tally (campaign_id, "window", county_id, liaison_id, contacts, days, last_day)
    VALUES (?, ?, ?, ?, 1, ?, ?)
    ON CONFLICT (campaign_id, "window", county_id, liaison_id) DO UPDATE SET contacts = contacts + 1,
        days = days + excluded.days, last_day = max(last_day, excluded.last_day)"""
_DAY_TALLY = """
    INSERT INTO day_tally (campaign_id, day, saved_on, channel, contacts) VALUES (?, ?, ?, 'onsite', 1)
    ON CONFLICT (campaign_id, day, saved_on, channel) DO UPDATE SET contacts = contacts + 1"""
_AUDIT = """
    INSERT INTO audit (campaign_id, at, actor_id, action, subject, facts, chat_id, message_id)
    VALUES (?, ?, ?, 'record.save', ?, ?, ?, ?)"""


class RawRows:
    """A liaison's cards and saves in his county.

    `windows`: the tallies that a contact of DAY enters; `pair_windows`: those of county and liaison.
    """

    windows: tuple[str, ...] = ("campaign", "period:2023-02-27", "quota:onsite-yearly:2023-01-01")
    pair_windows: tuple[str, ...] = ("campaign",)

    def __init__(self, path: Path, campaign: str, pairing: Pairing) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        for pragma in _PRAGMAS:
            self._db.execute(pragma)
        self._campaign, self._pairing = campaign, pairing.id
        self._author, self._county = pairing.liaison.id, pairing.county.id

    def receive(self, update_id: int, lane: str, payload: bytes) -> None:
        """Store an update in the inbox."""
        now = _now()
        self._db.execute(_RECEIVE, (update_id, lane, payload, now, now))

    def add_card(self, update_id: int, chat: int, message: int, payload: str) -> None:
        """Store a card."""
        run, now = self._db.execute, _now()
        run("BEGIN IMMEDIATE")
        run(_ADD_DRAFT, (card_id(update_id), self._campaign, self._author, chat, message, payload, now))
        run(_DONE, (now, update_id))
        run("COMMIT")

    def save(self, card: str, update_id: int, chat: int, message: int, payload: str) -> None:
        """Store what a card saves: a contact and an issue, their history, tallies and marks."""
        run, of, day, now = self._db.execute, self._campaign, DAY, _now()
        run("BEGIN IMMEDIATE")
        run(_SAVE_DRAFT, (payload, now, now, card))
        contact, issue = run(_NUMBERS, (of,)).fetchone()
        common: tuple[Any, ...] = (card, self._county, self._author, now, now)
        run(_ADD_CONTACT, (of, contact, *common, day, chat, message, self._pairing))
        (row,) = run(_ADD_ISSUE, (of, issue, *common, "-", day, now)).fetchone()
        run(_ADD_EVENT, (of, row, self._author, now))
        for window in self.windows:
            run(_TALLY, (of, window, self._county, 0, day))
        for window in self.pair_windows:
            run(_PAIR_TALLY, (of, window, self._county, self._author, 0, day))
        run(_DAY_TALLY, (of, day, day))
        facts = '{"contacts":[1],"issues":[1],"practices":[]}'
        run(_AUDIT, (of, now, self._author, card, facts, chat, message))
        run(_DONE, (now, update_id))
        run("COMMIT")

    def close(self) -> None:
        """Close the connection."""
        self._db.close()


def card_id(update_id: int) -> str:
    """The id that the program gives to a card."""
    return f"1-{update_id}"


def _now() -> int:
    return time.time_ns() // 1000
