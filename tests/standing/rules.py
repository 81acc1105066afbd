"""Rules of the reference as a campaign's definition has them."""

from campaign.quota_rules import FirstWindow, NewPairing, QuotaRule, QuotaScope, QuotaWindow
from campaign.vocabulary import Channel
from tests.standing import reference


def rule_of(rule: reference.Rule) -> QuotaRule:
    """Return the reference's rule as a definition has it."""
    return QuotaRule(
        id=rule.id,
        name=rule.id,
        scope=QuotaScope(rule.scope),
        channels=tuple(sorted(map(Channel, rule.channels))),
        count=rule.count,
        window=QuotaWindow(rule.window),
        days=rule.days or None,
        by=rule.by if rule.window == "by_date" else None,
        first_window=FirstWindow(rule.first_window),
        new_pairing=NewPairing(rule.new_pairing),
        leader_present=rule.leader_present,
        same_day_once=rule.same_day_once,
        carry_over=rule.carry_over,
    )
