"""A Bot API request becomes a checked call: a body in any accepted form, judged by aiogram's method class.

Telegram ignores parameters that it does not know; a rehearsal refuses them, since they are always a mistake.
"""

import json
import re
import types
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from aiogram.methods import TelegramMethod
from aiohttp import web
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from bot.rehearsal import refusals
from bot.rehearsal.files import Upload
from bot.rehearsal.store import Json

_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
}
_NUMBER = re.compile(r"-?\d+$")


@dataclass(frozen=True)
class Body:
    """A request's parameters as they came, and the files beside them."""

    raw: Json
    uploads: dict[str, Upload]


@dataclass(frozen=True)
class Call:
    """A checked call: only parameters that were given, as plain data."""

    method: str
    params: Json
    uploads: dict[str, Upload]

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter, or the default when it was not given."""
        return self.params.get(name, default)


async def read(request: web.Request) -> Body:
    """Query, JSON, form or multipart, merged."""
    raw: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json" and request.can_read_body:
        raw |= await request.json()
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            mime = "" if value.content_type == "application/octet-stream" else value.content_type
            uploads[name] = Upload(value.filename, mime, value.file.read())
        else:
            raw[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    return Body(raw, uploads)


def check(model: type[TelegramMethod[Any]], body: Body) -> Call:
    """Judge a request by the method's class.

    Raises:
        RefusedError: a parameter is missing, unknown or of a wrong type.
    """
    named = {name: f"attach://{name}" for name in body.uploads if name in model.model_fields}
    values = {name: _value(model, name, value) for name, value in (body.raw | named).items()}
    for name, field in model.model_fields.items():
        if field.is_required() and name not in values:
            raise refusals.bad_request(_MISSING.get(name, f'parameter "{name}" is required'))
    try:
        checked = model.model_validate(values)
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise refusals.bad_request(f'parameter "{where}" is invalid') from error
    _refuse_unknown(checked)
    return Call(
        model.__api_method__,
        checked.model_dump(mode="json", exclude_unset=True, exclude_none=True),
        body.uploads,
    )


def _value(model: type[BaseModel], name: str, value: Any) -> Any:
    """Decode what a form can only carry as text: JSON for objects and lists, and numbers."""
    field = model.model_fields.get(name)
    if field is None or not isinstance(value, str):
        return value
    if _takes_json(field):
        try:
            return json.loads(value)
        except ValueError as error:
            raise refusals.bad_request(f"can't parse {name} JSON object") from error
    return int(value) if int in _alternatives(field.annotation) and _NUMBER.match(value) else value


def _alternatives(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is Annotated:
        return _alternatives(get_args(annotation)[0])
    if get_origin(annotation) in {Union, types.UnionType}:
        return tuple(leaf for part in get_args(annotation) for leaf in _alternatives(part))
    return (annotation,)


def _takes_json(field: FieldInfo) -> bool:
    return any(
        get_origin(part) is list or (isinstance(part, type) and issubclass(part, BaseModel))
        for part in _alternatives(field.annotation)
    )


def _refuse_unknown(value: Any) -> None:
    if isinstance(value, BaseModel):
        for name in value.model_extra or {}:
            raise refusals.bad_request(f'parameter "{name}" of {type(value).__name__} is unknown')
        for name in value.model_fields_set:
            _refuse_unknown(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            _refuse_unknown(item)
