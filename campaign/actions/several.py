"""Say of which campaign a notice is, to somebody who takes part in several."""

from campaign.ports import Store

OF = "of_campaign"
"""The key under which a notice's payload holds the campaign's title."""


def of_several(store: Store, campaign_id: str, telegram_id: int) -> dict[str, str]:
    """Return what a notice's payload says of its campaign; nothing for those who know only one."""
    if sum(actor.takes_part for actor in store.people.actors(telegram_id)) < 2:
        return {}
    return {OF: store.campaigns.plan(campaign_id).definition.title}
