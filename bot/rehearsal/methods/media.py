"""Files a call carries or refers to, and getFile."""

from bot.rehearsal import refusals
from bot.rehearsal.errors import RefusedError
from bot.rehearsal.files import Upload
from bot.rehearsal.incoming import Call
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json


def photo(stage: Stage, call: Call, given: str) -> Json:
    """The PhotoSize for an attached file or a file id."""
    upload = _attached(call, given)
    if upload is not None:
        return stage.shelf.keep_photo(upload)
    row = stage.shelf.by_id(given)
    if row["width"] is None:
        raise refusals.bad_request("can't use file of type Document as Photo")
    return stage.shelf.photo(row)


def document(stage: Stage, call: Call, given: str) -> Json:
    """The Document for an attached file or a file id."""
    upload = _attached(call, given)
    return stage.shelf.keep_document(upload) if upload else stage.shelf.document(stage.shelf.by_id(given))


def voice(stage: Stage, call: Call, given: str) -> Json:
    """The Voice for an attached file or a file id."""
    upload = _attached(call, given)
    return stage.shelf.keep_voice(upload) if upload else stage.shelf.voice(stage.shelf.by_id(given))


def video(stage: Stage, call: Call, given: str) -> Json:
    """The Video for an attached file or a file id."""
    upload = _attached(call, given)
    return stage.shelf.keep_video(upload) if upload else stage.shelf.video(stage.shelf.by_id(given))


def video_note(stage: Stage, call: Call, given: str) -> Json:
    """The VideoNote for an attached file or a file id."""
    upload = _attached(call, given)
    return stage.shelf.keep_video_note(upload) if upload else stage.shelf.video_note(stage.shelf.by_id(given))


def _attached(call: Call, given: str) -> Upload | None:
    if not given.startswith("attach://"):
        return None
    name = given.removeprefix("attach://")
    if name not in call.uploads:
        raise refusals.bad_request(f"wrong file identifier/HTTP URL specified: no file named {name} attached")
    return call.uploads[name]


def get_file(stage: Stage, call: Call) -> Json:
    """Where a file can be fetched."""
    try:
        row = stage.shelf.by_id(call.params["file_id"])
    except RefusedError as error:
        raise refusals.bad_request("invalid file_id") from error
    if row["size"] > refusals.DOWNLOAD_BYTES:
        raise refusals.bad_request("file is too big")
    return {
        "file_id": call.params["file_id"],
        "file_unique_id": row["unique_id"],
        "file_size": row["size"],
        "file_path": row["path"],
    }
