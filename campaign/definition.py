"""A campaign's rules as data: one YAML file a campaign, read elsewhere, checked here."""

from collections.abc import Iterator
from datetime import time

from pydantic import ConfigDict, Field

from campaign.digest_rules import DigestRhythm
from campaign.duties import DutyRule
from campaign.frame import Frame, Tier
from campaign.pairing_limits import PairingLimits
from campaign.quota_rules import QuotaRule, QuotaWindow
from campaign.strict import CampaignId, Name, RuleFault, Strict, twice
from campaign.tags import TagTree
from campaign.tasks import Task, WorkGroup


class QuietHours(Strict):
    """Local hours in which the bot says nothing of its own accord."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    start: time = Field(default=time(21), alias="from")
    end: time = Field(default=time(8), alias="to")


class ReminderRhythm(Strict):
    """At which hour of a working day reminders go out, and how many working days ahead of what.

    before_end: before the last day of a two-month window. before_due: before an issue's day.
    """

    at: time = time(9, 30)
    before_end: tuple[int, ...] = (7, 2)
    before_due: int = Field(default=2, ge=0)


class Definition(Frame):
    """Everything that makes one campaign differ from another. `linked`: campaigns of other tiers, by id."""

    id: CampaignId
    title: Name
    organisation: Name
    tier: Tier
    roster: Name
    demo: bool = False
    aliases: dict[str, str] = Field(default={})
    quotas: tuple[QuotaRule, ...] = Field(min_length=1)
    digests: DigestRhythm
    quiet_hours: QuietHours = QuietHours()
    reminders: ReminderRhythm | None = ReminderRhythm()
    tags: tuple[TagTree, ...] = ()
    limits: PairingLimits = PairingLimits()
    duties: tuple[DutyRule, ...] = ()
    tasks: tuple[Task, ...] = ()
    groups: tuple[WorkGroup, ...] = ()
    linked: tuple[CampaignId, ...] = ()

    def faults(self) -> Iterator[RuleFault]:
        """Return what the parts of a definition contradict in each other."""
        yield from super().faults()
        for name in ("quotas", "duties", "tags", "groups"):
            yield from twice(name, (part.id for part in getattr(self, name)))
        for place in [place for place, tree in enumerate(self.tags) if tree.issues][1:]:
            yield RuleFault("rule_second_tree", ("tags", place, "issues"))
        yield from self._called_faults()
        yield from twice("tasks", (task.number for task in self.tasks), "number")
        yield from self._count_faults()
        yield from self._link_faults()

    def _count_faults(self) -> Iterator[RuleFault]:
        for name in ("quotas", "duties"):
            for place, rule in enumerate(getattr(self, name)):
                if rule.window is QuotaWindow.BY_DATE and rule.by not in self.span:
                    yield self.outside((name, place, "by"), rule.by)

    def _called_faults(self) -> Iterator[RuleFault]:
        """Return what two duties are called: a message that says it would mean neither."""
        called: dict[str, str] = {}
        for place, duty in enumerate(self.duties):
            for number, name in enumerate(duty.aliases):
                if called.setdefault(name, duty.id) != duty.id or name in duty.aliases[:number]:
                    yield RuleFault("rule_same", ("duties", place, "aliases", number), {"value": name})

    def _link_faults(self) -> Iterator[RuleFault]:
        if self.id in self.linked:
            yield RuleFault("rule_link_self", ("linked", self.linked.index(self.id)), {"value": self.id})
        other = self.limits.no_overlap_with
        if other is not None and other not in self.linked:
            yield RuleFault("rule_link_missing", ("limits", "no_overlap_with"), {"value": other})

    @property
    def quota(self) -> QuotaRule:
        """The rule that lists and digests show first."""
        return self.quotas[0]
