"""What the bot did after a question, as tests read it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


def labels(view: Json) -> list[list[str]]:
    """The labels of a message's buttons, row by row."""
    return [[button["text"] for button in row] for row in view["buttons"]]


@dataclass(frozen=True)
class Answer:
    """One thing the bot did: `kind` is message, edited, deleted, toast or alert."""

    kind: str
    text: str
    buttons: list[list[str]]
    view: Json

    @property
    def id(self) -> int:
        """The message's id."""
        return int(self.view["id"])

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons."""
        return [label for row in self.buttons for label in row]


@dataclass(frozen=True)
class Answers:
    """What the bot did in a chat after a question, in order."""

    all: list[Answer]
    receipt: Json = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.all)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.all)

    def __getitem__(self, index: int) -> Answer:
        return self.all[index]

    @property
    def text(self) -> str:
        """All texts, one below the other."""
        return "\n".join(answer.text for answer in self.all)

    @property
    def last(self) -> Answer:
        """The last message (or edit) that stands in the chat."""
        return next(answer for answer in reversed(self.all) if answer.kind in {"message", "edited"})

    @property
    def buttons(self) -> list[list[str]]:
        """The buttons below the last message."""
        return self.last.buttons

    @property
    def toasts(self) -> list[str]:
        """The lines shown on pressing a button."""
        return [answer.text for answer in self.all if answer.kind in {"toast", "alert"}]
