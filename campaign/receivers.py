"""Who gets digests: the approved groups, and the persons whom the rules name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from campaign.definition import Definition
from campaign.digest_rules import DigestRhythm
from campaign.groups import Group
from campaign.members import Member
from campaign.vocabulary import DigestKind


@dataclass(frozen=True, slots=True)
class Receiver:
    """A chat that gets digests of some kinds. Nothing is owed that was due before `since`.

    `chat_id`: Telegram's; that of a group is negative.
    """

    chat_id: int
    name: str
    kinds: frozenset[DigestKind]
    since: datetime | None = None

    @property
    def is_group(self) -> bool:
        """Whether it is a group, whose digests are reviewed."""
        return self.chat_id < 0


def of_groups(definition: Definition, groups: Sequence[Group]) -> list[Receiver]:
    """Return the approved groups as receivers."""
    kinds = definition.digests.for_groups
    return [Receiver(group.chat_id, group.title, kinds, group.decided_at) for group in groups]


def of_members(definition: Definition, members: Sequence[Member]) -> list[Receiver]:
    """Return each account that takes messages of persons who get digests of their own."""
    return [
        Receiver(account.telegram_id, member.person.name, kinds, account.bound_at)
        for member in members
        if (kinds := frozenset(_kinds(definition.digests, member)))
        for account in member.accounts
        if account.blocked_at is None
    ]


def to_persons(rules: DigestRhythm) -> bool:
    """Return whether anybody gets a digest of his own."""
    named = (rules.audience_of(kind) for kind in DigestKind if getattr(rules, kind.value))
    return any(audience.roles or audience.persons for audience in named)


def _kinds(rules: DigestRhythm, member: Member) -> Iterator[DigestKind]:
    for kind in DigestKind:
        audience = rules.audience_of(kind)
        if member.roles & {*audience.roles} or member.person.name in audience.persons:
            yield kind
