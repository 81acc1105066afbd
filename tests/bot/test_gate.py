"""The gate in an event loop of virtual time, and both libraries' sides of it."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageText,
    GetUpdates,
    SendChatAction,
    SendMediaGroup,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import InputMediaPhoto
from telegram.error import RetryAfter

from bot.gate import PAUSES, Gate, GateMiddleware, chat_key, messages_in
from bot.pacing import Priority
from bot.rate_limiter import GateRateLimiter
from tests.bot.strict import StrictTelegram
from tests.bot.virtual import elapse, play

TO_SOMEBODY = SendMessage(chat_id=1, text="演示")


async def send(gate: Gate, telegram: StrictTelegram, chat: int, priority: Priority, way: float) -> None:
    async with gate.passage(chat, 1, priority):
        await elapse(way)
        telegram.receive(asyncio.get_running_loop().time(), chat)
        await elapse(way)


def test_2000_messages_with_a_way_of_20_ms() -> None:
    telegram = StrictTelegram()

    async def broadcast() -> None:
        gate = Gate()
        await asyncio.gather(
            *(send(gate, telegram, chat, Priority.BROADCAST, 0.02) for chat in range(1, 2001))
        )

    play(broadcast())
    assert telegram.violations() == []
    assert telegram.arrived[-1][0] <= 1.08 * (2000 / 30 - 1)


def test_an_answer_does_not_wait_for_a_broadcast() -> None:
    telegram = StrictTelegram()

    async def both() -> None:
        gate = Gate()
        crowd = [
            asyncio.create_task(send(gate, telegram, -chat, Priority.BROADCAST, 0)) for chat in range(1, 601)
        ]
        await elapse(3)
        await send(gate, telegram, 5, Priority.ANSWER, 0)
        await asyncio.gather(*crowd)

    play(both())
    (answered,) = [at for at, chat, _ in telegram.arrived if chat == 5]
    assert answered < 4.1
    assert telegram.violations() == []


def test_nobody_waits_a_second_for_an_answer_while_a_broadcast_is_under_way() -> None:
    waited: list[float] = []

    async def answered(gate: Gate, chat: int) -> None:
        loop = asyncio.get_running_loop()
        asked = loop.time()
        async with gate.passage(chat, 1, Priority.ANSWER):
            waited.append(loop.time() - asked)

    async def both() -> None:
        gate, telegram = Gate(), StrictTelegram()
        crowd = [
            asyncio.create_task(send(gate, telegram, -chat, Priority.BROADCAST, 0)) for chat in range(1, 901)
        ]
        for chat in range(1, 40):
            await elapse(0.61)
            await answered(gate, chat)
        await asyncio.gather(*crowd)
        assert telegram.violations() == []

    play(both())
    assert len(waited) == 39
    assert max(waited) < 0.5


def test_who_is_cancelled_while_waiting_takes_no_place() -> None:
    telegram = StrictTelegram()

    async def some_give_up() -> None:
        gate = Gate()
        tasks = [asyncio.create_task(send(gate, telegram, 1, Priority.ANSWER, 0)) for _ in range(6)]
        await elapse(1)
        for task in tasks[3:5]:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    play(some_give_up())
    assert [at for at, _, _ in telegram.arrived] == pytest.approx([0, 0, 0, 3.06])


class Answers:
    """Plays the session behind the middleware: raises or returns what it was given, and notes when."""

    def __init__(self, *answers: Exception | str) -> None:
        self._answers = list(answers)
        self.moments: list[float] = []

    async def __call__(self, bot: Bot, method: TelegramMethod[Any]) -> Any:
        assert bot.token
        assert method.__api_method__
        self.moments.append(asyncio.get_running_loop().time())
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def call(answers: Answers, method: TelegramMethod[Any] = TO_SOMEBODY) -> Any:
    async def one() -> Any:
        return await GateMiddleware(Gate())(answers, Bot("1:a"), method)

    return play(one())


PASSING: list[Callable[[], Exception]] = [
    lambda: TelegramServerError(TO_SOMEBODY, "Internal Server Error"),
    lambda: TelegramNetworkError(TO_SOMEBODY, "Request timeout error"),
    lambda: ClientDecodeError("Failed to decode object", ValueError(), "<html>"),
]


@pytest.mark.parametrize("error", PASSING)
def test_passing_errors_are_repeated_with_growing_pauses(error: Callable[[], Exception]) -> None:
    answers = Answers(error(), error(), error(), "ok")
    assert call(answers) == "ok"
    assert answers.moments[:3] == pytest.approx([0, PAUSES[0], PAUSES[0] + PAUSES[1]])


@pytest.mark.parametrize("error", PASSING)
def test_in_the_end_the_error_is_raised(error: Callable[[], Exception]) -> None:
    answers = Answers(*(error() for _ in range(len(PAUSES) + 1)))
    with pytest.raises(type(error())):
        call(answers)
    assert len(answers.moments) == len(PAUSES) + 1


@pytest.mark.parametrize(
    "error",
    [
        TelegramBadRequest(TO_SOMEBODY, "Bad Request: chat not found"),
        TelegramForbiddenError(TO_SOMEBODY, "Forbidden: bot was blocked by the user"),
        TelegramEntityTooLarge(TO_SOMEBODY, "Request Entity Too Large"),
    ],
)
def test_permanent_errors_are_raised_at_once(error: Exception) -> None:
    answers = Answers(error)
    with pytest.raises(type(error)):
        call(answers)
    assert answers.moments == [0]


@pytest.mark.parametrize("method", [TO_SOMEBODY, AnswerCallbackQuery(callback_query_id="1")])
def test_a_429_is_obeyed(method: TelegramMethod[Any]) -> None:
    answers = Answers(TelegramRetryAfter(method, "Too Many Requests", 7), "ok")
    assert call(answers, method) == "ok"
    assert answers.moments == pytest.approx([0, 7.1])


def test_a_429_of_hours_is_raised() -> None:
    with pytest.raises(TelegramRetryAfter):
        call(Answers(TelegramRetryAfter(TO_SOMEBODY, "Too Many Requests", 3600)))


def test_after_a_429_of_hours_nothing_goes_to_that_chat_before_its_time() -> None:
    answers = Answers(TelegramRetryAfter(TO_SOMEBODY, "Too Many Requests", 3600), "another", "ok")

    async def tries() -> None:
        middleware, bot = GateMiddleware(Gate()), Bot("1:a")
        with pytest.raises(TelegramRetryAfter):
            await middleware(answers, bot, TO_SOMEBODY)
        await middleware(answers, bot, SendMessage(chat_id=2, text="演示"))
        await middleware(answers, bot, TO_SOMEBODY)

    play(tries())
    assert answers.moments == pytest.approx([0, 0, 3600.1])


def test_polling_is_left_to_the_poller() -> None:
    answers = Answers(TelegramNetworkError(GetUpdates(), "reset"))
    with pytest.raises(TelegramNetworkError):
        call(answers, GetUpdates())


@pytest.mark.parametrize(
    ("method", "messages"),
    [
        (TO_SOMEBODY, 1),
        (EditMessageText(chat_id=1, message_id=2, text="演示"), 1),
        (SendMediaGroup(chat_id=1, media=[InputMediaPhoto(media="a"), InputMediaPhoto(media="b")]), 2),
        (SendChatAction(chat_id=1, action="typing"), 0),
        (AnswerCallbackQuery(callback_query_id="1"), 0),
        (GetUpdates(), 0),
    ],
)
def test_what_counts_as_a_message(method: TelegramMethod[Any], messages: int) -> None:
    assert messages_in(method.__api_method__, method.__dict__) == messages


def test_a_chat_is_one_chat_as_number_and_as_text() -> None:
    assert chat_key("-1001") == chat_key(-1001) == -1001
    assert chat_key("@channel") == "@channel"
    assert chat_key(None) is None


def test_both_libraries_share_the_windows() -> None:
    telegram = StrictTelegram()

    async def arrive(*args: Any, **kwargs: Any) -> Any:
        telegram.receive(asyncio.get_running_loop().time(), -5)
        return True

    async def mixed() -> None:
        gate = Gate()
        limiter, middleware = GateRateLimiter(gate), GateMiddleware(gate)
        data = {"chat_id": -5, "text": "演示"}
        for _ in range(11):
            await limiter.process_request(arrive, (), {}, "sendMessage", data, None)
            await middleware(arrive, Bot("1:a"), SendMessage(chat_id="-5", text="演示"))

    play(mixed())
    assert len(telegram.arrived) == 22
    assert telegram.violations() == []


def test_a_429_to_the_other_library_silences_the_chat_for_both() -> None:
    async def refuse(*args: Any, **kwargs: Any) -> bool:
        raise RetryAfter(9)

    async def mixed() -> float:
        gate = Gate()
        limiter = GateRateLimiter(gate)
        await limiter.initialize()
        with pytest.raises(RetryAfter):
            await limiter.process_request(refuse, (), {}, "sendMessage", {"chat_id": 1}, None)
        answers = Answers("ok")
        await GateMiddleware(gate)(answers, Bot("1:a"), TO_SOMEBODY)
        return answers.moments[0]

    assert play(mixed()) == pytest.approx(9.1)
