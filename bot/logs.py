"""Log lines: plain or JSON, without tokens, without what people write."""

import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, TextIO

import structlog

from bot.settings import LogFormat

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")
_PASSWORD = re.compile(r"(://[^/\s:@]*:)[^/\s@]+@")
TRACE_DEPTH = 8
_QUIET = (
    "aiogram",
    "aiogram_dialog",
    "aiohttp",
    "alembic",
    "apscheduler",
    "asyncio",
    "httpcore",
    "httpx",
    "telegram",
)


def set_up_logging(log_format: LogFormat, level: str, stream: TextIO | None = None) -> None:
    """Send structlog's and the libraries' lines to one stream (stderr), redacted."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        name_exception,
        redact,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                redact,
                _renderer(log_format),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # It logs an answer that is no JSON word for word; the sender says what became of each message.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)


def name_exception(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep an exception's type and the places it went through; its words may be a person's."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["trace"] = trace(error)
    return event


def trace(error: BaseException) -> str:
    """Return the places an exception went through, innermost first: file:line function."""
    frames = traceback.extract_tb(error.__traceback__)[-TRACE_DEPTH:]
    return " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )


def redact(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Take tokens and passwords out of a line, wherever they stand (httpx logs whole addresses)."""
    for key, value in event.items():
        if key != "_record" and not isinstance(value, bool | int | float | None):
            event[key] = redacted(str(value)) if not isinstance(value, list | dict) else redacted(repr(value))
    return event


def redacted(text: str) -> str:
    """Return the text with tokens and passwords replaced."""
    return _PASSWORD.sub(r"\1***@", _TOKEN.sub("***", text))


def _renderer(log_format: LogFormat) -> structlog.typing.Processor:
    if log_format is LogFormat.JSON:
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0)
