"""From the words typed to the command, and from what went wrong to a sentence and an exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from bot.cli.help.texts import ERROR_LEAD
from bot.cli.parser import build_parser

DONE, FAILED, MISUSED = 0, 1, 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code: 0 done, 1 not possible or not in order, 2 asked wrongly."""
    try:
        arguments = build_parser().parse_args(argv)
    except SystemExit as end:  # argparse ends the process after --help and after a mistake
        return int(end.code or 0)
    try:
        code: int = _imported(arguments.module).run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Who read our output has seen enough; the interpreter must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:  # noqa: BLE001 - nobody at a terminal should see a traceback
        return _complain(error)
    return code


def _imported(name: str) -> ModuleType:
    """Import a command. Imports leave no garbage, and looking for it takes a tenth of their time."""
    gc.disable()
    try:
        return import_module(name)
    finally:
        gc.enable()


def _complain(error: Exception) -> int:
    if os.environ.get("LIAISON_LOG_LEVEL", "").upper() == "DEBUG":
        raise error
    told = import_module("bot.cli.complaints").complaint(error)
    print(ERROR_LEAD + told.sentence, file=sys.stderr)  # noqa: T201 - a command speaks to its user
    return MISUSED if told.misused else FAILED
