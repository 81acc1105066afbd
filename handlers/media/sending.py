"""Kept files, sent once more: pictures as one album, files as another, the rest one by one."""

from collections.abc import Sequence

from aiogram.types import InputMediaDocument, InputMediaPhoto, Message

from campaign.attachments import FileKind, SentFile


async def send_files(message: Message, files: Sequence[SentFile]) -> None:
    """Send files below a message."""
    photos = [file.file_id for file in files if file.kind is FileKind.PHOTO]
    documents = [file.file_id for file in files if file.kind is FileKind.DOCUMENT]
    if len(photos) > 1:
        await message.answer_media_group([InputMediaPhoto(media=photo) for photo in photos])
    elif photos:
        await message.answer_photo(photos[0])
    if len(documents) > 1:
        await message.answer_media_group([InputMediaDocument(media=document) for document in documents])
    elif documents:
        await message.answer_document(documents[0])
    for file in files:
        if file.kind is FileKind.VOICE:
            await message.answer_voice(file.file_id)
        elif file.kind is FileKind.PLACE:
            latitude, longitude = map(float, file.file_id.split(","))
            await message.answer_location(latitude, longitude)
