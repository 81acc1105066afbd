"""What the bot sends of its own accord to those who speak for counties alone: a burden that is counted."""

from sqlalchemy import and_, case, func, or_, select

from campaign.vocabulary import Role
from storage.sides import AS_OF, CAMPAIGN_ID, SINCE
from storage.tables import account, membership, outbox, unit

_is_county = membership.c.role == Role.COUNTY
_THEIRS = (membership.c.campaign_id == account.c.campaign_id) & (
    membership.c.person_id == account.c.person_id
)
_RECEIVERS = (
    select(account.c.telegram_id)
    .join(membership, _THEIRS)
    .where(
        account.c.campaign_id == CAMPAIGN_ID,
        membership.c.campaign_id == CAMPAIGN_ID,
        membership.c.since <= AS_OF,
        or_(membership.c.ended_at.is_(None), membership.c.ended_at > AS_OF),
    )
    .group_by(account.c.telegram_id)
    .having(func.count() == func.count(case((_is_county, 1))))
)
ACCOUNTS = select(func.count()).select_from(_RECEIVERS.subquery("receivers"))
# Of those from before it was noted for which campaign a message is, none is known to be another's.
_ours = or_(outbox.c.campaign_id == CAMPAIGN_ID, outbox.c.campaign_id.is_(None))
_theirs = and_(outbox.c.sent_at > SINCE, outbox.c.sent_at <= AS_OF, outbox.c.chat_id.in_(_RECEIVERS), _ours)
SENT = select(func.count()).select_from(outbox).where(_theirs)
# Worked out once for all messages: one look for each would read all accounts each time.
_county = (
    select(account.c.telegram_id, func.min(unit.c.name).label("name"))
    .select_from(account.join(membership, _THEIRS).join(unit, unit.c.id == membership.c.county_id))
    .where(account.c.campaign_id == CAMPAIGN_ID, _is_county)
    .group_by(account.c.telegram_id)
    .subquery("county")
)
SENT_ROWS = (
    select(outbox.c.sent_at, _county.c.name)
    .select_from(outbox.outerjoin(_county, _county.c.telegram_id == outbox.c.chat_id))
    .where(_theirs)
    .order_by(outbox.c.sent_at.desc(), outbox.c.id.desc())
)
# Accounts of any campaign that speak for a county.
SPEAKERS = select(account.c.telegram_id).join(membership, _THEIRS).where(_is_county)
