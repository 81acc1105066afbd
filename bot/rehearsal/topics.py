"""Topics of a forum group: where in it a message stands."""

from bot.rehearsal.store import Json


def within(topic: int | None) -> Json:
    """A message's own words for its topic; nothing outside of topics and in the general one."""
    return {} if topic is None else {"message_thread_id": topic, "is_topic_message": True}
