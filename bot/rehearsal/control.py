"""The control API under /rehearsal/: what the page and the tests do and see, as JSON."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from bot.rehearsal import players, wishes
from bot.rehearsal.errors import PlayError, RefusedError
from bot.rehearsal.faults import Fault
from bot.rehearsal.files import Upload
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_W = TypeVar("_W", bound=BaseModel)


def routes(stage: Stage) -> list[web.RouteDef]:
    """What people do and what tests order, bound to a stage."""
    deed = _deeds(stage)
    return [
        deed("say", wishes.Say, lambda w: players.say(stage, **w.model_dump())),
        deed("edit", wishes.Edit, lambda w: players.edit(stage, w.person, w.chat, w.message_id, w.text)),
        deed("press", wishes.Press, lambda w: players.press(stage, **w.model_dump())),
        deed(
            "location",
            wishes.Locate,
            lambda w: players.send_location(stage, w.person, w.chat, w.latitude, w.longitude),
        ),
        deed("block", wishes.Block, lambda w: players.block(stage, w.person, w.blocked)),
        deed("membership", wishes.BringBot, lambda w: players.bring_bot(stage, w.person, w.chat, w.present)),
        deed(
            "silence", wishes.SilenceBot, lambda w: players.silence_bot(stage, w.person, w.chat, w.silenced)
        ),
        deed("upgrade", wishes.Upgrade, lambda w: players.upgrade(stage, w.chat)),
        deed("fault", Fault, lambda w: _order(stage, w)),
        deed("flood", wishes.Flooding, lambda w: _flood(stage, w.on)),
        web.post("/rehearsal/photo", _attachment(stage, players.send_photo)),
        web.post("/rehearsal/document", _attachment(stage, players.send_document)),
        web.post("/rehearsal/voice", _attachment(stage, players.send_voice)),
        web.post("/rehearsal/video", _attachment(stage, players.send_video)),
        web.post("/rehearsal/video_note", _attachment(stage, players.send_video_note)),
    ]


def _deeds(stage: Stage) -> Callable[..., web.RouteDef]:
    """Routes whose body is a wish and whose work is one transaction."""

    def deed(name: str, model: type[_W], work: Callable[[_W], Json]) -> web.RouteDef:
        async def handle(request: web.Request) -> web.Response:
            wish = model.model_validate_json(await request.read())
            before = stage.events.last
            with stage.store.changing():
                return web.json_response(work(wish) | {"event": before})

        return web.post(f"/rehearsal/{name}", handle)

    return deed


def _order(stage: Stage, fault: Fault) -> Json:
    stage.faults.order(fault)
    return {"faults": stage.faults.left()}


def _flood(stage: Stage, on: bool) -> Json:
    stage.flood.on = on
    return {"on": on}


def _attachment(stage: Stage, send: Callable[..., Json]) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        form = await request.post()
        file = form.get("file")
        if not isinstance(file, web.FileField):
            raise PlayError("no_file", "A file is needed.")
        upload = Upload(file.filename, file.content_type, file.file.read())
        caption, album = str(form.get("caption", "")), str(form.get("album", ""))
        reply_to = int(str(form["reply_to"])) if form.get("reply_to") else None
        before = stage.events.last
        with stage.store.changing():
            person, chat = int(str(form["person"])), int(str(form["chat"]))
            receipt = send(stage, person, chat, upload, caption=caption, reply_to=reply_to, album=album)
        return web.json_response(receipt | {"event": before})

    return handle


@web.middleware
async def plain_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What cannot be done is told as {"error": word, "sentence": ...} with 400."""
    try:
        return await handler(request)
    except PlayError as error:
        return _told(error.code, str(error))
    except RefusedError as error:
        return _told("refused", error.description)
    except ValidationError as error:
        return _told("invalid", error.errors(include_url=False)[0]["msg"])
    except (KeyError, ValueError) as error:
        return _told("invalid", f"{type(error).__name__}: {error}")


def _told(code: str, sentence: str) -> web.Response:
    return web.json_response({"error": code, "sentence": sentence}, status=400)
