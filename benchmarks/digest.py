"""A national half-year digest against SQL by hand that gives the same figures; and its command."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import add
from pathlib import Path
from typing import Any

from benchmarks import world
from benchmarks.by_hand import Parts
from benchmarks.lists import in_one_form, opened, stored
from benchmarks.processes import ROOT, TOKEN
from benchmarks.ratio import Ratio, compare, in_turns, timed
from benchmarks.world_rows import CAMPAIGN, NOW, Size
from campaign.categories import categories_of
from campaign.vocabulary import DigestKind
from digests.facts import DigestFacts
from digests.gathering import gather
from storage import Unit
from tests.postgres import start_postgres

NATION = Size(issues=150_000, texts=20_000)
QUICK = Size(contacts=30_000, issues=15_000, texts=2_000)
AIM = 1.5


def measure(folder: Path, *, quick: bool) -> Iterator[Ratio]:
    """The facts on both databases, and the command."""
    size, rounds = (QUICK, 3) if quick else (NATION, 11)
    url = f"sqlite:///{folder / 'digest.sqlite3'}"
    world.build(url, size)
    yield against_hand("SQLite", url, AIM, rounds)
    yield _command(folder, url, rounds)
    server = start_postgres()
    try:
        made = server.url(server.create_database())
        world.build(made, size)
        yield against_hand("PostgreSQL", made, None, rounds)
    finally:
        server.stop()


def against_hand(kind: str, url: str, aim: float | None, rounds: int) -> Ratio:
    with opened(url) as database:
        params = {name: stored(database, value) for name, value in database.read(_params, NOW).items()}
        pooled = database.engine.raw_connection()
        by_hand = Parts("digest.sql", pooled.driver_connection, params)
        ours: Callable[[], DigestFacts] = partial(database.read, _facts, NOW)
        base = partial(_by_hand, by_hand)
        assert in_one_form(database, _figures(ours())) == in_one_form(database, base()), kind
        found = in_turns(
            f"facts of a half-year digest, {kind}, against SQL by hand (ms)", aim, ours, base, rounds
        )
        pooled.close()
    return found


def _command(folder: Path, url: str, rounds: int) -> Ratio:
    """The command against the program's own name and version, which start as it does."""
    env = {"LIAISON_BOT_TOKEN": TOKEN, "LIAISON_DATABASE_URL": url, "PATH": "", "LIAISON_LOG_LEVEL": "ERROR"}
    words = ("digest", "half-year", "--as-of", NOW.isoformat(), "--no-picture", "--out", str(folder))
    work = partial(_run, env, *words, "--campaign", CAMPAIGN)
    pairs = [(timed(work), timed(partial(_run, env, "--version"))) for _ in range(1 + rounds // 2)][1:]
    ours, base = zip(*pairs, strict=True)
    return compare("liaison digest half-year --no-picture, against --version (ms)", None, ours, base)


def _run(env: dict[str, str], *words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "bot", *words], cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=True
    )


def _facts(store: Unit) -> DigestFacts:
    cut_off = store.campaigns.plan(CAMPAIGN).rhythm.taken_at(DigestKind.HALF_YEAR, NOW)
    return gather(store, CAMPAIGN, cut_off)


def _params(store: Unit) -> dict[str, Any]:
    plan = store.campaigns.plan(CAMPAIGN)
    (section,) = plan.rhythm.taken_at(DigestKind.HALF_YEAR, NOW).sections
    (before,) = plan.rhythm.windows_before(DigestKind.HALF_YEAR, section.days.first)
    today = plan.today(NOW)
    quota = plan.windows(today).quota
    return {
        "campaign": CAMPAIGN,
        "at": NOW,
        "since": plan.rhythm.opened(section.days.first),
        "today": today,
        "first": section.days.first,
        "after": section.days.after,
        "before_first": before.first,
        "quota_first": quota.days.first,
        "quota_after": quota.days.after,
    }


def _figures(facts: DigestFacts) -> list[Any]:
    """What the digest says, in the order of the SQL."""
    (section,) = facts.sections
    uncovered, never, before = set(section.uncovered), set(facts.never), section.before
    assert before
    counties = [(c.name, c.done, n in never, n in uncovered) for n, c in enumerate(facts.counties)]
    classes = {c.resolver: (c.open, c.overdue, c.raised, c.closed) for c in facts.classes}
    categories = {c.name: (c.open, c.overdue, c.raised, c.closed) for c in facts.categories}
    return [
        counties,
        (before.contacted, before.contacts, facts.quota.met, facts.quota.done),
        dict(section.channels),
        section.late,
        classes,
        categories,
        [(one.counties, one.new) for one in facts.same],
        section.practices,
        facts.amended.withdrawn,
        facts.amended.corrected,
    ]


def _by_hand(ask: Parts) -> list[Any]:
    rows = ask("counties")
    counties = [(name, days, not ever, not within) for name, ever, within, days, _ in rows]
    classes, names = ask("classes"), categories_of(()).names
    quota = sum(row[3] >= 2 for row in rows), sum(min(row[3], 2) for row in rows)
    return [
        counties,
        (sum(bool(row[4]) for row in rows), sum(row[4] for row in rows), *quota),
        dict(ask("channels")),
        ask("late")[0][0],
        _together((resolver, *counts) for resolver, _, *counts in classes),
        _together((names.get(category), *counts) for _, category, *counts in classes),
        [row[1:] for row in ask("same")],
        ask("practices")[0][0],
        ask("withdrawn")[0][0],
        ask("corrected")[0][0],
    ]


def _together(rows: Iterable[tuple[Any, ...]]) -> dict[Any, tuple[int, ...]]:
    found: dict[Any, tuple[int, ...]] = {}
    for key, *counts in rows:
        found[key] = tuple(map(add, found.get(key, (0, 0, 0, 0)), counts))
    return found
