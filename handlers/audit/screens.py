"""The trail of changes as messages."""

from handlers.audit import keyboards, texts
from handlers.audit.actions import AuditPage, Unclear
from handlers.screen import Screen


def audit_screen(found: AuditPage | Unclear) -> Screen:
    """Return a page, or what was not found."""
    if isinstance(found, Unclear):
        return Screen(texts.unclear(found))
    return Screen(texts.audit(found), keyboards.audit_keyboard(found))
