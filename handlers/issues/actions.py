"""Issues as they are listed and shown, and what is done to them, in plain values."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from campaign.actions.drafts import own_draft
from campaign.actions.issues import close_issue, note_progress, reopen_issue
from campaign.drafts import Draft, DraftIssue
from campaign.errors import NotAllowed, NotFound
from campaign.issues import Dossier, overdue_days
from campaign.people import Actor, County
from campaign.permissions import Action, Reach, may_follow, permit, reach
from campaign.ports import Store
from campaign.records import Issue
from campaign.vocabulary import DraftState, IssueState
from digests.chat_text import clip
from handlers.callbacks import IssueWord, SameIssue
from handlers.category_callbacks import OTHER
from handlers.desk import Desk, county_key
from handlers.overview.actions import MOST_FOUND, SomeCounties, matching
from handlers.paging import ON_A_PAGE, Paged, place_of
from handlers.report.actions import Shown, card, present
from handlers.report.alike import settle
from handlers.report.reading import LONGEST_TEXT, Said, draft_from
from handlers.texts import FOUND
from understanding.likeness import by_likeness
from understanding.reading import Intent, Reading, Sender

MOST_OFFERED = 5


@dataclass(frozen=True, slots=True)
class IssuePage(Paged):
    """One page of the open issues: those of a person's own counties first, the most urgent before others.

    `ages` are in days. `own` counts the issues of own counties, on all pages. `category`: whose issues they
    are, by its id as a button has it; `named`: the name of a known one.
    """

    issues: tuple[Issue, ...]
    ages: tuple[int, ...]
    own: int
    overdue: int
    county: County | None
    today: date
    category: str = ""
    named: str | None = None


@dataclass(frozen=True, slots=True)
class IssueCard:
    """One issue with its history, as it is shown at a moment. `follows`: who sees it may carry it on.

    `category`: the name of its category, None for none.
    """

    dossier: Dossier
    days: tuple[date, ...]
    raised: date
    today: date
    follows: bool = True
    category: str | None = None


def issues_of(store: Store, actor: Actor, word: str) -> IssuePage | SomeCounties:
    """Return the first page of the open issues of a county or of a category, or of all without a word."""
    if not word:
        return issue_page(store, actor, 0, 0)
    found = matching(store.people.counties(actor.campaign_id), word)
    if not found and (category := _category(store, actor, word)):
        return issue_page(store, actor, 0, 0, category)
    if len(found) != 1:
        return SomeCounties(word, found[:MOST_FOUND])
    return issue_page(store, actor, 0, found[0].id)


def _category(store: Store, actor: Actor, word: str) -> str | None:
    """Return the category that a word names, whole or in part; None when it is no one's, or several."""
    names = store.campaigns.plan(actor.campaign_id).filing.categories.names
    found = [one for one, name in names.items() if len(word) > 1 and word in name]
    return found[0] if len(found) == 1 else None


def issue_page(store: Store, actor: Actor, page: int, county_id: int, category: str = "") -> IssuePage:
    """Return a page of the open issues, the last one if there are fewer. Raise NotFound."""
    county = store.people.county(actor.campaign_id, county_id) if county_id else None
    pairings = store.people.pairings(actor.campaign_id, actor.person.id)
    mine = {pairing.county.id for pairing in pairings}
    plan = store.campaigns.plan(actor.campaign_id)
    today = plan.today(store.now)

    def urgency(issue: Issue) -> tuple[bool, date, int]:
        return issue.county_id not in mine, issue.due or date.max, issue.number

    names = plan.filing.categories.names
    some = store.issues.open(actor.campaign_id, county_id or None)
    if category:
        some = [one for one in some if (one.category if one.category in names else OTHER) == category]
    every = sorted(some, key=urgency)
    place = place_of(page, len(every))
    shown = tuple(every[place : place + ON_A_PAGE])
    return IssuePage(
        place,
        len(every),
        ON_A_PAGE,
        shown,
        tuple(max(0, (today - plan.today(issue.raised_at)).days) for issue in shown),
        sum(issue.county_id in mine for issue in every),
        sum(overdue_days(issue, today) > 0 for issue in every),
        county,
        today,
        category,
        names.get(category),
    )


def issue_shown(store: Store, actor: Actor, number: int) -> IssueCard:
    """Return an issue. Raise NotFound."""
    return as_shown(store, actor, store.issues.dossier(actor.campaign_id, number))


def as_shown(store: Store, actor: Actor, dossier: Dossier) -> IssueCard:
    """Return an issue with the days of its history."""
    plan = store.campaigns.plan(actor.campaign_id)
    days, raised = tuple(plan.today(event.at) for event in dossier.events), dossier.issue.raised_at
    follows = _follows(store, actor, dossier)
    category = plan.filing.categories.names.get(dossier.issue.category or "")
    return IssueCard(dossier, days, plan.today(raised), plan.today(store.now), follows, category)


def take_word(store: Store, actor: Actor, number: int, what: IssueWord, word: str) -> IssueCard:
    """Note progress, or close with a result. Raise NotAllowed, NotFound."""
    act = note_progress if what is IssueWord.PROGRESS else close_issue
    return as_shown(store, actor, act(store, actor, number, word))


def reopen(store: Store, actor: Actor, number: int) -> IssueCard:
    """Open an issue again. Raise NotAllowed, NotFound."""
    return as_shown(store, actor, reopen_issue(store, actor, number))


def settle_same(store: Store, actor: Actor, choice: SameIssue) -> IssueCard | Shown:
    """Say whether a card's issue is the open one; return the card, or the issue when no card is left."""
    if dossier := settle(store, actor, choice):
        return as_shown(store, actor, dossier)
    draft = own_draft(store, actor, choice.draft)
    if choice.same and draft.state is DraftState.DROPPED and draft.noted == choice.number:
        return issue_shown(store, actor, choice.number)
    return present(store, actor, choice.draft)


def new_issue(store: Store, actor: Actor, desk: Desk, said: Said) -> Shown:
    """Open a card for an issue told with the command; it asks what is missing. Raise NotAllowed."""
    permit(actor, Action.RAISE)
    if store.drafts.get(desk.update_key):
        return present(store, actor, desk.update_key)
    blank = Draft(
        id=desk.update_key,
        campaign_id=actor.campaign_id,
        author_id=actor.person.id,
        chat_id=said.chat_id,
        source_message_id=said.message_id,
        written_at=desk.written_at,
        asks_resolver=True,
    )
    draft = _filled(blank, _reading(store, actor, desk, said.text), said.text)
    store.drafts.put(draft, store.now)
    return card(store, actor, draft)


def may_word(store: Store, actor: Actor, number: int) -> None:
    """Raise NotAllowed or NotFound unless the person may carry an issue on."""
    _check_follows(store, actor, store.issues.dossier(actor.campaign_id, number))


def _check_follows(store: Store, actor: Actor, dossier: Dossier) -> None:
    own = store.people.pairings(actor.campaign_id, actor.person.id)
    may_follow(actor, dossier.author_id, dossier.issue.county_id, own)


def _follows(store: Store, actor: Actor, dossier: Dossier) -> bool:
    with suppress(NotAllowed):
        _check_follows(store, actor, dossier)
        return True
    return False


def standing(store: Store, actor: Actor, numbers: tuple[int, ...], *, solved: bool) -> tuple[int, ...]:
    """Return which of some issues stand, and are open if they are said to be `solved`."""
    found = []
    for number in numbers[:MOST_FOUND]:
        with suppress(NotFound):
            issue = store.issues.dossier(actor.campaign_id, number).issue
            found += [number] if issue.state is IssueState.OPEN or not solved else []
    return tuple(found)


def spoken_of(
    store: Store, actor: Actor, desk: Desk, text: str, *, told: tuple[int, ...], seen: int | None
) -> tuple[Issue, ...]:
    """Return the open issues that words may be about, the likeliest first.

    Those `told` by their numbers; else of the counties that they name; else the one last seen, else those of
    own counties.
    """
    if numbers := standing(store, actor, told, solved=True):
        return tuple(store.issues.dossier(actor.campaign_id, number).issue for number in numbers)
    named = [int(key) for key in desk.reader(actor.campaign_id).named(text)]
    if seen is not None and not named:
        with suppress(NotFound):
            issue = store.issues.dossier(actor.campaign_id, seen).issue
            return (issue,) if issue.state is IssueState.OPEN else ()
    own = [pairing.county.id for pairing in store.people.pairings(actor.campaign_id, actor.person.id)]
    every = reach(actor, Action.FOLLOW) is Reach.ALL
    counties = [county for county in named if every or county in own] if named else own
    found = [issue for county in counties for issue in store.issues.open(actor.campaign_id, county)]
    order = by_likeness(text, [issue.text for issue in found])
    return tuple(found[place] for place in order[:MOST_OFFERED])


def about_contact(store: Store, actor: Actor, desk: Desk, text: str) -> bool:
    """Tell whether a text reports a contact."""
    reading = desk.reader(actor.campaign_id).read(text, desk.written_at, _sender(store, actor))
    return reading.intent is Intent.CONTACT


def due_back(asked_at: str | None, now: datetime, minutes: int = 30) -> bool:
    """Tell whether words asked for at a moment, in ISO form, are still waited for."""
    return bool(asked_at) and (now - datetime.fromisoformat(asked_at or "")).total_seconds() <= minutes * 60


def _reading(store: Store, actor: Actor, desk: Desk, text: str) -> Reading:
    reader, sender = desk.reader(actor.campaign_id), _sender(store, actor)
    plain = reader.read(text, desk.written_at, sender)
    # Behind the command even a bare phrase is an issue; said as a finding it is read as one.
    return plain if plain.issues else reader.read(FOUND + text, desk.written_at, sender)


def _sender(store: Store, actor: Actor) -> Sender:
    pairings = store.people.pairings(actor.campaign_id, actor.person.id)
    return Sender(actor.person.name, tuple(county_key(pairing.county) for pairing in pairings))


def _filled(blank: Draft, reading: Reading, text: str) -> Draft:
    draft = draft_from(reading, blank)
    issues = draft.issues
    if not issues:
        county = draft.contacts[0].county_id if len(draft.contacts) == 1 else None
        issues = (DraftIssue(county_id=county, text=clip(text.strip(), LONGEST_TEXT)),)
    return draft.model_copy(update={"contacts": (), "practices": (), "issues": issues})
