"""`liaison db`: the database's form, and copies of it."""

from argparse import Namespace

from bot.backup import backup, restore, sound
from bot.cli import texts
from bot.cli.terminal import note, say
from bot.places import is_new, make_folder, sqlite_file
from bot.settings import load_settings
from bot.starting import expect_known
from bot.watch import backup_note
from storage import migrate


def run(arguments: Namespace) -> int:
    """Do one of the four steps."""
    settings = load_settings()
    url = settings.database_url.get_secret_value()
    if arguments.step == "upgrade":
        make_folder(url)
        expect_known(migrate.current(url))
        migrate.upgrade(url)
        say(texts.UPGRADED)
    elif arguments.step == "backup":
        backup(url, arguments.file)
        note_file = backup_note(settings)
        note_file.parent.mkdir(parents=True, exist_ok=True)
        note_file.touch()
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
    file = sqlite_file(url)
    if file is not None and not sound(file):
        note(texts.DAMAGED)
        return 1
    expect_known(migrate.current(url))
    if not migrate.check(url):
        note(texts.NOT_UP_TO_DATE)
        return 1
    say(texts.UP_TO_DATE)
    return 0
