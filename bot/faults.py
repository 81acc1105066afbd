"""Named steps between arrival and answer, at which the tests end the process."""

from collections.abc import Callable

FAULT_POINTS = (
    "received-before-commit",
    "received-after-commit",
    "before-handler",
    "before-commit",
    "after-commit",
    "before-answer",
    "after-answer",
    "before-settle",
    "after-settle",
    "outbox-before-send",
    "outbox-after-send",
    "outbox-after-record",
)
DUE_POINTS = ("due-before-commit", "due-after-commit")
"""Steps of what is done of its own accord."""

Hook = Callable[[str], None]


class _Faults:
    """Holds the hook that a test installed; without one, passing a point costs a look."""

    hook: Hook | None = None


def install(hook: Hook | None) -> None:
    """Call the hook with a point's name whenever it is passed; None takes it away again."""
    _Faults.hook = hook


def reached(point: str) -> None:
    """Say that a step was reached."""
    if _Faults.hook is not None:
        _Faults.hook(point)
