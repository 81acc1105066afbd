"""The program itself in a process of its own, with the gate wide open: python -m benchmarks.our_bot.

Settings come from the environment, as ever.
"""

import asyncio

import uvloop

from bot.app import build_app
from bot.logs import set_up_logging
from bot.pacing import Limits
from bot.settings import load_settings
from bot.tempo import Tempo
from bot.windows import Limit

NO_LIMIT = Limit(1_000_000, 0.001)
OPEN = Limits(overall=NO_LIMIT, group=NO_LIMIT, private=NO_LIMIT, margin=0.0)


def main() -> None:
    """Run until killed."""
    settings = load_settings()
    set_up_logging(settings.log_format, settings.log_level)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(build_app(settings, tempo=Tempo(limits=OPEN)).run())


if __name__ == "__main__":
    main()
