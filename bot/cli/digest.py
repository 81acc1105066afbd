"""`liaison digest`: a digest as files, for reading and for printing; nothing is sent."""

import re
from argparse import Namespace
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.parser import DIGESTS, moment_in
from bot.cli.terminal import say
from digests.chat_text import digest_texts
from digests.facts import DigestFacts
from digests.gathering import gather


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
    for path in written(facts, arguments.out, name, picture=not arguments.no_picture):
        say(texts.WRITTEN.format(path))
    return 0


def written(facts: DigestFacts, folder: Path, name: str, *, picture: bool = True) -> Iterator[Path]:
    """Write a digest's files and return them; raise OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    text = folder / f"{name}.txt"
    text.write_text("\n\n".join(map(plain, digest_texts(facts))) + "\n", encoding="utf-8")
    yield text
    if picture:
        from digests.picture import digest_picture  # noqa: PLC0415 - 3 MB that text alone does not need

        drawn = folder / f"{name}.png"
        drawn.write_bytes(digest_picture(facts))
        yield drawn


def plain(html: str) -> str:
    """Return the text of a chat message without its markup."""
    return unescape(re.sub(r"<[^>]*>", "", html))
