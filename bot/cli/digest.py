"""`liaison digest`: a digest as files, for reading and for printing; nothing is sent."""

import re
from argparse import Namespace
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.parser import DIGESTS, moment_in
from bot.cli.terminal import say
from bot.settings import load_settings
from digests.chat_text import digest_texts
from digests.facts import DigestFacts
from digests.gathering import gather
from digests.typeface import load_typeface

if TYPE_CHECKING:
    from digests.atlas import Charts


def run(arguments: Namespace) -> int:
    """Write text and picture of one rhythm's digest, with the figures known at its cut-off."""
    with open_office() as office:
        campaign_id = office.campaign(arguments.campaign)
        plan = office.read(lambda unit: unit.campaigns.plan(campaign_id))
        definition = plan.definition
        at = office.now
        if arguments.as_of:
            at = moment_in(arguments.as_of, definition.tz, definition.digests.time)
        cut_off = plan.rhythm.taken_at(DIGESTS[arguments.kind], at)
        facts = office.read(lambda unit: gather(unit, campaign_id, cut_off), now=at)
    name = f"{arguments.kind}-{cut_off.at:%Y-%m-%d}"
    charts = None if arguments.no_picture else _charts()
    for path in written(facts, arguments.out, name, picture=not arguments.no_picture, charts=charts):
        say(texts.WRITTEN.format(path))
    return 0


def _charts() -> "Charts | None":
    from bot.maps import maps_of  # noqa: PLC0415 - what text alone does not need

    return maps_of(load_settings())


def written(
    facts: DigestFacts, folder: Path, name: str, *, picture: bool = True, charts: "Charts | None" = None
) -> Iterator[Path]:
    """Write a digest's files and return them; raise OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    text = folder / f"{name}.txt"
    text.write_text("\n\n".join(map(plain, digest_texts(facts))) + "\n", encoding="utf-8")
    yield text
    if picture:
        yield from _drawn(facts, folder, name, charts)


def _drawn(facts: DigestFacts, folder: Path, name: str, charts: "Charts | None") -> Iterator[Path]:
    """Write every page of the picture as PNG, and as SVG, which is sharp on paper of any size."""
    from digests.picture import drawings, png, svg_of  # noqa: PLC0415 - what text alone does not need

    typeface = load_typeface()
    pages = tuple(drawings(facts, typeface, charts))
    for number, page in enumerate(pages, start=1):
        stem = name if len(pages) == 1 else f"{name}-{number:02}"
        drawn, printed = folder / f"{stem}.png", folder / f"{stem}.svg"
        drawn.write_bytes(png(page, typeface))
        printed.write_text(svg_of(page), encoding="utf-8")
        yield from (drawn, printed)


def plain(html: str) -> str:
    """Return the text of a chat message without its markup."""
    return unescape(re.sub(r"<[^>]*>", "", html))
