"""Choose the language of one's own interface."""

from campaign.languages import Language
from campaign.people import Actor
from campaign.ports import Store


def choose_language(store: Store, actor: Actor, language: Language) -> None:
    """Note a person's language; it changes nothing that he types or that others read."""
    store.languages.choose(actor.campaign_id, actor.person.id, language)
    facts = {"language": language.value}
    store.audit.note(actor.campaign_id, actor.person.id, "language.choose", actor.person.name, facts)
