"""Makes the lines that tell what another form of the rules would change."""

from collections.abc import Iterator, Sequence

from campaign.quotas import QuotaTerm
from campaign.rhythm import CutOff
from campaign.rule_changes import FieldChange, PartChange, RuleChanges, TermChange
from digests.changes import texts
from digests.rules.texts import days, moment

MOST_DIGESTS = 12


def change_lines(changes: RuleChanges) -> list[str]:
    """Return what changes: fields, parts, what the present windows ask for, digests to come."""
    return [
        *map(_field, changes.fields),
        *map(_part, changes.parts),
        *map(_term, changes.terms),
        *_digests(texts.DROPPED, changes.dropped),
        *_digests(texts.ADDED, changes.added),
    ]


def _field(change: FieldChange) -> str:
    return texts.CHANGED.format(
        name=texts.field(change.field),
        before=texts.value(change.field, change.before),
        after=texts.value(change.field, change.after),
    )


def _part(change: PartChange) -> str:
    fields = "\uff1b".join(map(_field, change.fields))
    part = texts.PARTS[change.part]
    return texts.PART[change.fate].format(part=part, name=change.name, fields=fields)


def _term(change: TermChange) -> str:
    name, after = change.after.rule.name, _window(change.after)
    if change.before is None:
        return texts.NEW_TERM.format(name=name, after=after)
    return texts.TERM.format(name=name, before=_window(change.before), after=after)


def _window(term: QuotaTerm) -> str:
    return texts.WINDOW.format(days=days(term.days), count=term.required)


def _digests(head: str, cut_offs: Sequence[CutOff]) -> Iterator[str]:
    if not cut_offs:
        return
    yield head.format(len(cut_offs))
    yield from (f"  {moment(cut_off.at, cut_off.kinds)}" for cut_off in cut_offs[:MOST_DIGESTS])
    if len(cut_offs) > MOST_DIGESTS:
        yield f"  {texts.MORE.format(len(cut_offs) - MOST_DIGESTS)}"
