"""A posted digest's figures, and the lists behind them, for somebody who may see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from campaign.errors import NotFound
from campaign.people import Actor
from campaign.permissions import Action, permit, reach
from campaign.ports import Store
from digests.edits import edits_of
from digests.facts import DigestFacts
from digests.gathering import status_facts
from digests.opened.behind import behind
from digests.opened.figures import Opened, needed, openable, read_opened
from digests.opened.rows import Behind

PRESENT = 0
"""The id of no digest: the figures of /status at this moment."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A digest's figures that somebody may open, each with its number."""

    digest: int
    facts: DigestFacts
    numbers: Mapping[Opened, int]


@dataclass(frozen=True, slots=True)
class OneList:
    """The list behind a figure of a digest."""

    digest: int
    behind: Behind


def figures(store: Store, actor: Actor, digest_id: int) -> Figures:
    """Return the figures that somebody may open. Raise NotAllowed, NotFound."""
    permit(actor, Action.READ_FIGURES)
    facts, found = _posted(store, actor, digest_id)
    own = {opened: number for opened, number in found.items() if reach(actor, needed(opened.figure))}
    return Figures(digest_id, facts, own)


def one_list(store: Store, actor: Actor, digest_id: int, figure: str, page: int = 0) -> OneList:
    """Return a page of the list behind a figure, as buttons carry it. Raise NotAllowed, NotFound."""
    try:
        opened = read_opened(figure)
    except ValueError:
        raise NotFound("digest_list", figure) from None
    permit(actor, needed(opened.figure))
    facts, _ = _posted(store, actor, digest_id)
    return OneList(digest_id, behind(store, actor.campaign_id, facts, opened, page))


def campaign_of(store: Store, digest_id: int) -> str | None:
    """Return whose digest it is."""
    digest = store.digests.get(digest_id)
    return digest.campaign_id if digest else None


def _posted(store: Store, actor: Actor, digest_id: int) -> tuple[DigestFacts, dict[Opened, int]]:
    if digest_id == PRESENT:
        facts = status_facts(store, actor.campaign_id)
        return facts, openable(facts)
    digest = store.digests.get(digest_id)
    if digest is None or digest.facts is None or digest.campaign_id != actor.campaign_id:
        raise NotFound("digest_list", str(digest_id))
    facts = DigestFacts.model_validate(digest.facts)
    return facts, openable(facts, edits_of(digest.edits))
