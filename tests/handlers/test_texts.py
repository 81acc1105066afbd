"""What people read is well-formed HTML within Telegram's limits, whatever was typed."""

from datetime import UTC, date, datetime
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign import errors
from campaign.days import through
from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.errors import CodeWrong, Refusal
from campaign.groups import Group
from campaign.people import County
from campaign.records import Contact, Issue, Practice, SavedRecord
from campaign.vocabulary import Channel, ChatState, DigestState, IssueState
from digests.chat_text import units
from handlers import notices
from handlers.admin import texts as admin
from handlers.admin.actions import Invited
from handlers.callbacks import Asked
from handlers.fallback.texts import sentence
from handlers.log import texts as form
from handlers.overview import texts as overview
from handlers.overview.actions import SomeCounties
from handlers.report import texts as report
from handlers.report.actions import Card, Kept, Unsaved
from handlers.report.questions import question_of
from handlers.screen import LONGEST_ALERT, fit
from handlers.start import texts as start
from handlers.start.actions import Welcome
from understanding.reading import Intent

NOW = datetime(2023, 2, 20, 1, tzinfo=UTC)
TODAY = date(2023, 2, 20)
SPAN = through(date(2022, 11, 15), date(2023, 12, 31))
TYPED = st.one_of(
    st.text(max_size=600),
    st.text(alphabet="<>&\"'/b县;amp#0123", max_size=600),
    st.sampled_from(["</b>", "<code>", "&lt;", "😀" * 500, "\u202e<i>", "&" * 500]),
)
TAGS = {"b", "code"}


class Checker(HTMLParser):
    """Knows the tags we use, properly nested, and collects the plain text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.plain = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in TAGS
        assert not attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.plain += data


def plain(text: str) -> str:
    """Check one message and return it as it reads."""
    checker = Checker()
    checker.feed(text)
    checker.close()
    assert not checker.open
    assert 0 < units(checker.plain) <= 4096
    return checker.plain


def drafts(items: list[str]) -> Draft:
    issues = tuple(DraftIssue(text=item[:500], due=TODAY) for item in items)
    contacts = tuple(
        DraftContact(county_id=1, day=TODAY, channel=Channel.PHONE, attendees=item[:200]) for item in items
    )
    return Draft(
        id="1-1",
        campaign_id="demo",
        author_id=1,
        chat_id=1,
        written_at=NOW,
        contacts=contacts,
        issues=issues,
        practices=tuple(DraftPractice(text=item[:500]) for item in items),
        unknown_counties=tuple(item[:40] for item in items[:1]),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(TYPED, max_size=12), TYPED)
def test_cards_are_well_formed_and_fit(items: list[str], county: str) -> None:
    draft = drafts(items)
    card = Card(draft, {1: county[:60]}, question_of(draft, TODAY, SPAN), (1,), TODAY, SPAN)
    plain(report.card_text(card))


@settings(max_examples=60, deadline=None)
@given(st.lists(TYPED, max_size=12), st.booleans())
def test_records_are_well_formed_and_fit(items: list[str], withdrawn: bool) -> None:
    contacts = tuple(
        Contact(n, n, 1, item[:60], TODAY, Channel.PHONE, 3, item[:200], None, 1, "甲", "1", NOW, NOW)
        for n, item in enumerate(items)
    )
    issues = tuple(
        Issue(n, n, 1, "县", item[:500], TODAY, None, IssueState.OPEN, NOW) for n, item in enumerate(items)
    )
    practices = tuple(Practice(n, n, 1, "县", item[:500]) for n, item in enumerate(items))
    record = SavedRecord("1", 1, NOW, contacts, issues, practices, withdrawn)
    kept = Kept(record, TODAY, NOW)
    assert plain(report.record_text(kept)).startswith("已撤销" if withdrawn else "已保存")
    plain(report.saved_already(kept))


@settings(max_examples=60, deadline=None)
@given(TYPED)
def test_other_sentences_are_well_formed(typed: str) -> None:
    welcome = Welcome(typed[:60], typed[:60], typed[:60], frozenset(), (typed[:60],) * 30, typed[:60])
    county = County(1, typed[:60], typed[:60], 1)
    for text in (
        start.greeting(welcome),
        overview.helping(welcome),
        overview.which_county(SomeCounties(typed, (county,))),
        admin.invitation(Invited(typed[:60], typed[:60], "CODE", TODAY, bound=True), "bot"),
        admin.bound_already(Invited(typed[:60], typed[:60], "CODE", TODAY, bound=True)),
        admin.decided(Group(1, typed, ChatState.APPROVED, "demo")),
        notices.render("group_waiting", {"chat_id": -100, "title": typed}).text,
        report.instead(Unsaved(Intent.NONE, (typed[:40],), typed[:60])),
        form.noticed(None, "问"),
        form.findings_question([DraftIssue(text=typed[:500])] * 20),
        sentence(errors.NotFound("county", typed)),
        sentence(errors.AlreadyBound(typed[:60])),
    ):
        plain(text)


def refusals() -> list[Refusal]:
    return [
        errors.NotAllowed("log"),
        errors.NotAllowed("administer"),
        errors.NotFound("draft", "1"),
        errors.NotFound("record", "1"),
        errors.NotFound("group", "1"),
        errors.NotFound("county", "火星"),
        errors.Incomplete(("day",)),
        errors.DayInFuture(TODAY),
        errors.DayOutsideCampaign(TODAY, SPAN.first, SPAN.last),
        errors.DraftGone("dropped"),
        errors.TooLate(NOW, 10),
        errors.NothingToUndo(),
        errors.AlreadyBound("演示甲"),
        errors.Changed("member"),
        errors.Changed("roster"),
        errors.Changed("roster_edit"),
        errors.NameTaken("演示甲"),
        errors.Shared(),
    ]


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    silent = {errors.CodeWrong, errors.Ignored}  # the one is worded with binding, the other is not answered
    assert {type(refusal) for refusal in refusals()} | silent == set(Refusal.__subclasses__())
    said = [sentence(refusal) for refusal in refusals()]
    assert len(set(said)) == len(said)
    assert sentence(Refusal()) not in said


@pytest.mark.parametrize("refusal", refusals(), ids=lambda refusal: type(refusal).__name__)
def test_a_refusal_fits_an_alert(refusal: Refusal) -> None:
    assert len(unescape(sentence(refusal))) <= LONGEST_ALERT


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (CodeWrong(4), "邀请码不正确，请核对。还可以再试 4 次。"),
        (CodeWrong(0), "邀请码不正确，请核对。已连续输错 5 次，一天内不再受理。"),
        (
            CodeWrong(2, expired=True),
            "邀请码已过期或已用过，请联系管理员重新邀请。还可以再试 2 次。",
        ),
    ],
)
def test_wrong_codes_say_what_is_left(wrong: CodeWrong, said: str) -> None:
    assert start.wrong_code(wrong) == said


def test_a_late_digest_says_what_became_of_it() -> None:
    assert {admin.offer_decided(state) for state in DigestState} == {"已补发到群里。", "不补发。"}


def test_every_field_that_is_asked_has_a_question() -> None:
    lacking = {
        Asked.COUNTY: DraftContact(day=TODAY, channel=Channel.PHONE),
        Asked.DAY: DraftContact(county_id=1, channel=Channel.PHONE),
        Asked.CHANNEL: DraftContact(county_id=1, day=TODAY),
    }
    for asked, contact in lacking.items():
        draft = drafts([]).model_copy(update={"contacts": (contact,)})
        card = Card(draft, {1: "县"}, question_of(draft, TODAY, SPAN), (1,), TODAY, SPAN)
        assert card.question
        assert card.question.asked is asked
        assert report.question_words(card).endswith("？")


@given(st.lists(st.text(alphabet="县<&😀", max_size=300), max_size=60), st.integers(200, 4096))
def test_long_lists_are_cut_between_items_and_say_how_many_more(items: list[str], limit: int) -> None:
    text = fit("头", items, "尾", lambda count: f"还有 {count} 项", limit)
    assert units(text) <= limit
    shown = text.split("\n")[1:-1]
    if shown and shown[-1].startswith("还有"):
        left = int(shown.pop().split()[1])
        assert len(items) - left <= len(items)
        assert shown == [item for item in items[: len(items) - left] if item]
    else:
        assert shown == [item for item in items if item]
