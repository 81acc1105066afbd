"""Open every figure of a digest, and compare each list's length with its figure."""

from functools import partial

from digests.facts import DigestFacts
from digests.opened.behind import behind
from digests.opened.figures import Figure, Opened, openable, parts
from digests.opened.rows import Behind
from storage import Unit


def as_long_as_figures(unit: Unit, campaign_id: str, facts: DigestFacts) -> set[Figure]:
    """Read each list page by page, those of its parts too; return the figures that there are."""
    figures = openable(facts)
    for whole, number in figures.items():
        for opened, size in {whole: number, **parts(facts, whole)}.items():
            rows = _rows(partial(behind, unit, campaign_id, facts, opened))
            assert (opened, len(rows)) == (opened, size)
            assert len(set(rows)) == size
    return {opened.figure for opened in figures}


def _rows(read: "partial[Behind]") -> list[str]:
    """Return the rows of all pages."""
    page, rows = read(page=0), list[str]()
    while len(rows) < page.total:
        assert page.rows
        rows += map(str, page.rows)
        page = read(page=len(rows) // page.leaf.size)
    return rows


def shown(unit: Unit, campaign_id: str, facts: DigestFacts, opened: Opened) -> list[object]:
    """Return the first page of a list."""
    return list(behind(unit, campaign_id, facts, opened, 0).rows)
