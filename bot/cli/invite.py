"""`liaison invite`: a one-time code for somebody of the roster, or for who runs the campaign."""

import secrets
from argparse import Namespace

from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.terminal import say
from bot.settings import Settings
from bot.telegram_me import MeError, username
from campaign.actions.invites import issue_invite
from campaign.vocabulary import Role
from storage import Unit

# Letters and digits that nobody mistakes for each other.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTH = 12


def run(arguments: Namespace) -> int:
    """Store an invite and show its code once."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    with open_office() as office:
        campaign_id = office.campaign(arguments.campaign)

        def issue(unit: Unit) -> tuple[str, str]:
            if arguments.admin:
                person = unit.people.add_admin(campaign_id, texts.ADMIN)
            else:
                person = unit.people.person(campaign_id, arguments.name)
            roles = (Role.ADMIN,) if arguments.admin else ()
            invite = issue_invite(unit, campaign_id, person, roles, code)
            zone = unit.campaigns.plan(campaign_id).definition.tz
            return person.name, f"{invite.expires_at.astimezone(zone):%Y-%m-%d %H:%M}"

        name, expires = office.write(issue)
        say(texts.invite(name, code, expires, _link(office.settings, code)))
    return 0


def _link(settings: Settings, code: str) -> str:
    try:
        return f"https://t.me/{username(settings, seconds=5.0)}?start={code}"
    except MeError:
        return ""
