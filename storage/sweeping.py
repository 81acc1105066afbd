"""Forget what nobody comes back to. What is still owed, open or counted is never touched."""

from datetime import datetime

from sqlalchemy import and_, bindparam, delete, or_, select

from campaign.vocabulary import DraftState
from storage.columns import Day
from storage.connection import Connection
from storage.county_messages import SPEAKERS
from storage.tables import attachment, draft, inbox, invite_tries, outbox

_BEFORE = bindparam("before", type_=outbox.c.owed_at.type)
# What may have arrived twice stays: it is counted.
_over = and_(or_(outbox.c.sent_at < _BEFORE, outbox.c.failed_at < _BEFORE), outbox.c.doubles == 0)
_DELIVERED = delete(outbox).where(_over, outbox.c.chat_id.not_in(SPEAKERS))
_DELIVERED_TO_ALL = delete(outbox).where(_over)
_BURIED = delete(inbox).where(
    inbox.c.bot_id == bindparam("bot"),
    inbox.c.buried_at < _BEFORE,
    # Arrivals are compared with the last one.
    inbox.c.update_id
    < select(_last := inbox.alias("last"))
    .with_only_columns(_last.c.update_id)
    .where(_last.c.bot_id == bindparam("bot"))
    .order_by(_last.c.update_id.desc())
    .limit(1)
    .scalar_subquery(),
)
_unsaved = and_(draft.c.saved_at.is_(None), draft.c.changed_at < _BEFORE)
_of_state = draft.c.state == bindparam("state", type_=draft.c.state.type)
_FILES = delete(attachment).where(attachment.c.draft_id.in_(select(draft.c.id).where(_unsaved, _of_state)))
_CARDS = delete(draft).where(_unsaved, _of_state)
_before_day = bindparam("before_day", type_=Day())
# Without a day there is no telling how old wrong codes are; they go on counting.
_TRIES = delete(invite_tries).where(
    invite_tries.c.answered_on < _before_day,
    or_(invite_tries.c.ignored_until.is_(None), invite_tries.c.ignored_until < _BEFORE),
)


class Sweeping:
    """Each deletes what is older than `before` and returns how many rows that were."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def delivered(self, before: datetime) -> int:
        """Messages that were sent, or given up; not those to who speaks for a county."""
        return self._db.run(_DELIVERED, before=before)

    def delivered_to_all(self, before: datetime) -> int:
        """The same, those too: digests count them."""
        return self._db.run(_DELIVERED_TO_ALL, before=before)

    def buried(self, bot_id: int, before: datetime) -> int:
        """Updates that were given up, with what was typed."""
        return self._db.run(_BURIED, bot=bot_id, before=before)

    def cards(self, state: DraftState, before: datetime) -> int:
        """Cards in a state that were never saved nor touched since, with their files."""
        self._db.run(_FILES, state=state, before=before)
        return self._db.run(_CARDS, state=state, before=before)

    def tries(self, before: datetime) -> int:
        """Accounts of strangers that were answered last before that day, and are ignored no more."""
        return self._db.run(_TRIES, before=before, before_day=before.date())
