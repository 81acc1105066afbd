"""Nobody of a shipped roster is lost on a map, not even who is no county."""

import pytest

from bot.campaign_files import read_campaign, shipped
from bot.maps import Maps, installed
from digests.facts import DigestFacts
from digests.picture.drawing import drawings
from digests.picture.svg import svg_of
from digests.typeface import load_typeface
from tests.digests.mapped import shown
from tests.digests.sizes import JIUJIANG, sized

NOT_ON_THE_MAP = {"guangyuan-2022": ["广元经开区"]}


def facts_of(campaign: str) -> DigestFacts:
    """A digest of a campaign's counties."""
    rows = dict.fromkeys((row.prefecture, row.county) for row in read_campaign(campaign)[1].rows)
    made = sized(JIUJIANG)
    counties = tuple(
        made.counties[n % JIUJIANG].model_copy(update={"prefecture": prefecture, "name": name})
        for n, (prefecture, name) in enumerate(rows)
    )
    return made.model_copy(update={"counties": counties})


@pytest.mark.parametrize("campaign", sorted(set(shipped()) - {"national-2022"}))
def test_everybody_of_a_roster_is_on_the_map_or_below_it(campaign: str) -> None:
    made = facts_of(campaign)
    (page,) = drawings(made, load_typeface(), Maps(installed()))
    found = shown(svg_of(page))
    assert sorted(found) == list(range(len(made.counties)))
    assert all(seen.words for seen in found.values())
    off = [made.counties[place].name for place, seen in found.items() if not seen.on_map]
    assert off == NOT_ON_THE_MAP.get(campaign, [])
