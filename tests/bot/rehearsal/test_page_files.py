"""The page's files, files of the chats, and the guard that lets only this machine's own page in."""

import aiohttp
import pytest

from bot.rehearsal.server import RunningServer
from tests.bot.rehearsal.pictures import png
from tests.rehearsal_client import Rehearsal
from tests.rehearsal_world import ANNA


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/page/base.css", "text/css"),
        ("/page/main.js", "text/javascript"),
        ("/page/icon.svg", "image/svg+xml"),
    ],
)
async def test_the_page_comes_with_a_strict_policy(server: RunningServer, path: str, kind: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(server.url + path) as response:
        assert (response.status, response.content_type) == (200, kind)
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/page/nothing.js", "/page/..%2Fserver.py", "/page/index.py", "/elsewhere"])
async def test_nothing_else_is_given_out(server: RunningServer, path: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(server.url + path) as response:
        assert response.status == 404


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
async def test_other_sites_are_kept_out(server: RunningServer, headers: dict[str, str]) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{server.url}/rehearsal/world", headers=headers) as response,
    ):
        assert response.status == 403


async def test_only_pictures_are_shown_other_files_are_downloads(
    server: RunningServer, rehearsal: Rehearsal
) -> None:
    anna = rehearsal.player(ANNA)
    await anna.send("photo", png())
    await anna.send("document", b"<script>alert(1)</script>", "page.html")
    kinds = []
    for view in await anna.messages():
        url = (view.get("photo") or view["document"])["url"]
        async with aiohttp.ClientSession() as session, session.get(server.url + url) as response:
            kinds.append(response.content_type)
            assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert kinds == ["image/png", "application/octet-stream"]


async def test_events_arrive_over_the_socket(server: RunningServer, rehearsal: Rehearsal) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{server.url}/rehearsal/live") as socket,
    ):
        await rehearsal.player(ANNA).say("好")
        events = await socket.receive_json()
        while not any(event["kind"] == "message" for event in events):
            events += await socket.receive_json()
        numbers = [event["n"] for event in events]
        assert numbers == sorted(numbers)
