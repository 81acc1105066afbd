"""`liaison doctor`: is everything there that the bot needs?"""

from argparse import Namespace

from bot.cli import texts
from bot.cli.terminal import say
from bot.doctor import findings
from bot.settings import load_settings


def run(_arguments: Namespace) -> int:
    """Say what was found; 1 when something must be mended."""
    found = list(findings(load_settings()))
    for finding in found:
        say(texts.finding(finding.kind, finding.fact, well=finding.well))
    well = all(finding.well is not False for finding in found)
    say(texts.ALL_WELL if well else texts.NOT_WELL)
    return 0 if well else 1
