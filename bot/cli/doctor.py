"""`liaison doctor`: is everything there that the bot needs?"""

import time
from argparse import Namespace
from importlib import import_module

from bot.cli import texts
from bot.cli.terminal import say
from bot.findings import Finding, heartbeat
from bot.settings import Settings, load_settings


def run(arguments: Namespace) -> int:
    """Say what was found; 1 when something must be mended."""
    settings = load_settings()
    found = [heartbeat(settings, time.time())] if arguments.alive else _everything(settings)
    for finding in found:
        say(texts.finding(finding.kind, finding.fact, well=finding.well))
    well = all(finding.well is not False for finding in found)
    if not arguments.alive:
        say(texts.ALL_WELL if well else texts.NOT_WELL)
    return 0 if well else 1


def _everything(settings: Settings) -> list[Finding]:
    # A health check every minute need not load what only the whole examination needs.
    found: list[Finding] = list(import_module("bot.doctor").findings(settings))
    return found
