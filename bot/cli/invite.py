"""`liaison invite`: a one-time code for somebody of the roster, or for who runs the campaign."""

import secrets
from argparse import Namespace

from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.terminal import say
from bot.settings import Settings
from bot.telegram_me import MeError, username
from campaign.actions.invites import issue_invite
from campaign.actions.roles import grant_role
from campaign.errors import NotFound
from campaign.roles import Grant
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
            elif arguments.role:
                person = unit.people.add_person(campaign_id, arguments.name)
                grant_role(unit, campaign_id, None, person, _grant(unit, campaign_id, arguments))
            else:
                person = unit.people.person(campaign_id, arguments.name)
            roles = (Role.ADMIN,) if arguments.admin else ()
            invite = issue_invite(unit, campaign_id, person, roles, code)
            zone = unit.campaigns.plan(campaign_id).definition.tz
            return person.name, f"{invite.expires_at.astimezone(zone):%Y-%m-%d %H:%M}"

        name, expires = office.write(issue)
        say(texts.invite(name, code, expires, _link(office.settings, code)))
    return 0


def _grant(unit: Unit, campaign_id: str, arguments: Namespace) -> Grant:
    role, county_id = Role(arguments.role), None
    if role is Role.COUNTY:
        counties = unit.people.counties(campaign_id)
        named = {county.name: county for county in counties}
        named |= {f"{county.prefecture}{county.name}": county for county in counties}
        if arguments.county not in named:
            raise NotFound("county", arguments.county or "")
        county_id = named[arguments.county].id
    first, last = (moment.day if moment else None for moment in (arguments.first, arguments.last))
    return Grant(role, county_id, first, last)


def _link(settings: Settings, code: str) -> str:
    try:
        return f"https://t.me/{username(settings, seconds=5.0)}?start={code}"
    except MeError:
        return ""
