"""The pure core of the gate, with a clock in a variable."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pacing import Limits, Pacer, Priority, Ticket
from bot.windows import Limit, Window
from tests.bot.strict import StrictTelegram

LEAST_SECONDS_FOR_2000 = 2000 / 30 - 1


def drain(pacer: Pacer, now: float) -> list[Ticket]:
    taken = []
    while ticket := pacer.take(now):
        taken.append(ticket)
    return taken


def run(
    requests: list[tuple[int, int]], latency: float = 0.0, priority: Priority = Priority.BROADCAST
) -> StrictTelegram:
    """Hand in (chat, count) requests at once; each is answered `latency` after its grant."""
    pacer, telegram, now = Pacer(Limits()), StrictTelegram(), 0.0
    chats = {pacer.submit(chat, count, priority): chat for chat, count in requests}
    flying: list[tuple[float, Ticket]] = []
    while len(telegram.arrived) < len(requests):
        for ticket in drain(pacer, now):
            telegram.receive(now, chats[ticket], ticket.cost)
            flying.append((now + latency, ticket))
        following = [at for at, _ in flying]
        if (at := pacer.next_at(now)) is not None:
            following.append(at)
        now = max(now, min(following))
        for done in [entry for entry in flying if entry[0] <= now]:
            flying.remove(done)
            pacer.answered(done[1], now)
    return telegram


def test_2000_messages_take_hardly_longer_than_they_must() -> None:
    telegram = run([(chat, 1) for chat in range(1, 2001)])
    assert telegram.violations() == []
    assert telegram.arrived[-1][0] <= 1.08 * LEAST_SECONDS_FOR_2000


def test_2000_messages_to_groups_of_20() -> None:
    telegram = run([(-(n % 100) - 1, 1) for n in range(2000)])
    assert telegram.violations() == []
    assert telegram.arrived[-1][0] <= 1.08 * LEAST_SECONDS_FOR_2000


def test_one_group_gets_20_a_minute() -> None:
    telegram = run([(-1, 1)] * 41, 0.08, Priority.ANSWER)
    assert telegram.violations() == []
    assert [at for at, _, _ in telegram.arrived][19:21] == [0.0, pytest.approx(60.08)]
    assert telegram.arrived[40][0] == pytest.approx(120.16)


def test_a_person_gets_short_bursts() -> None:
    moments = [at for at, _, _ in run([(7, 1)] * 7, priority=Priority.ANSWER).arrived]
    assert moments == pytest.approx([0, 0, 0, 3.06, 3.06, 3.06, 6.12])


def test_an_album_counts_by_item() -> None:
    telegram = run([(-1, 10), (-1, 10), (-1, 1)], priority=Priority.ANSWER)
    assert telegram.violations() == []
    assert [at for at, _, _ in telegram.arrived] == pytest.approx([0.0, 0.0, 60.06])


def test_an_album_larger_than_a_burst_pays_for_it_later() -> None:
    moments = [at for at, _, _ in run([(7, 10), (7, 1)]).arrived]
    assert moments == pytest.approx([0.0, 12.06])


@given(
    st.lists(st.tuples(st.sampled_from([-2, -1, 1, 2, 3]), st.integers(1, 3)), min_size=1, max_size=60),
    st.sampled_from([0.0, 0.03, 0.4, 2.5]),
)
def test_no_mixture_breaks_a_limit(requests: list[tuple[int, int]], latency: float) -> None:
    assert run(requests, latency).violations() == []


def test_slow_ways_and_fast_ones_do_not_bunch() -> None:
    """Whatever the way there takes, no window overflows: a place is free again only after the answer."""
    dice, window, telegram, now = random.Random(7), Window(Limit(30, 1.0), 0.06), StrictTelegram(), 0.0
    for chat in range(1, 500):
        now = window.free_at(1, now)
        hold, way = window.take(1, now), dice.random() * 0.5
        telegram.receive(now + way, chat)
        window.answered(hold, now + way)
    assert telegram.violations() == []


def test_answers_go_before_broadcasts() -> None:
    pacer = Pacer(Limits(spread=0))
    for chat in range(1, 61):
        pacer.submit(chat, 1, Priority.BROADCAST)
    assert len(drain(pacer, 0.0)) == 30
    answer = pacer.submit(1000, 1, Priority.ANSWER)
    assert pacer.take(11.1) is answer


def test_a_full_chat_holds_up_no_other() -> None:
    pacer = Pacer(Limits())
    for _ in range(5):
        pacer.submit(1, 1, Priority.ANSWER)
    other = pacer.submit(2, 1, Priority.BROADCAST)
    assert drain(pacer, 0.0)[-1] is other


def test_who_gave_up_takes_no_place() -> None:
    pacer = Pacer(Limits())
    tickets = [pacer.submit(1, 1, Priority.ANSWER) for _ in range(4)]
    for ticket in tickets[:3]:
        ticket.dropped = True
    assert drain(pacer, 0.0) == [tickets[3]]


def test_a_429_silences_its_chat_only() -> None:
    pacer = Pacer(Limits())
    pacer.pause(1, until=5.0, now=0.0)
    silent, other = pacer.submit(1, 1, Priority.ANSWER), pacer.submit(2, 1, Priority.ANSWER)
    assert drain(pacer, 0.0) == [other]
    assert pacer.next_at(0.0) == 5.0
    assert drain(pacer, 5.0) == [silent]


def test_429s_to_two_chats_at_once_silence_all() -> None:
    pacer = Pacer(Limits())
    pacer.pause(1, until=5.0, now=0.0)
    pacer.pause(2, until=6.0, now=1.0)
    pacer.submit(3, 1, Priority.ANSWER)
    assert drain(pacer, 5.5) == []
    assert len(drain(pacer, 6.0)) == 1


def test_a_request_without_an_answer_frees_its_place_in_the_end() -> None:
    pacer = Pacer(Limits())
    for _ in range(4):
        pacer.submit(1, 1, Priority.ANSWER)
    assert len(drain(pacer, 0.0)) == 3
    assert pacer.next_at(0.0) == 13.0
    assert len(drain(pacer, 13.0)) == 1


def test_chats_of_long_ago_are_forgotten() -> None:
    pacer = Pacer(Limits())
    for chat in range(1, 1500):
        pacer.answered(pacer.submit(chat, 1, Priority.ANSWER), 0.0)
    drain(pacer, 0.0)
    pacer.prune(1e6)
    assert len(pacer._lanes) == 1499 - 30
