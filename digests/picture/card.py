"""The card below the title: the quota's bar with the time that is gone, and the windows before."""

from collections.abc import Iterable, Iterator

from digests.facts import DigestFacts, TrendPoint
from digests.picture import texts
from digests.picture.brush import DEEP, FAINT, INK, PALE, TRACK, Brush, Pen, bar
from digests.picture.figures import Share, covered_of, elapsed_of, quota_of
from digests.picture.pages import Page
from digests.picture.shapes import At, Box, Rect, Shape
from digests.picture.styles import MARGIN, ROOM
from digests.picture.words import text_width

CARD = 92.0
CARD_PAD = 10.0
POINT = 26.0
FEWEST_POINTS = 2
# More than that is too wide above a column.
MOST_COUNTED = 999


def card(facts: DigestFacts, page: Page, top: float, brush: Brush) -> Iterator[Shape]:
    """Draw the quota's bar, and beside it the windows before where the page is of the whole campaign."""
    yield Rect(Box(MARGIN, top, ROOM, CARD), "#ffffff", 8)
    places = [county.place for county in page.counties]
    of_all = len(places) == len(facts.counties)
    points = facts.trend if len(facts.trend) >= FEWEST_POINTS and of_all else ()
    right = max(POINT * len(points), text_width(texts.TREND, 11)) + CARD_PAD if points else 0
    inner = Box(MARGIN + CARD_PAD, top, ROOM - 2 * CARD_PAD - right, CARD)
    share = Share(facts.quota.done, facts.quota.owed) if of_all else quota_of(facts, places)
    if share.whole:
        yield from _bar(inner, texts.quota_title(facts), share, texts.times(share), brush)
        yield from _elapsed(elapsed_of(facts), inner, brush)
    else:
        share = covered_of(facts, places)
        yield from _bar(inner, texts.COVERED, share, texts.counties(share), brush)
    if points:
        place = Box(inner.x + inner.width + CARD_PAD, top, right - CARD_PAD, CARD)
        yield from _trend(points, place, brush)


def _bar(box: Box, title: str, share: Share, words: str, brush: Brush) -> Iterator[Shape]:
    percent = texts.percent(share)
    yield from brush.typed(Box(box.x, box.y + 8, box.width, 16), title, Pen(12, FAINT))
    yield from brush.own(Box(box.x, box.y + 26, 66, 28), percent, Pen(25, bold=True))
    beside = text_width(percent, 25) + 4
    counted = Box(box.x + beside, box.y + 33, box.width - beside, 20)
    yield from brush.own(counted, words, Pen(13))
    yield from bar(Box(box.x, box.y + 57, box.width, 9), share.fraction, DEEP, TRACK)


def _elapsed(elapsed: Share, box: Box, brush: Brush) -> Iterator[Shape]:
    """Draw a mark across the bar, and below it how much time is gone, where that is known."""
    if not elapsed.whole:
        return
    x = box.x + box.width * elapsed.fraction
    yield Rect(Box(x - 1, box.y + 54, 2, 17), INK)
    words = texts.elapsed(elapsed)
    wide = text_width(words, 11)
    left = min(max(box.x, x - wide / 2), box.x + box.width - wide)
    yield from brush.own(Box(left, box.y + 72, wide, 14), words, Pen(11, at=At.MIDDLE))


def _trend(points: Iterable[TrendPoint], box: Box, brush: Brush) -> Iterator[Shape]:
    shown = list(points)
    counted = all(point.contacted <= MOST_COUNTED for point in shown)
    title = texts.TREND if counted else texts.TREND_SHARE
    yield from brush.own(Box(box.x, box.y + 8, box.width, 16), title, Pen(11, FAINT, At.END))
    left, foot, high = box.x + box.width - POINT * len(shown), box.y + 73, 34.0
    for n, point in enumerate(shown):
        last, x = n == len(shown) - 1, left + n * POINT
        share = Share(point.contacted, point.counties)
        grown = high * share.fraction
        column = Box(x + 5, foot - high, POINT - 10, high)
        yield Rect(column, TRACK, 2)
        full = column._replace(y=foot - grown, height=grown)
        yield Rect(full, DEEP if last else PALE, min(2, grown / 2))
        above = Box(x, foot - high - 14, POINT, 13)
        words = f"{point.contacted}" if counted else texts.percent(share)
        yield from brush.own(above, words, Pen(11, at=At.MIDDLE, bold=last))
        pen = Pen(11, INK if last else FAINT, At.MIDDLE)
        yield from brush.own(Box(x, foot + 2, POINT, 13), texts.ends(point), pen)
