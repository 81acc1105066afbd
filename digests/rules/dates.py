"""A year's dates of a campaign before they are agreed: digests, windows, phases, days of report."""

from collections.abc import Iterator

from campaign.days import Days, through
from campaign.definition import Definition
from campaign.plan import Plan
from campaign.quota_rules import CountRule, QuotaWindow
from campaign.quotas import windows
from campaign.review import draft_moments
from campaign.rhythm import BEGINNING, CutOff
from campaign.vocabulary import DigestKind
from digests.rules import texts


def date_lines(plan: Plan) -> list[str]:
    """Return every date that a campaign's rules come to, one a line; what belongs to a head is indented."""
    lines = [texts.title(plan.definition)]
    for head, items in _parts(plan):
        lines += [head, *(f"  {item}" for item in items)]
    return [*lines, *_unknown_years(plan), texts.FOOT]


def _parts(plan: Plan) -> Iterator[tuple[str, list[str]]]:
    definition, cut_offs = plan.definition, plan.rhythm.cut_offs
    yield texts.DIGESTS.format(len(cut_offs)), [_cut_off(plan, c) for c in cut_offs]
    yield texts.period_head(definition), list(_periods(plan))
    for rule in definition.quotas:
        yield texts.quota(rule), _windows(rule, definition.span)
    for duty in definition.duties:
        yield texts.duty(duty), _windows(duty, definition.span)
    yield from _frame(definition)


def _frame(definition: Definition) -> Iterator[tuple[str, list[str]]]:
    for head, spans in ((texts.PHASES, definition.phases), (texts.MILESTONES, definition.milestones)):
        if spans:
            yield head, [texts.part(one) for one in spans]
    if reports := definition.report_deadlines:
        yield texts.REPORTS, [texts.due(one.level, one.name, one.due) for one in reports]


def _cut_off(plan: Plan, cut_off: CutOff) -> str:
    """Say when a digest is due; a weekly one alone has no day of the month from which it was moved."""
    wanted, drafts = plan.definition.digests.day, draft_moments(plan, BEGINNING)
    moved = cut_off.at.day != wanted and cut_off.kinds != (DigestKind.WEEK,)
    drafted = (texts.DRAFTED.format(at.month, at.day) for at, of in drafts if of.at == cut_off.at)
    told = texts.MOVED.format(wanted) if moved else ""
    return texts.moment(cut_off.at, cut_off.kinds) + told + next(drafted, "")


def _periods(plan: Plan) -> Iterator[str]:
    """Return the windows of lists and reminders, and what is left after the last of them."""
    left = plan.definition.start
    for cut_off in plan.rhythm.cut_offs:
        for one in cut_off.sections:
            if one.kind is plan.definition.digests.period:
                yield texts.days(one.days)
                left = one.days.after
    if left <= plan.definition.end:
        yield texts.days(through(left, plan.definition.end)) + texts.no_digest(plan.definition)


def _windows(rule: CountRule, span: Days) -> list[str]:
    if rule.window is QuotaWindow.ROLLING:
        return [texts.ROLLING.format(rule.count)]
    return [f"{texts.days(days)}  {texts.TIMES.format(count)}" for days, count in windows(rule, span)]


def _unknown_years(plan: Plan) -> list[str]:
    years = range(plan.definition.start.year, plan.definition.end.year + 1)
    return [texts.YEAR_UNKNOWN.format(year) for year in years if not plan.calendar.knows(year)]
