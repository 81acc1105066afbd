"""Strict reading by both libraries: an unknown field anywhere is an error."""

from collections.abc import Iterable
from typing import Any

import telegram
from aiogram.methods.base import Response, TelegramMethod
from aiogram.types import Update
from pydantic import BaseModel


def read_update(body: dict[str, Any]) -> Update:
    """An update, read by both libraries with nothing left over."""
    update = Update.model_validate(body)
    _nothing_left_aiogram(update)
    _nothing_left_telegram(telegram.Update.de_json(body, None))
    return update


def read_result(method: type[TelegramMethod[Any]], result: Any, kind: Any = None) -> Any:
    """A call's result, read by aiogram as what the method returns and by python-telegram-bot as `kind`."""
    response = Response[method.__returning__].model_validate({"ok": True, "result": result})  # type: ignore[name-defined]  # known at run time only
    _nothing_left_aiogram(response.result)
    if kind is not None:
        for item in result if isinstance(result, list) else [result]:
            _nothing_left_telegram(kind.de_json(item, None))
    return response.result


def _nothing_left_aiogram(value: Any) -> None:
    if isinstance(value, BaseModel):
        assert not value.model_extra, (type(value).__name__, value.model_extra)
        for name in type(value).model_fields:
            _nothing_left_aiogram(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            _nothing_left_aiogram(item)


def _nothing_left_telegram(value: Any) -> None:
    if isinstance(value, telegram.TelegramObject):
        assert not value.api_kwargs, (type(value).__name__, value.api_kwargs)
        for name in value.to_dict():
            _nothing_left_telegram(getattr(value, {"from": "from_user"}.get(name, name), None))
    elif isinstance(value, Iterable) and not isinstance(value, str | bytes | dict):
        for item in value:
            _nothing_left_telegram(item)
