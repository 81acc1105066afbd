"""Bodies of requests say exactly what was meant."""

from urllib.parse import parse_qsl

import pytest

from bot.forms import form

TEXTS = ["plain words & more=1", "修水县\n座谈 12 人 + 100%", "😀é\u200f", "/status", "a;b", "<b>x</b>"]


@pytest.mark.parametrize("text", TEXTS)
def test_a_form_is_read_back_as_it_was(text: str) -> None:
    payload = form({"chat_id": "-100", "text": text})
    body = payload.decode()
    assert payload.content_type == "application/x-www-form-urlencoded"
    assert body.isascii()
    assert parse_qsl(body, strict_parsing=True) == [("chat_id", "-100"), ("text", text)]
