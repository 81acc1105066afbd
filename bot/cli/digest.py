"""`liaison digest`: a digest as files, for reading and for printing; nothing is sent."""

import re
from argparse import Namespace
from datetime import datetime
from html import unescape
from pathlib import Path

from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.parser import moment_in
from bot.cli.terminal import say
from campaign.days import DAY, through
from campaign.plan import Plan
from campaign.rhythm import CutOff, Section
from campaign.vocabulary import DigestKind
from digests.chat_text import digest_texts
from digests.facts import DigestFacts
from digests.gathering import gather
from digests.picture import digest_picture

KINDS = {
    "two-month": DigestKind.TWO_MONTH,
    "quarter": DigestKind.QUARTER,
    "half-year": DigestKind.HALF_YEAR,
}


def run(arguments: Namespace) -> int:
    """Write text and picture of one rhythm's digest, with the figures known at its cut-off."""
    with open_office() as office:
        campaign_id = office.campaign(arguments.campaign)
        plan = office.read(lambda unit: unit.campaigns.plan(campaign_id))
        definition = plan.definition
        at = office.now
        if arguments.as_of:
            at = moment_in(arguments.as_of, definition.tz, definition.digests.time)
        cut_off = cut_off_at(plan, KINDS[arguments.kind], at.astimezone(definition.tz))
        facts = office.read(lambda unit: gather(unit, campaign_id, cut_off), now=at)
    for path in written(facts, arguments.out, f"{arguments.kind}-{cut_off.at:%Y-%m-%d}"):
        say(texts.WRITTEN.format(path))
    return 0


def cut_off_at(plan: Plan, kind: DigestKind, at: datetime) -> CutOff:
    """Return a cut-off of one rhythm at any moment: it covers the days since the rhythm's last one."""
    today = plan.today(at)
    earlier = [c.at.date() for c in plan.rhythm.cut_offs if kind in c.kinds and c.at.date() < today]
    first = max(earlier) + DAY if earlier else plan.definition.start
    return CutOff(at, (Section(kind, through(first, max(first, today))),))


def written(facts: DigestFacts, folder: Path, name: str) -> tuple[Path, Path]:
    """Write a digest's files and return them; raise OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    text, picture = folder / f"{name}.txt", folder / f"{name}.png"
    text.write_text("\n\n".join(map(plain, digest_texts(facts))) + "\n", encoding="utf-8")
    picture.write_bytes(digest_picture(facts))
    return text, picture


def plain(html: str) -> str:
    """Return the text of a chat message without its markup."""
    return unescape(re.sub(r"<[^>]*>", "", html))
