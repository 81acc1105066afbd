"""Who chose which language."""

from collections.abc import Mapping

from sqlalchemy import bindparam, select

from campaign.languages import Language
from storage.connection import Connection
from storage.statements import put_into
from storage.tables import account, person_language

_CHOOSE = put_into(person_language, ("campaign_id", "person_id", "language"), ("campaign_id", "person_id"))
_CHOSEN = (
    select(account.c.telegram_id, person_language.c.language)
    .join(
        person_language,
        (person_language.c.campaign_id == account.c.campaign_id)
        & (person_language.c.person_id == account.c.person_id),
    )
    .where(account.c.bot_id == bindparam("bot_id"), person_language.c.language != Language.CHINESE)
)


class LanguageRows:
    """Implements campaign.languages.Languages."""

    def __init__(self, connection: Connection, bot_id: int) -> None:
        self._db = connection
        self._bot_id = bot_id

    def choose(self, campaign_id: str, person_id: int, language: Language) -> None:
        """Note a person's language."""
        self._db.run(_CHOOSE, campaign_id=campaign_id, person_id=person_id, language=language)

    def chosen(self) -> Mapping[int, Language]:
        """Return the language of every account, by Telegram id, whose person chose one but Chinese."""
        return dict(self._db.all(_CHOSEN, bot_id=self._bot_id))
