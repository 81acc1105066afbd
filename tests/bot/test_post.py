"""What the library's errors mean for a message, and how a message looks when it arrives."""

from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.gate import Gate
from bot.meaning import outcome_of, picture_refused
from bot.outcomes import Form, Later, Moved, Outcome, Refused, Sent, TopicGone
from bot.post_office import PostOffice
from digests.messages import OutMessage
from tests.bot.rehearsal.pictures import png
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, small_world


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (ChatMigrated(-1005), Moved(-1005)),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Refused("forbidden", gone=True)),
        (BadRequest("Chat not found"), Refused("bad_request", gone=True)),
        (
            BadRequest("Not enough rights to send text messages"),
            Refused("bad_request", gone=True),
        ),
        (BadRequest("Have no rights to send a message"), Refused("bad_request", gone=True)),
        (BadRequest("CHAT_WRITE_FORBIDDEN"), Refused("bad_request", gone=True)),
        (BadRequest("Message thread not found"), TopicGone()),
        (BadRequest("TOPIC_CLOSED"), TopicGone()),
        (BadRequest("Not enough rights to send photos to the chat"), Refused("bad_request", gone=False)),
        (BadRequest("Can't parse entities: unclosed"), Refused("bad_request", gone=False)),
        (NetworkError("Request Entity Too Large"), Refused("too_large", gone=False)),
        (InvalidToken("Unauthorized"), Later("token", 300.0)),
        (NetworkError("Internal Server Error"), Later("NetworkError")),
        (TelegramError("Invalid server response"), Later("TelegramError", unsure=True)),
        (TimedOut(), Later("TimedOut", unsure=True)),
        (caused(TimedOut(), httpx.ConnectTimeout("")), Later("TimedOut")),
        (caused(TimedOut(), httpx.PoolTimeout("")), Later("TimedOut")),
        (caused(TimedOut(), httpx.ReadTimeout("")), Later("TimedOut", unsure=True)),
        (caused(NetworkError(""), httpx.ConnectError("")), Later("NetworkError")),
        (caused(NetworkError(""), httpx.RemoteProtocolError("")), Later("NetworkError", unsure=True)),
        (caused(NetworkError("Bad Gateway"), TelegramError("")), Later("NetworkError", unsure=True)),
    ],
)
def test_what_an_error_means(error: TelegramError, outcome: Outcome) -> None:
    assert outcome_of(error) == outcome


def test_a_429_says_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    assert outcome_of(RetryAfter(timedelta(seconds=7))) == Later("429", 7.0)


@pytest.mark.parametrize(
    ("error", "refused"),
    [
        (BadRequest("Not enough rights to send photos to the chat"), True),
        (BadRequest("CHAT_SEND_PHOTOS_FORBIDDEN"), True),
        (BadRequest("PHOTO_INVALID_DIMENSIONS"), True),
        (BadRequest("IMAGE_PROCESS_FAILED"), True),
        (NetworkError("Request Entity Too Large"), True),
        (BadRequest("Not enough rights to send text messages to the chat"), False),
        (BadRequest("Can't parse entities: unclosed"), False),
        (Forbidden("Forbidden: bot was kicked from the supergroup chat"), False),
        (TimedOut(), False),
    ],
)
def test_which_errors_refuse_the_picture_alone(error: TelegramError, refused: bool) -> None:
    assert picture_refused(error) is refused


async def nothing() -> None:
    """Nobody wants to know whose turn it is."""


async def test_text_buttons_and_picture_arrive(tmp_path: Path) -> None:
    buttons = ((("批准", "gr:1:1"), ("拒绝", "gr:1:0")),)
    async with rehearsing(tmp_path, small_world()) as stage:
        office = PostOffice(small_world().token, stage.url, None, Gate())
        text = OutMessage("<b>演示</b> https://example.org", buttons)
        picture = OutMessage("演示图", photo=png(), photo_name="yanshi.png")
        assert await office.send(ANNA, None, text, nothing) == Sent(1)
        assert await office.send(ANNA, None, picture, nothing) == Sent(2)
        await office.close()
        first, second = await stage.player(ANNA).messages()
        assert first["html"].startswith("<b>演示</b>")
        assert [[button["text"] for button in row] for row in first["buttons"]] == [["批准", "拒绝"]]
        assert second["text"] == "演示图"
        assert second["photo"]
        (call, _) = [call for call in await stage.calls() if call["method"].startswith("send")]
        assert "is_disabled" in str(call["params"])


NO_PHOTOS = "not enough rights to send photos to the chat"
NO_FILES = "not enough rights to send documents to the chat"


@pytest.mark.parametrize(
    ("refused", "form", "shown"),
    [({"sendPhoto": NO_PHOTOS}, Form.FILE, "document"),
     ({"sendPhoto": NO_PHOTOS, "sendDocument": NO_FILES}, Form.WORDS, None)],
)  # fmt: skip
async def test_a_picture_that_is_refused_goes_as_a_file_and_then_as_words(
    tmp_path: Path, refused: dict[str, str], form: Form, shown: str | None
) -> None:
    async with rehearsing(tmp_path, small_world()) as stage:
        office = PostOffice(small_world().token, stage.url, None, Gate())
        for method, words in refused.items():
            await stage.fault(method, "400", words=words)
        picture = OutMessage("<b>演示图</b>", photo=png(), photo_name="yanshi.png")
        assert await office.send(ANNA, None, picture, nothing) == Sent(1, form)
        await office.close()
        (arrived,) = await stage.player(ANNA).messages()
        assert arrived["text"] == "演示图"
        assert not arrived.get("photo")
        assert bool(arrived.get("document")) is (shown == "document")


async def test_nobody_answers() -> None:
    office = PostOffice(small_world().token, "http://127.0.0.1:1", None, Gate())
    assert await office.send(ANNA, None, OutMessage("演示"), nothing) == Later("NetworkError")
    await office.close()
