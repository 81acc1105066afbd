"""What reaches the log, and what never does."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import redacted, set_up_logging
from bot.settings import LogFormat

# Put together here, so that no line of the source looks like a token.
TOKEN = "1234567890:" + "AA" + "x" * 33


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def test_a_token_never_reaches_the_log() -> None:
    stream = io.StringIO()
    set_up_logging(LogFormat.TEXT, "DEBUG", stream)
    structlog.get_logger("bot").info("call", url=f"https://api.telegram.org/bot{TOKEN}/getMe", args=[TOKEN])
    logging.getLogger("anybody").warning("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    assert stream.getvalue().count("***") == 3
    assert TOKEN[11:] not in stream.getvalue()


def test_a_password_in_an_address_is_hidden() -> None:
    assert redacted("postgresql://liaison:geheim@example/db") == "postgresql://liaison:***@example/db"


def test_libraries_that_name_addresses_keep_quiet() -> None:
    stream = io.StringIO()
    set_up_logging(LogFormat.TEXT, "INFO", stream)
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    logging.getLogger("aiogram.event").info("Update id=1 is handled")
    assert stream.getvalue() == ""


def test_a_line_is_json_when_wanted() -> None:
    stream = io.StringIO()
    set_up_logging(LogFormat.JSON, "INFO", stream)
    structlog.get_logger("bot").warning("store_unwilling", attempt=2)
    line = json.loads(stream.getvalue())
    assert (line["event"], line["level"], line["attempt"]) == ("store_unwilling", "warning", 2)
    assert line["timestamp"].endswith("Z")


def test_an_answer_that_the_delivering_library_cannot_read_stays_out() -> None:
    stream = io.StringIO()
    set_up_logging(LogFormat.TEXT, "INFO", stream)
    logging.getLogger("telegram.request.BaseRequest").error(
        "Can not load invalid JSON data: %r", "今天到修水县"
    )
    assert stream.getvalue() == ""


def _fail() -> None:
    raise ValueError("今天到修水县")


@pytest.mark.parametrize("log_format", LogFormat)
def test_an_exception_is_named_without_its_words(log_format: LogFormat) -> None:
    stream = io.StringIO()
    set_up_logging(log_format, "INFO", stream)
    try:
        _fail()
    except ValueError:
        structlog.get_logger("bot").exception("update_failed")
        logging.getLogger("aiogram").exception("from a library")
    written = stream.getvalue()
    assert written.count("ValueError") == 2
    assert "test_an_exception_is_named_without_its_words" in written
    assert "修水" not in written
