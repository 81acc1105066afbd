"""Whoever watches over the bot: is it alive, is it of use, what does it count?"""

import os
import re
import subprocess
import sys
from pathlib import Path

from bot.app import build_app
from bot.pulse import Pulse, seconds_since
from tests.bot.hooked import at_the_door, free_address, hooked
from tests.bot.plays import QUICK, playing, settings_for
from tests.bot.test_webhook import VISIT
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, small_world


async def test_ready_once_telegram_was_heard_of(tmp_path: Path, filled: str) -> None:
    async with hooked(tmp_path, filled) as (play, door):
        assert await door.get("/healthz") == (200, '{"alive": true}')
        await play.player(ANNA).ask("/my")
        assert await door.get("/readyz") == (200, '{"database": true, "telegram": true}')
        with play.app.threads.database.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'r0000'")
        assert await door.get("/readyz") == (503, '{"database": false, "telegram": true}')
        with play.app.threads.database.engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE alembic_version")
        assert (await door.get("/readyz"))[0] == 503
        assert (await door.get("/healthz"))[0] == 200


def value(page: str, line: str) -> float:
    """The number at the end of the line that begins so."""
    return next(float(row.rpartition(" ")[2]) for row in page.splitlines() if row.startswith(line))


async def test_metrics_count_what_happens(tmp_path: Path, filled: str) -> None:
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal:
        more = {"metrics": True, "listen": free_address(), "heartbeat": tmp_path / "beat"}
        settings = settings_for(rehearsal.url, filled, **more)
        async with build_app(settings, rehearsal.url, QUICK).running(), at_the_door(settings) as door:
            await rehearsal.player(ANNA).ask(VISIT)
            await rehearsal.player(ANNA).press("保存")
            status, page = await door.get("/metrics")
            assert status == 200
            assert value(page, 'liaison_updates_total{kind="message"}') == 1
            assert value(page, 'liaison_updates_total{kind="callback_query"}') == 1
            assert value(page, "liaison_update_seconds_count") == 2
            assert value(page, 'liaison_calls_total{method="sendMessage",outcome="ok"}') == 1
            assert value(page, 'liaison_waiting{box="inbox"}') == 0
            assert value(page, 'liaison_waiting{box="outbox"}') == 0
            assert "修水" not in page
            assert not re.search(rf"\b{ANNA}\b", page)
            assert (await door.get("/readyz"))[0] == 200
            assert (await door.get("/telegram"))[0] == 404


def test_nothing_is_paid_for_metrics_that_nobody_wants() -> None:
    code = "import bot.app, sys; sys.exit('prometheus_client' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_heartbeat_is_written_at_most_once_a_second(tmp_path: Path) -> None:
    file, now = tmp_path / "var" / "heartbeat", [100.0]
    pulse = Pulse(file, lambda: now[0])
    assert pulse.age() is None
    assert seconds_since(file, 0.0) is None
    pulse.beat()
    os.utime(file, (50.0, 50.0))
    now[0] += 0.5
    pulse.beat()
    assert seconds_since(file, 60.0) == 10.0
    now[0] += 0.5
    pulse.beat()
    assert file.stat().st_mtime > 50.0
    now[0] += 7.0
    assert pulse.age() == 7.0


def test_a_heartbeat_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    pulse = Pulse(tmp_path / "file" / "heartbeat", lambda: 1.0)
    pulse.beat()
    assert pulse.age() == 0.0


async def test_polling_leaves_a_heartbeat_beside_the_database(tmp_path: Path, filled_sqlite: str) -> None:
    async with playing(tmp_path, filled_sqlite, flood=False) as play:
        await play.player(ANNA).ask("/my")
        assert Path(filled_sqlite.removeprefix("sqlite:///")).with_name("heartbeat").exists()
