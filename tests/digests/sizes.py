"""Facts of five sizes of campaign, made up, with every state somewhere."""

import csv
from datetime import date
from functools import cache
from importlib.resources import files

from campaign.divisions import load_divisions
from campaign.progress import Progress
from campaign.standing import CountyState
from campaign.vocabulary import Channel, DigestKind
from digests.facts import CountyFacts, DigestFacts, QuotaFacts, SectionFacts, TrendPoint
from tests.digests.stands import moment

JIUJIANG, LED, ANHUI, SICHUAN, NATION = 13, 54, 104, 183, 2843
ALL = (JIUJIANG, LED, ANHUI, SICHUAN, NATION)
PLACES = {JIUJIANG: "九江市", LED: "安徽省", ANHUI: "安徽省", SICHUAN: "四川省", NATION: ""}
# Of ten counties in a row: progress, contacts done of two, whether something was logged in the window.
ROWS = (
    (Progress.ON_TRACK, 1, True),
    (Progress.DONE, 2, True),
    (Progress.BEHIND, 0, True),
    (Progress.ON_TRACK, 1, False),
    (Progress.NEVER, 0, False),
    (Progress.ON_TRACK, 1, True),
    (Progress.DONE, 3, False),
    (Progress.ON_TRACK, 1, True),
    (Progress.BEHIND, 0, False),
    (Progress.DONE, 2, True),
)
RARE = {7: (Progress.OVERDUE, 0, False), 23: (Progress.PAUSED, 1, False), 38: (Progress.NEW, 0, False)}
WINDOWS = (("2023-01-01", 4), ("2023-02-28", 5), ("2023-04-28", 7), ("2023-06-28", 6), ("2023-08-28", 8))


def names(size: int) -> list[tuple[str, str]]:
    """Prefecture and county of each; those of the smaller Anhui are the ones that its roster pairs."""
    if size == LED:
        text = files("campaigns").joinpath("anhui-2022", "roster.csv").read_text("utf-8-sig")
        rows = {(row["市"], row["县级工会"]): None for row in csv.DictReader(text.splitlines())}
        return sorted(list(rows)[:LED])
    divisions = load_divisions()
    found = divisions.within(PLACES[size]) if PLACES[size] else divisions.rows
    return [(row.prefecture, row.name) for row in found]


@cache
def sized(size: int) -> DigestFacts:
    """The facts of so many counties."""
    counties = [_county(n, *name) for n, name in enumerate(names(size))]
    logged = [_row(n)[2] for n in range(len(counties))]
    owed, done = 2 * size, sum(min(county.done, 2) for county in counties)
    points = [(date.fromisoformat(first), size * tenths // 10) for first, tenths in WINDOWS]
    section = SectionFacts(
        kind=DigestKind.TWO_MONTH,
        first=date(2023, 8, 28),
        last=date(2023, 10, 27),
        counties=size,
        uncovered=tuple(n for n, covered in enumerate(logged) if not covered),
        channels={Channel.ONSITE: size},
        raised=3,
        closed=2,
        open=4,
        overdue=1,
        practices=2,
        late=0,
    )
    met = sum(county.done >= county.required for county in counties)
    return DigestFacts(
        title=f"{PLACES[size]}“县级工会加强年”专项工作（演示）",
        demo=True,
        cut_off=moment(2023, 10, 27),
        quota=QuotaFacts(
            name="每年实地调研", year=2023, last=date(2023, 12, 31), required=2, met=met, done=done,
            owed=owed, days_left=66, days=365, counties=size,
        ),
        counties=tuple(counties),
        sections=(section,),
        trend=(*(_point(first, size, contacted) for first, contacted in points[:-1]),
               _point(section.first, size, section.contacted)),
    )  # fmt: skip


def _row(n: int) -> tuple[Progress, int, bool]:
    return RARE.get(n % 97) or ROWS[(n * 7 + n // 11) % 10]


def _county(n: int, prefecture: str, name: str) -> CountyFacts:
    progress, done, logged = _row(n)
    state = {Progress.DONE: CountyState.DONE, Progress.NEVER: CountyState.NEVER}.get(
        progress, CountyState.CONTACTED if logged else CountyState.QUIET
    )
    return CountyFacts(
        name=name,
        prefecture=prefecture,
        liaison="演示领导",
        contact_person="演示联系人",
        state=state,
        done=done,
        required=2,
        progress=progress,
    )


def _point(first: date, counties: int, contacted: int) -> TrendPoint:
    month = first.month + 2 if first.day > 1 else 2
    return TrendPoint(
        first=first,
        last=date(first.year, month, 27),
        counties=counties,
        contacted=contacted,
        contacts=contacted,
    )


def unknown(size: int) -> DigestFacts:
    """The facts of so many counties, of prefectures of thirty that no table knows."""
    made = sized(ANHUI)
    rows = (made.counties * (size // ANHUI + 1))[:size]
    counties = tuple(row.model_copy(update={"prefecture": f"{n // 30}处"}) for n, row in enumerate(rows))
    section = made.sections[0].model_copy(update={"counties": size})
    return made.model_copy(update={"counties": counties, "sections": (section,)})
