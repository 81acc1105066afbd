"""`liaison run`: the bot itself."""

from argparse import Namespace

from bot.app import run as run_bot
from bot.campaign_files import read_campaign, shipped
from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.terminal import note
from bot.load import load_campaign
from bot.maps import map_finding
from bot.places import make_folder
from bot.settings import Settings, SettingsError, load_settings, variable


def run(arguments: Namespace) -> int:
    """Run until told to end. A campaign that comes with the program is loaded when it is first asked for."""
    settings = load_settings()
    finding = map_finding(settings)
    if finding and not finding.well:
        note(texts.finding(finding.kind, finding.fact, well=finding.well))
    make_folder(settings.database_url.get_secret_value())
    try:
        run_bot(settings, arguments.rehearsal_url)
    except SettingsError as error:
        if error.field != variable("campaign") or not _loaded_now(settings):
            raise
        run_bot(settings, arguments.rehearsal_url)
    return 0


def _loaded_now(settings: Settings) -> bool:
    if settings.campaign not in shipped():
        return False
    definition, roster = read_campaign(settings.campaign)
    with open_office() as office:
        office.write(lambda unit: load_campaign(unit, definition, roster))
    note(texts.campaign_loaded(definition.title, roster.counties, changed=True))
    return True
