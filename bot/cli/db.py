"""`liaison db`: the database's form, and copies of it."""

from argparse import Namespace

from bot.backup import backup, restore
from bot.cli import texts
from bot.cli.terminal import note, say
from bot.places import is_new, make_folder
from bot.settings import load_settings
from storage import migrate


def run(arguments: Namespace) -> int:
    """Do one of the four steps."""
    url = load_settings().database_url.get_secret_value()
    if arguments.step == "upgrade":
        make_folder(url)
        migrate.upgrade(url)
        say(texts.UPGRADED)
    elif arguments.step == "backup":
        backup(url, arguments.file)
        say(texts.BACKED_UP.format(arguments.file))
    elif arguments.step == "restore":
        restore(url, arguments.file)
        say(texts.RESTORED)
    else:
        return _check(url)
    return 0


def _check(url: str) -> int:
    if is_new(url):
        note(texts.NO_DATABASE)
        return 1
    well = migrate.check(url)
    (say if well else note)(texts.UP_TO_DATE if well else texts.NOT_UP_TO_DATE)
    return 0 if well else 1
