"""`liaison rehearse`: everything on this machine, without a token."""

import asyncio
import fcntl
import json
import os
import signal
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time
from pathlib import Path

from bot.cli.parser import moment_in
from bot.cli.terminal import note
from bot.playing import texts
from bot.playing.prepare import Play, database_url, prepare, read_play
from bot.playing.supervise import Place, Supervisor
from bot.settings import CAMPAIGN_ZONE

_PREPARED = "rehearsal.json"
_MORNING = time(8, 30)


class OtherCampaignError(Exception):
    """The folder holds the rehearsal of another campaign."""

    def __init__(self, state: Path, campaign: str) -> None:
        super().__init__(texts.OTHER_CAMPAIGN.format(state=state, campaign=campaign))


def run(arguments: Namespace) -> int:
    """Prepare what is not there yet, start both processes, keep them until Ctrl-C."""
    state: Path = arguments.state.absolute()
    state.mkdir(parents=True, exist_ok=True)
    start = moment_in(arguments.now, CAMPAIGN_ZONE, _MORNING) if arguments.now else None
    play = read_play(arguments.campaign, start)
    with _alone(state) as alone:
        if not alone:
            note(texts.RUNNING_ALREADY)
            return 0
        place = Place(state, play.definition.id, arguments.port)
        _prepare_once(play, place)
        return asyncio.run(_supervised(place))


async def _supervised(place: Place) -> int:
    return await Supervisor(place).run()


def _prepare_once(play: Play, place: Place) -> None:
    marker = place.state / _PREPARED
    if marker.exists():
        campaign = str(json.loads(marker.read_text("utf-8"))["campaign"])
        if campaign != play.definition.id:
            raise OtherCampaignError(place.state, campaign)
    else:
        note(texts.PREPARING.format(play.definition.title))
        prepare(play, database_url(place.state))
        marker.write_text(json.dumps({"campaign": play.definition.id}), "utf-8")
    world = play.cast.world(play.start, play.definition.zone)
    place.world.write_text(world.model_dump_json(indent=1), "utf-8")


@contextmanager
def _alone(state: Path) -> Iterator[bool]:
    """Hold the folder; when another process holds it, ask that one to start the bot, and give False."""
    with (state / "lock").open("a+", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            if holder := lock.read().strip():
                os.kill(int(holder), signal.SIGHUP)
            yield False
            return
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield True
