"""Rules that somebody sent: the definition, or a sentence for each fault."""

from dataclasses import dataclass

from campaign.definition import Definition


@dataclass(frozen=True, slots=True)
class SentRules:
    """A definition that can be taken, or what is wrong with the file: where, and how to mend it."""

    definition: Definition | None = None
    faults: tuple[str, ...] = ()
