"""The rehearsal server's process: `python -m bot.playing.serve STATE WORLD PORT`."""

import sys
from pathlib import Path

from bot.playing import texts
from bot.rehearsal.errors import PortTakenError, StateInUseError
from bot.rehearsal.server import RunningServer, serve
from bot.rehearsal.world import World


def main(state: str, world: str, port: str) -> int:
    """Serve until SIGINT or SIGTERM."""
    try:
        serve(Path(state), World.load(Path(world)), int(port), on_ready=_tell)
    except PortTakenError as error:
        sys.stderr.write(texts.PORT_TAKEN.format(port=error.port) + "\n")
        return 1
    except StateInUseError:
        sys.stderr.write(texts.RUNNING_ALREADY + "\n")
        return 1
    return 0


def _tell(server: RunningServer) -> None:
    """Give the address to whoever started this process, now that the page can be opened."""
    sys.stdout.write(server.url + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
