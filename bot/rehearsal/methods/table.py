"""All methods that are rehearsed: aiogram's class, which judges the request, and the function that works."""

from collections.abc import Callable
from typing import Any

from aiogram import methods as api

from bot.rehearsal.incoming import Call
from bot.rehearsal.methods import chats, editing, media, presses, profile, sending
from bot.rehearsal.methods.delivery import delete_webhook, get_updates, set_webhook, webhook_info
from bot.rehearsal.stage import Stage

Work = Callable[[Stage, Call], Any]
Row = tuple[type[api.TelegramMethod[Any]], Work]

_ROWS: tuple[Row, ...] = (
    (api.GetMe, profile.get_me),
    (api.GetUpdates, get_updates),
    (api.SetWebhook, set_webhook),
    (api.DeleteWebhook, delete_webhook),
    (api.GetWebhookInfo, webhook_info),
    (api.SendMessage, sending.send_message),
    (api.SendPhoto, sending.send_photo),
    (api.SendDocument, sending.send_document),
    (api.SendMediaGroup, sending.send_media_group),
    (api.SendVideo, sending.send_video),
    (api.SendVideoNote, sending.send_video_note),
    (api.SendVoice, sending.send_voice),
    (api.SendLocation, sending.send_location),
    (api.SendChatAction, sending.send_chat_action),
    (api.CopyMessage, sending.copy_message),
    (api.ForwardMessage, sending.forward_message),
    (api.EditMessageText, editing.edit_text),
    (api.EditMessageCaption, editing.edit_caption),
    (api.EditMessageMedia, editing.edit_media),
    (api.EditMessageReplyMarkup, editing.edit_markup),
    (api.DeleteMessage, editing.delete_message),
    (api.SetMessageReaction, editing.set_reaction),
    (api.AnswerCallbackQuery, presses.answer_callback),
    (api.GetChat, chats.get_chat),
    (api.GetChatMember, chats.get_member),
    (api.GetChatAdministrators, chats.get_administrators),
    (api.GetChatMemberCount, chats.count_members),
    (api.LeaveChat, chats.leave_chat),
    (api.GetFile, media.get_file),
    (api.SetMyCommands, profile.set_commands),
    (api.GetMyCommands, profile.get_commands),
    (api.DeleteMyCommands, profile.delete_commands),
    (api.SetMyDescription, profile.set_description),
    (api.GetMyDescription, profile.get_description),
    (api.SetMyShortDescription, profile.set_short_description),
    (api.GetMyShortDescription, profile.get_short_description),
    (api.SetChatMenuButton, profile.set_menu_button),
    (api.GetChatMenuButton, profile.get_menu_button),
)

TABLE: dict[str, Row] = {row[0].__api_method__.lower(): row for row in _ROWS}
