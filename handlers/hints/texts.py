"""Lines that ask nothing. User text is escaped; all results are HTML."""

from datetime import date

from campaign.archive import CountySoFar, SaidBefore
from handlers.hints.actions import Hint
from handlers.texts import channel_words, esc, short_day

YOU = "您"
HINTS = {
    Hint.BARE: "有问题、好的做法或人数，回复这条就能补充。",
    Hint.SHARED: "几个县写的是同一个问题；各县有不同的，回复这条说明。",
}


def hint(told: Hint | SaidBefore | None, today: date) -> list[str]:
    """What the author may want to add to a record; it blocks nothing."""
    if isinstance(told, SaidBefore):
        county, day = esc(told.county_name), short_day(told.day, today)
        return [f"内容和第 {told.number} 号（{county}，{day}）一样；有不同的，回复这条补充。"]
    return [HINTS[told]] if told else []


def so_far(known: CountySoFar | None, author_id: int, today: date, *, asked: bool) -> list[str]:
    """What matters of a county: the same day if that was logged, else its latest contact; its open issues.

    asked: the card asks about the same day already.
    """
    if known is None:
        return []
    parts = [] if asked else _contact(known, author_id, today)
    parts += [f"未解决问题 {known.open_issues} 个"] if known.open_issues else []
    return ["；".join(parts)] if parts else []


def _contact(known: CountySoFar, author_id: int, today: date) -> list[str]:
    if known.same_number is not None and known.same_channel:
        who = YOU if known.same_author_id == author_id else esc(known.same_author_name or "")
        return [f"{who}已登记这一天（{channel_words(known.same_channel)}，第 {known.same_number} 号）"]
    if known.last_day and known.last_channel:
        return [f"最近联系：{short_day(known.last_day, today)}{channel_words(known.last_channel)}"]
    return []
