"""Compares flat readings with the expected ones, by the conventions of the example messages."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Item = dict[str, Any]
Row = dict[str, Any]


def char_f1(one: str, other: str) -> float:
    same = sum((Counter(one) & Counter(other)).values())
    return 2 * same / (len(one) + len(other)) if one or other else 1.0


def contact_likeness(gold: Item, read: Item) -> float:
    if gold["county"] != read["county"]:
        return 0
    return 1.0 + sum(bool(gold[key] == read[key]) for key in ("date", "channel", "participants"))


def span_likeness(gold: Item, read: Item) -> float:
    if gold["county"] != read["county"]:
        return 0
    overlap = char_f1(gold["summary"], read["summary"])
    contained = gold["summary"] in read["summary"] and overlap >= 0.35
    return overlap if overlap >= 0.5 or contained else 0


def pairs(
    gold: Sequence[Item], read: Sequence[Item], like: Callable[[Item, Item], float]
) -> list[tuple[Item, Item]]:
    ranked = sorted(
        ((like(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)), key=lambda row: -row[0]
    )
    taken: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if value > 0 and all(i != a and j != b for a, b in taken):
            taken.append((i, j))
    return [(gold[i], read[j]) for i, j in taken]


def f1(matched: int, gold: int, read: int) -> float:
    return 200 * matched / (gold + read) if gold + read else 100.0


def share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


KINDS = {
    "contacts": (contact_likeness, ("date", "channel", "participants")),
    "issues": (span_likeness, ("due", "resolver")),
    "experiences": (span_likeness, ()),
}


def compare(gold: Row, read: Row, tally: Counter[str]) -> bool:
    """Add one message to the tally and tell whether its reading is wholly right."""
    right = bool(gold["intent"] == read["intent"])
    tally["intent"] += right
    if not any(gold[kind] for kind in KINDS):
        tally["empty"] += 1
        tally["invented"] += any(read[kind] for kind in KINDS)
    for kind, (like, keys) in KINDS.items():
        matched = pairs(gold[kind], read[kind], like)
        right &= len(matched) == len(gold[kind]) == len(read[kind])
        tally.update({f"{kind} gold": len(gold[kind]), f"{kind} read": len(read[kind]), kind: len(matched)})
        for key in keys:
            same = sum(g[key] == r[key] for g, r in matched)
            tally[key] += same
            right &= same == len(matched)
    return right


def figures(rows: Iterable[tuple[Row, Row]]) -> dict[str, float]:
    """Return the figures in per cent of (expected, read) pairs."""
    tally: Counter[str] = Counter()
    for gold, read in rows:
        tally["messages"] += 1
        tally["right"] += compare(gold, read, tally)
    scores = {kind: f1(tally[kind], tally[f"{kind} gold"], tally[f"{kind} read"]) for kind in KINDS}
    fields = {key: share(tally[key], tally[kind]) for kind, (_, keys) in KINDS.items() for key in keys}
    whole = {name: share(tally[name], tally["messages"]) for name in ("intent", "right")}
    return scores | fields | whole | {"invented": share(tally["invented"], tally["empty"] or 1)}
