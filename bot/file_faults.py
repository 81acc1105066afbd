"""What is wrong with a file that somebody handed in: facts; the sentences are in bot/mending."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileFault:
    """One fault: its line (from 1) when it has one, `kind` names the sentence, `facts` fill it."""

    line: int | None
    kind: str
    facts: Mapping[str, str] = field(default_factory=dict)


class UnusableFileError(Exception):
    """A file cannot be used; `faults` says everything that must be mended."""

    def __init__(self, path: Path, faults: tuple[FileFault, ...]) -> None:
        super().__init__(f"{path}: {', '.join(fault.kind for fault in faults)}")
        self.path = path
        self.faults = faults
