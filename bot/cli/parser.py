"""The words that the command line understands."""

import argparse
import re
from datetime import date, datetime, time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from bot.cli.help import texts
from campaign.roles import GIVEN
from campaign.vocabulary import DigestKind

DEFAULT_PORT = 8765
DEMO = "jiujiang-2022-demo"
DIGESTS = {kind.value.replace("_", "-"): kind for kind in DigestKind}


class Moment(NamedTuple):
    """What was typed for a moment: a day, and the moment itself if an hour was given too."""

    day: date
    at: datetime | None


class Parser(argparse.ArgumentParser):
    """argparse that speaks Chinese."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=argparse.RawDescriptionHelpFormatter)
        self._positionals.title, self._optionals.title = texts.POSITIONALS, texts.OPTIONS
        self.add_argument("-h", "--help", action="help", help=texts.HELP_OPTION)

    def format_usage(self) -> str:
        """Return the first line of the help."""
        return super().format_usage().replace("usage: ", texts.USAGE, 1)

    def format_help(self) -> str:
        """Return the help."""
        return super().format_help().replace("usage: ", texts.USAGE, 1)

    def error(self, message: str) -> NoReturn:
        """Say what was wrong and how it is written; end with exit code 2."""
        for pattern, sentence in texts.ARGUMENT_FAULTS:
            if found := re.match(pattern, message):
                message = sentence.format(*(group.replace("'", "") for group in found.groups()))
                break
        self.exit(2, f"{texts.ERROR_LEAD}{message}\n{self.format_usage()}")


def build_parser() -> Parser:
    """Return the parser of all commands."""
    parser = Parser(prog="liaison", description=texts.ABOUT, epilog=texts.EPILOG)
    parser.add_argument("--version", action="version", version=program_version(), help=texts.VERSION_OPTION)
    commands = parser.add_subparsers(
        title=texts.COMMANDS, metavar=texts.COMMAND, required=True, dest="command", parser_class=Parser
    )
    for add in (_run, _rehearse, _campaign, _roster, _invite, _coverage, _digest, _doctor, _db, _understand):
        add(commands)
    return parser


def program_version() -> str:
    """Return name and version as `--version` prints them."""
    try:
        return f"liaison {version('liaison')}"
    except PackageNotFoundError:
        return "liaison"


Commands = Any  # argparse keeps the type of its collection of commands to itself


def _command(commands: Commands, name: str, module: str = "") -> Parser:
    about = texts.COMMAND_HELP[name]
    words = name.split()
    parser: Parser = commands.add_parser(words[-1], help=about, description=about)
    parser.set_defaults(module=f"bot.cli.{module or words[0]}")
    return parser


def _group(commands: Commands, name: str) -> Commands:
    parser = _command(commands, name)
    return parser.add_subparsers(
        title=texts.COMMANDS, metavar=texts.COMMAND, required=True, dest="step", parser_class=Parser
    )


def _run(commands: Commands) -> None:
    parser = _command(commands, "run")
    parser.add_argument("--rehearsal-url", help=argparse.SUPPRESS)


def _rehearse(commands: Commands) -> None:
    parser = _command(commands, "rehearse")
    parser.add_argument("--port", type=_port, default=DEFAULT_PORT, help=texts.PORT)
    parser.add_argument("--campaign", default=DEMO, metavar="ID", help=texts.PLAYED_CAMPAIGN)
    parser.add_argument("--now", type=_moment, help=texts.START_OF_CLOCK)
    parser.add_argument("--state", type=Path, default=Path("var/rehearsal"), metavar="DIR", help=texts.STATE)


def _campaign(commands: Commands) -> None:
    steps = _group(commands, "campaign")
    for name in ("campaign check", "campaign dates", "campaign load"):
        step = _command(steps, name)
        step.add_argument("file", metavar="FILE", help=texts.RULES_FILE)
    step.add_argument("--yes", action="store_true", help=texts.LOAD_CHANGES)
    _command(steps, "campaign schema")
    _command(steps, "campaign template").add_argument(
        "--out", type=Path, metavar="DIR", help=texts.TEMPLATE_FOLDER
    )


def _roster(commands: Commands) -> None:
    parser = _command(_group(commands, "roster"), "roster import")
    parser.add_argument("file", type=Path, metavar="FILE", help=texts.ROSTER_FILE)
    parser.add_argument("--dry-run", action="store_true", help=texts.DRY_RUN)
    _add_campaign(parser)


def _invite(commands: Commands) -> None:
    parser = _command(commands, "invite")
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("name", nargs="?", metavar="NAME", help=texts.INVITED)
    who.add_argument("--admin", action="store_true", help=texts.INVITED_ADMIN)
    parser.add_argument("--role", choices=[role.value for role in GIVEN], help=texts.ROLE)
    parser.add_argument("--county", metavar="COUNTY", help=texts.ROLE_COUNTY)
    parser.add_argument("--from", dest="first", type=_moment, metavar="ISO", help=texts.ROLE_FIRST)
    parser.add_argument("--to", dest="last", type=_moment, metavar="ISO", help=texts.ROLE_LAST)
    _add_campaign(parser)


def _coverage(commands: Commands) -> None:
    parser = _command(commands, "coverage")
    parser.add_argument("--json", action="store_true", help=texts.AS_JSON)
    parser.add_argument("--as-of", type=_moment, metavar="ISO", help=texts.AS_OF_DAY)
    _add_campaign(parser)


def _digest(commands: Commands) -> None:
    parser = _command(commands, "digest")
    parser.add_argument("kind", choices=tuple(DIGESTS), help=texts.DIGEST_KIND)
    parser.add_argument("--as-of", type=_moment, metavar="ISO", help=texts.AS_OF_CUT_OFF)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=texts.OUT)
    parser.add_argument("--no-picture", action="store_true", help=texts.NO_PICTURE)
    _add_campaign(parser)


def _doctor(commands: Commands) -> None:
    _command(commands, "doctor").add_argument("--alive", action="store_true", help=texts.ALIVE)


def _db(commands: Commands) -> None:
    steps = _group(commands, "db")
    for name in ("db upgrade", "db check"):
        _command(steps, name)
    for name, about in (("db backup", texts.BACKUP_FILE), ("db restore", texts.RESTORE_FILE)):
        _command(steps, name).add_argument("file", type=Path, metavar="FILE", help=about)


def _understand(commands: Commands) -> None:
    parser = _command(commands, "understand")
    parser.add_argument("--campaign", required=True, metavar="ID", help=texts.UNDERSTOOD_CAMPAIGN)


def _add_campaign(parser: Parser) -> None:
    parser.add_argument("--campaign", metavar="ID", help=texts.CAMPAIGN)


def _port(word: str) -> int:
    if not word.isascii() or not word.isdigit() or not 0 < int(word) < 65536:
        raise argparse.ArgumentTypeError(texts.BAD_PORT.format(word))
    return int(word)


def _moment(word: str) -> Moment:
    try:
        at = datetime.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(texts.BAD_MOMENT.format(word)) from None
    with_hour = len(word) > len("2023-02-27")
    return Moment(at.date(), at if with_hour else None)


def moment_in(moment: Moment, zone: Any, hour: time) -> datetime:
    """Return the moment meant: in its own zone or `zone`, at `hour` when only a day was typed."""
    at = moment.at or datetime.combine(moment.day, hour)
    return at if at.tzinfo else at.replace(tzinfo=zone)
