"""What is said once a day is said once a day of the campaign, not of UTC."""

from tests.handlers.cast import Cast


async def test_the_explanation_comes_again_on_the_next_day(cast: Cast) -> None:
    first = await cast.anna.ask("今天天气不错")
    await cast.rehearsal.clock.move(to="2023-02-20T23:59:00+08:00")
    assert (await cast.anna.ask("今天天气不错")).text != first.text
    # In UTC it is still the 20th.
    await cast.rehearsal.clock.move(to="2023-02-21T07:30:00+08:00")
    assert (await cast.anna.ask("今天天气不错")).text == first.text


async def test_a_stranger_is_answered_again_on_the_next_day(cast: Cast) -> None:
    assert (await cast.stranger.ask("您好")).text
    await cast.rehearsal.clock.move(to="2023-02-20T23:59:00+08:00")
    assert len(await cast.stranger.tell("您好")) == 0
    await cast.rehearsal.clock.move(to="2023-02-21T00:01:00+08:00")
    assert (await cast.stranger.ask("您好")).text
