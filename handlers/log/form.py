"""The form's typed data, kept as JSON with the conversation; and the order of its questions. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Self

from aiogram.fsm.state import State
from pydantic import BaseModel, ConfigDict

from campaign.attachments import MOST, SentFile
from campaign.drafts import Draft, DraftContact, DraftIssue
from digests.chat_text import clip
from handlers.callbacks import Asked
from handlers.report.questions import items_of
from handlers.report.reading import LONGEST_TEXT
from handlers.states import LogForm

KEY = "form"
MOST_ISSUES = 20
STEPS: tuple[State, ...] = (
    LogForm.county,
    LogForm.day,
    LogForm.channel,
    LogForm.people,
    LogForm.who,
    LogForm.leader,
    LogForm.findings,
    LogForm.summary,
)
ASKED: Mapping[Asked, State] = {
    Asked.COUNTY: LogForm.county,
    Asked.ITEM_COUNTY: LogForm.county,
    Asked.DAY: LogForm.day,
    Asked.CHANNEL: LogForm.channel,
}


class Notice(StrEnum):
    """What is said of the last answer: what was wrong with it, or that a file is kept."""

    NO_SUCH_COUNTY = "no_such_county"
    SEVERAL_COUNTIES = "several_counties"
    NOT_A_NUMBER = "not_a_number"
    BUTTONS_ONLY = "buttons_only"
    TEXT_ONLY = "text_only"
    DAY_REFUSED = "day_refused"
    FILE_KEPT = "file_kept"


class Form(BaseModel):
    """A form being filled in.

    place: the contact in hand. item: the issue or practice whose county is asked. editing: each answer leads
    back to the summary. correcting: the draft is the form of a saved record. found: counties that a typed
    word may mean, as (id, name). files: what came while the form was open, to be kept with the record once
    it is saved. album: the album of the last one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    draft: Draft
    place: int = 0
    item: int | None = None
    editing: bool = False
    correcting: bool = False
    found: tuple[tuple[int, str], ...] = ()
    notice: Notice | None = None
    files: tuple[SentFile, ...] = ()
    album: str | None = None

    @classmethod
    def kept_in(cls, data: Mapping[str, Any]) -> Self:
        """Return the form kept in a dialog's data."""
        return cls.model_validate(data[KEY])

    def keep_in(self, data: dict[str, Any]) -> None:
        """Keep the form in a dialog's data."""
        data[KEY] = self.model_dump(mode="json")

    def with_files(self, files: Sequence[SentFile]) -> Self:
        """Return the form with more files, each once."""
        return self.model_copy(update={"files": tuple(dict.fromkeys((*self.files, *files)))[:MOST]})

    @property
    def contact(self) -> DraftContact:
        """The contact in hand; an empty one when the card holds items alone."""
        return self.draft.contacts[self.place] if self.draft.contacts else DraftContact()

    @property
    def issues(self) -> tuple[DraftIssue, ...]:
        """The issues of the contact in hand."""
        if len(self.draft.contacts) < 2:
            return self.draft.issues
        return tuple(issue for issue in self.draft.issues if issue.county_id == self.contact.county_id)

    @property
    def homeless(self) -> int | None:
        """The place of the first issue or practice without a county."""
        items = enumerate(items_of(self.draft))
        return next((n for n, item in items if self.draft.county_of(item) is None), None)

    def noticing(self, notice: Notice | None) -> Self:
        """Return the form with a remark to show once."""
        return self.model_copy(update={"notice": notice})

    def filled(self, **fields: Any) -> Self:
        """Return the form with fields of the contact in hand set."""
        before, after = self.draft.contacts[: self.place], self.draft.contacts[self.place + 1 :]
        contacts = (*before, self.contact.model_copy(update=fields), *after)
        return self._with_draft(self.draft.model_copy(update={"contacts": contacts, **self._along(fields)}))

    def with_day(self, day: date) -> Self:
        """Return the form with the day of the contact in hand set, or of items that stand without one."""
        if self.draft.contacts or not items_of(self.draft):
            return self.filled(day=day)
        return self._with_draft(self.draft.model_copy(update={"found_on": day}))

    def _along(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the items that go along with the contact in hand to another county."""
        county, old = fields.get("county_id"), self.contact.county_id
        stays = sum(contact.county_id == old for contact in self.draft.contacts) > 1
        if county is None or old is None or stays:
            return {}
        new = {"county_id": county}
        issues = (i.model_copy(update=new) if i.county_id == old else i for i in self.draft.issues)
        practices = (p.model_copy(update=new) if p.county_id == old else p for p in self.draft.practices)
        return {"issues": tuple(issues), "practices": tuple(practices)}

    def without(self, place: int) -> Self:
        """Return the form without one of several contacts; items of its county keep theirs."""
        contacts = tuple(c for n, c in enumerate(self.draft.contacts) if n != place)
        drafted = self.draft.model_copy(update={"contacts": contacts or self.draft.contacts})
        return self._with_draft(drafted).model_copy(update={"place": 0})

    def with_county(self, county_id: int) -> Self:
        """Return the form with the county of the contact, or of the item that was asked for, set."""
        if self.item is None and self.draft.contacts:
            return self.filled(county_id=county_id, county_choices=())
        items = len(self.draft.issues)
        places = range(items + len(self.draft.practices)) if self.item is None else (self.item,)
        update = {"county_id": county_id}
        issues = [i.model_copy(update=update) if n in places else i for n, i in enumerate(self.draft.issues)]
        practices = [
            p.model_copy(update=update) if n in places else p
            for n, p in enumerate(self.draft.practices, start=items)
        ]
        drafted = self.draft.model_copy(update={"issues": tuple(issues), "practices": tuple(practices)})
        return self._with_draft(drafted)

    def with_findings(self, lines: Sequence[str]) -> Self:
        """Return the form with the issues of the contact in hand replaced; known ones keep their terms."""
        known = {issue.text: issue for issue in self.issues}
        county = self.contact.county_id if len(self.draft.contacts) > 1 else None
        if not self.draft.contacts and self.draft.issues:
            county = self.draft.issues[0].county_id
        texts = [clip(line.strip(), LONGEST_TEXT) for line in lines if line.strip()][:MOST_ISSUES]
        changed = iter([issue for issue in self.issues if issue.number and issue.text not in texts])
        blank = DraftIssue(county_id=county, text="")
        # A saved problem whose words are gone is the one that new words are for: it keeps its number.
        mine = tuple(
            known.get(text) or next(changed, blank).model_copy(update={"text": text}) for text in texts
        )
        others = tuple(issue for issue in self.draft.issues if issue not in self.issues)
        return self._with_draft(self.draft.model_copy(update={"issues": (*others, *mine)}))

    def of(self, draft: Draft) -> Self:
        """Return the form with its card as it is now."""
        return self._with_draft(draft)

    def _with_draft(self, draft: Draft) -> Self:
        return self.model_copy(update={"draft": draft, "notice": None, "found": (), "item": None})


def following(state: State, form: Form) -> State:
    """Return the state after an answered question."""
    if form.editing and state != LogForm.who:
        return LogForm.summary
    after = STEPS[STEPS.index(state) + 1]
    if after == LogForm.leader and (
        form.contact.attendees is None or form.contact.leader_present is not None
    ):
        return following(LogForm.leader, form)
    return after


def previous(state: State, form: Form) -> State:
    """Return the state that "back" leads to."""
    if form.editing:
        return LogForm.summary
    before = STEPS[max(0, STEPS.index(state) - 1)]
    return LogForm.who if before == LogForm.leader else before
