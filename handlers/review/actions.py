"""A draft as reviewers see it, in plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from campaign.groups import Group
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.plan import Plan
from campaign.ports import Store
from campaign.review import DigestDraft, draft_moments
from campaign.rhythm import CutOff
from campaign.vocabulary import ReviewState
from digests.chat_text import digest_texts
from digests.edits import ADDED, Edits, edited, edits_of, untrue
from digests.facts import DigestFacts
from digests.moved import Moved, moved
from digests.report import Report, digest_report
from digests.reviewing import Taken, Wish, draft_seen, ended, facts_of, review, words_mark

WAITING = frozenset({ReviewState.TAKEN_BACK, ReviewState.HELD})
ROOM = 3300
"""So many units of the text are shown on a card; the head and what is said of it take the rest."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the draft, or (no heading) a paragraph that was added."""

    key: str
    heading: str
    omitted: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Approver:
    """Who may approve a draft; `away`: the last day on which somebody stands in for him."""

    name: str
    away: date | None = None


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """A draft as it reads at a moment. `facts` are None when the rules know its cut-off no more.

    `wrong`: numbers in edited words that do not follow the figures. `told`: what became of a wish.
    `approvers`: who may approve it, where it needs that. `ended`: why nothing comes of it any more.
    """

    draft: DigestDraft
    plan: Plan
    today: date
    facts: DigestFacts | None
    parts: tuple[Part, ...]
    texts: tuple[str, ...]
    groups: tuple[Group, ...]
    moved: tuple[Moved, ...]
    wrong: tuple[str, ...]
    required: bool
    approvers: tuple[Approver, ...]
    told: Taken = Taken.DONE
    ended: Taken | None = None

    @property
    def receivers(self) -> tuple[Group, ...]:
        """The groups that get it."""
        return tuple(group for group in self.groups if group.chat_id not in self.draft.withheld)


@dataclass(frozen=True, slots=True)
class SectionShown:
    """One section, or a paragraph: its words now, and what names them."""

    card: ReviewCard
    part: Part
    lines: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Coming:
    """No draft stands: when the next ones are due, and what for."""

    drafts: tuple[tuple[datetime, CutOff], ...]


def card_of(
    store: Store, draft: DigestDraft, told: Taken = Taken.DONE, facts: DigestFacts | None = None
) -> ReviewCard:
    """Return a draft as it reads now; `facts`: what is counted now, by whom they are known already."""
    plan, edits = store.campaigns.plan(draft.campaign_id), edits_of(draft.edits)
    facts = facts or facts_of(store, draft)
    report = digest_report(facts) if facts else None
    required = facts is not None and plan.definition.digests.must_approve(facts.kinds)
    waits = draft.state in WAITING or (required and draft.state is ReviewState.OPEN)
    return ReviewCard(
        draft=draft,
        plan=plan,
        today=plan.today(store.now),
        facts=facts,
        parts=_parts(report, edits) if report else (),
        texts=tuple(digest_texts(facts, ROOM, edits=edits)) if facts else (),
        groups=tuple(store.groups.approved(draft.campaign_id)),
        moved=moved(DigestFacts.model_validate(draft.facts), facts) if facts else (),
        wrong=sum(untrue(report, edits).values(), ()) if report else (),
        required=required,
        approvers=_approvers(store, draft, plan) if waits else (),
        told=told,
        ended=ended(store, draft),
    )


def card(store: Store, actor: Actor, draft_id: int) -> ReviewCard:
    """Return a draft. Raise NotAllowed, NotFound."""
    return card_of(store, draft_seen(store, actor, draft_id))


def latest(store: Store, actor: Actor) -> ReviewCard | Coming:
    """Return the draft that goes out next, or when there will be some. Raise NotAllowed."""
    may_administer(actor)
    plan = store.campaigns.plan(actor.campaign_id)
    standing = store.digest_drafts.standing(actor.campaign_id)
    # One whose hour passed while no group was to get it stands, but it goes out no more.
    coming = (draft for draft in standing if draft.state is ReviewState.HELD or draft.cut_off > store.now)
    cards = (card_of(store, draft) for draft in coming)
    if shown := next((card for card in cards if card.facts), None):
        return shown
    return Coming(tuple((at, cut_off) for at, cut_off in draft_moments(plan, store.now) if at > store.now))


def section(store: Store, actor: Actor, draft_id: int, key: str) -> SectionShown:
    """Return one section of a draft, or an empty paragraph. Raise NotAllowed, NotFound."""
    shown = card(store, actor, draft_id)
    part = next((part for part in shown.parts if part.key == key), Part(key, ""))
    return SectionShown(shown, part, _lines(shown, key), words_mark(shown.draft, key))


def act(store: Store, actor: Actor, draft_id: int, wish: Wish) -> ReviewCard:
    """Do what a reviewer wants, and return the draft as it is then. Raise NotAllowed, NotFound."""
    facts = facts_of(store, draft_seen(store, actor, draft_id))
    told = review(store, actor, draft_id, wish, facts)
    return card_of(store, draft_seen(store, actor, draft_id), told, facts)


def _approvers(store: Store, draft: DigestDraft, plan: Plan) -> tuple[Approver, ...]:
    today = plan.today(store.now)
    away = {
        one.absent.id: one.last for one in store.stand_ins.since(draft.campaign_id, today) if one.holds(today)
    }
    every = {admin.person.id: admin.person.name for admin in store.people.admins(draft.campaign_id)}
    return tuple(Approver(name, away.get(person_id)) for person_id, name in every.items())


def _parts(report: Report, edits: Edits) -> tuple[Part, ...]:
    own = (
        Part(block.key, block.heading, block.key in edits.omitted, block.key in edits.words)
        for block in report.blocks
    )
    return (*own, *(Part(f"{ADDED}{place}", "") for place in range(len(edits.added))))


def _lines(shown: ReviewCard, key: str) -> tuple[str, ...]:
    if shown.facts is None:
        return ()
    every: Sequence[str] = edits_of(shown.draft.edits).omitted
    whole = edits_of(shown.draft.edits).model_copy(update={"omitted": tuple(k for k in every if k != key)})
    blocks = edited(digest_report(shown.facts), whole).blocks
    return next((block.lines for block in blocks if block.key == key), ())
