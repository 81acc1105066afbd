"""Campaign folders: which file is meant, and what its rules and roster say."""

from importlib.resources import files
from pathlib import Path

from bot.file_faults import FileFault, UnusableFileError
from bot.rule_faults import told
from bot.rules_file import read_rules, rules_in, yaml_in
from bot.tables import read_bytes, read_table
from campaign.definition import Definition
from campaign.limit_doubts import limited
from campaign.placing import placed
from campaign.roster import Roster, default_prefecture, read_roster
from campaign.strays import Known, strays

RULES = "campaign.yaml"
ROSTER = "roster.csv"
TEMPLATE = "template"
SAMPLES = "samples.yaml"


def shipped() -> dict[str, Path]:
    """Return the folders of the campaigns that come with the program, by id."""
    folders = (path.parent for path in sorted(_folder().glob(f"*/{RULES}")))
    return {folder.name: folder for folder in folders if folder.name != TEMPLATE}


def template() -> tuple[Path, Path]:
    """Return the commented rules that a new campaign starts from, and the roster beside them."""
    folder = _folder() / TEMPLATE
    return folder / RULES, folder / ROSTER


def _folder() -> Path:
    return Path(str(files("campaigns")))


def find_rules(wish: str) -> Path:
    """Return the rules that a shipped campaign's id, a folder or a file name; raise UnusableFileError."""
    if folder := shipped().get(wish):
        return folder / RULES
    path = Path(wish)
    if path.is_dir():
        path /= RULES
    if not path.is_file():
        known = "\u3001".join(shipped())
        raise UnusableFileError(Path(wish), (FileFault(None, "campaign_missing", {"known": known}),))
    return path


def read_campaign(wish: str) -> tuple[Definition, Roster]:
    """Read the rules of a campaign and the roster they name; raise UnusableFileError with every fault."""
    path = find_rules(wish)
    definition = read_rules(path)
    roster_path = path.parent / definition.roster
    roster = limited(read_roster_file(roster_path, definition.organisation), definition.limits)
    known_rules(path, read_bytes(path), Known.of(roster))
    return definition, roster


def known_rules(path: Path, content: bytes, known: Known) -> Definition:
    """Read rules that use no other names than known ones; raise UnusableFileError with every fault."""
    definition = rules_in(path, content)
    if found := list(strays(definition, known)):
        node = yaml_in(path, content)[1]
        raise UnusableFileError(path, tuple(told(fault, node) for fault in found))
    return definition


def read_roster_file(path: Path, organisation: str) -> Roster:
    """Read a roster from CSV or a spreadsheet; raise UnusableFileError with every fault.

    `organisation` gives the prefecture of rosters without such a column: what stands before the union's name.
    """
    table = read_table(path)
    roster = placed(read_roster(table, default_prefecture(organisation)), organisation)
    if roster.faults:
        faults = (FileFault(fault.line, fault.kind, {"value": fault.value}) for fault in roster.faults)
        raise UnusableFileError(path, tuple(faults))
    if not roster.rows:
        raise UnusableFileError(path, (FileFault(None, "roster_empty", {}),))
    return roster
