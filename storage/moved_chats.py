"""A group that became a supergroup goes on under a new id, with all that was known of it."""

from sqlalchemy import BindParameter, bindparam, delete, exists, select, update

from storage.connection import Connection
from storage.tables import chat, digest, digest_draft, outbox
from storage.tables.chats import outbox_open

_OLD: BindParameter[int] = bindparam("old")
_NEW: BindParameter[int] = bindparam("new")
_known, _taken = chat.alias("known"), digest.alias("taken")

# The new group may have announced itself first; the old one's approval is what counts.
_FORGET_NEWCOMER = delete(chat).where(chat.c.chat_id == _NEW, exists().where(_known.c.chat_id == _OLD))
_MOVES = (
    update(chat).where(chat.c.chat_id == _OLD).values(chat_id=_NEW),
    update(outbox).where(outbox.c.chat_id == _OLD, outbox_open).values(chat_id=_NEW),
    # A digest stays claimed under the new id, or it would be posted again.
    update(digest)
    .where(
        digest.c.audience == _OLD,
        ~exists().where(
            _taken.c.campaign_id == digest.c.campaign_id,
            _taken.c.cut_off == digest.c.cut_off,
            _taken.c.audience == _NEW,
        ),
    )
    .values(audience=_NEW),
)


_WITHHELD = select(digest_draft.c.id, digest_draft.c.withheld).join(
    chat, chat.c.campaign_id == digest_draft.c.campaign_id
)
_DRAFTS_OF = _WITHHELD.where(chat.c.chat_id == bindparam("chat"))
_WITHHOLD = (
    update(digest_draft).where(digest_draft.c.id == bindparam("row")).values(withheld=bindparam("those"))
)


def move_chat(db: Connection, old: int, new: int) -> None:
    """Give everything of the old group to the new id; a second time changes nothing."""
    for statement in (_FORGET_NEWCOMER, *_MOVES):
        db.run(statement, old=old, new=new)
    for draft_id, withheld in db.all(_DRAFTS_OF, chat=new):
        if old in withheld:
            db.run(_WITHHOLD, row=draft_id, those=[new if one == old else one for one in withheld])
