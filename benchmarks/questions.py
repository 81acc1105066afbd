"""What is asked of the store behind /uncovered, /my and /status, as the handlers ask it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.world_rows import telegram_id
from campaign.figures import Figures
from campaign.people import Actor
from campaign.permissions import Action
from campaign.standing import CampaignStanding
from handlers.filters import Place
from handlers.overview import actions
from storage import Unit

PERSON = 7
PRIVATE = Place()


@dataclass(frozen=True)
class Asker:
    """The part of a desk that these questions look at: who asks, and what he must be allowed to do."""

    telegram_id: int
    needs: Action = Action.READ_FIGURES

    def whom(self, store: Unit) -> Actor | None:
        """Return the person; he takes part in one campaign."""
        return next(iter(store.people.actors(self.telegram_id)), None)


ASKER: Any = Asker(telegram_id(PERSON))


def uncovered(store: Unit) -> CampaignStanding:
    """What /uncovered shows."""
    return actions.uncovered(store, ASKER, PRIVATE).standing


def my(store: Unit) -> CampaignStanding:
    """What /my shows."""
    actor = store.people.actor(ASKER.telegram_id)
    assert actor
    return actions.my_state(store, actor).standing


def status(store: Unit) -> Figures:
    """What /status shows."""
    return actions.status(store, ASKER, PRIVATE).figures


QUESTIONS: dict[str, Callable[[Unit], Any]] = {"/uncovered": uncovered, "/my": my, "/status": status}


def uncovered_figures(answer: CampaignStanding) -> list[Any]:
    """(id, name, liaisons, contact persons, last day) of every county with nothing in the window."""
    quiet = (county.counts for county in answer.counties)
    return [(c.county_id, c.name, c.liaison, c.contact_person, c.last_day) for c in quiet]


def my_figures(answer: CampaignStanding) -> list[Any]:
    """(id, name, contacts, last day, contacts in the window, quota days) of a person's counties."""
    counts = (county.counts for county in answer.counties)
    return [(c.county_id, c.name, c.contacts, c.last_day, c.period_contacts, c.quota_days) for c in counts]


def status_figures(answer: Figures) -> tuple[Any, ...]:
    """Counties, contacted and never; quota met and done; channels; issues; practices; late ones."""
    stand = answer.standing
    counties = len(stand.counties)
    return (
        counties,
        counties - len(stand.uncovered_in_period),
        len(stand.never),
        stand.met,
        sum(min(county.done, county.required) for county in stand.counties),
        dict(answer.channels),
        *answer.issues,
        answer.practices,
        answer.late,
    )


FIGURES: dict[str, Callable[[Any], Any]] = {
    "/uncovered": uncovered_figures,
    "/my": my_figures,
    "/status": status_figures,
}
