"""Kept files, sent once more: pictures and films as one album, files as another, the rest one by one."""

from collections.abc import Sequence

from aiogram.types import InputMediaDocument, InputMediaPhoto, InputMediaVideo, Message

from campaign.attachments import FileKind, SentFile

SHOWN = {FileKind.PHOTO: InputMediaPhoto, FileKind.VIDEO: InputMediaVideo}


async def send_files(message: Message, files: Sequence[SentFile]) -> None:
    """Send files below a message."""
    await _send_shown(message, [file for file in files if file.kind in SHOWN])
    documents = [file.file_id for file in files if file.kind is FileKind.DOCUMENT]
    if len(documents) > 1:
        await message.answer_media_group([InputMediaDocument(media=document) for document in documents])
    elif documents:
        await message.answer_document(documents[0])
    for file in files:
        await _send_single(message, file)


async def _send_shown(message: Message, files: Sequence[SentFile]) -> None:
    if len(files) > 1:
        await message.answer_media_group([SHOWN[file.kind](media=file.file_id) for file in files])
    elif files and files[0].kind is FileKind.PHOTO:
        await message.answer_photo(files[0].file_id)
    elif files:
        await message.answer_video(files[0].file_id)


async def _send_single(message: Message, file: SentFile) -> None:
    match file.kind:
        case FileKind.VIDEO_NOTE:
            await message.answer_video_note(file.file_id)
        case FileKind.VOICE:
            await message.answer_voice(file.file_id)
        case FileKind.PLACE:
            latitude, longitude = map(float, file.file_id.split(","))
            await message.answer_location(latitude, longitude)
