"""The files of a rehearsal: bytes in the state directory, their facts in the store."""

import mimetypes
import os
import secrets
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from bot.rehearsal import images, refusals
from bot.rehearsal.store import Json, Store

_PIXELS_TOGETHER = 10_000
_LONGEST_TO_SHORTEST = 20


@dataclass(frozen=True)
class Upload:
    """A file that came with a request: its name, its type, its bytes."""

    name: str
    mime: str
    data: bytes


class Shelf:
    """Keeps files. A file id is the unique id with a prefix, good for as long as the state directory is."""

    def __init__(self, store: Store, directory: Path) -> None:
        self._store = store
        self._directory = directory / "files"
        self._directory.mkdir(exist_ok=True)

    def keep_photo(self, upload: Upload) -> Json:
        """Keep a picture; it comes back as a PhotoSize.

        Raises:
            RefusedError: too big, no picture, or of impossible proportions.
        """
        if len(upload.data) > refusals.PHOTO_BYTES:
            raise refusals.photo_too_big(len(upload.data))
        size = images.measure(upload.data)
        if size is None:
            raise refusals.bad_request("IMAGE_PROCESS_FAILED")
        if sum(size) > _PIXELS_TOGETHER or max(size) > _LONGEST_TO_SHORTEST * min(size):
            raise refusals.bad_request("PHOTO_INVALID_DIMENSIONS")
        return self.photo(self._keep("photos", upload, size))

    def keep_document(self, upload: Upload) -> Json:
        """Keep a file; it comes back as a Document."""
        return self.document(self._keep("documents", upload, images.measure(upload.data)))

    def keep_voice(self, upload: Upload) -> Json:
        """Keep a recording; it comes back as a Voice."""
        return self.voice(self._keep("voices", upload, None))

    def keep_video(self, upload: Upload) -> Json:
        """Keep a film; it comes back as a Video."""
        return self.video(self._keep("videos", upload, None))

    def keep_video_note(self, upload: Upload) -> Json:
        """Keep a round film; it comes back as a VideoNote."""
        return self.video_note(self._keep("video_notes", upload, None))

    def _keep(self, folder: str, upload: Upload, size: images.Size | None) -> sqlite3.Row:
        if not upload.data:
            raise refusals.bad_request("file must be non-empty")
        if len(upload.data) > refusals.UPLOAD_BYTES:
            raise refusals.entity_too_large()
        unique_id = secrets.token_hex(8)
        path = f"{folder}/{unique_id}{Path(upload.name).suffix[:12]}"
        self._write(path, upload.data)
        width, height = size or (None, None)
        mime = upload.mime or mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
        self._store.run(
            "insert into file values (?, ?, ?, ?, ?, ?, ?)",
            *(unique_id, upload.name, mime, path, len(upload.data), width, height),
        )
        return self._row(unique_id)

    def _write(self, path: str, data: bytes) -> None:
        target = self._directory / path
        target.parent.mkdir(exist_ok=True)
        draft = target.with_name(target.name + ".part")
        draft.write_bytes(data)
        os.replace(draft, target)  # noqa: PTH105  (a kill in between must leave no half file under the final name)

    def _row(self, unique_id: str) -> sqlite3.Row:
        row = self._store.row("select * from file where unique_id = ?", unique_id)
        if row is None:
            raise refusals.bad_request("wrong file identifier/HTTP URL specified")
        return row

    def by_id(self, file_id: str) -> sqlite3.Row:
        """The facts of a kept file.

        Raises:
            RefusedError: no such file.
        """
        return self._row(file_id.removeprefix("file-"))

    @staticmethod
    def photo(row: sqlite3.Row) -> Json:
        """A kept picture as a PhotoSize."""
        return _identity(row) | {"width": row["width"], "height": row["height"]}

    @staticmethod
    def document(row: sqlite3.Row) -> Json:
        """A kept file as a Document."""
        return _identity(row) | {"file_name": row["name"], "mime_type": row["mime"]}

    @staticmethod
    def voice(row: sqlite3.Row) -> Json:
        """A kept recording as a Voice; how long it lasts is not known here."""
        return _identity(row) | {"duration": 1, "mime_type": row["mime"]}

    @staticmethod
    def video(row: sqlite3.Row) -> Json:
        """A kept film as a Video; its size and length are not known here."""
        return _identity(row) | {"width": 640, "height": 360, "duration": 1, "mime_type": row["mime"]}

    @staticmethod
    def video_note(row: sqlite3.Row) -> Json:
        """A kept round film as a VideoNote."""
        return _identity(row) | {"length": 240, "duration": 1}

    def by_path(self, path: str) -> tuple[sqlite3.Row, Path] | None:
        """A kept file by the path that getFile gave out."""
        row = self._store.row("select * from file where path = ?", path)
        return None if row is None else (row, self._directory / row["path"])

    def location(self, unique_id: str) -> tuple[sqlite3.Row, Path]:
        """A kept file's facts and where its bytes lie."""
        row = self._row(unique_id)
        return row, self._directory / row["path"]


def _identity(row: sqlite3.Row) -> Json:
    return {
        "file_id": f"file-{row['unique_id']}",
        "file_unique_id": row["unique_id"],
        "file_size": row["size"],
    }
