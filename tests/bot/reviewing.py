"""A campaign with reviewers in a store, without a chat: what is due is done, drafts are changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.digest_posting import Counts, post_next
from campaign.definition import Definition
from campaign.digest_rules import DigestReview
from campaign.groups import Group
from campaign.review import DigestDraft, ReviewStep
from campaign.vocabulary import ChatState, DigestState, Role
from digests.reviewing import Taken, Wish, review
from storage import Database, Unit
from storage.digests import DigestRow
from storage.outbox import OutboxRow
from tests.digests.demo import DEMO, LOADED, definition, empty_campaign

GROUP, OTHER, ADMIN, SECOND, LEADER = -1001, -1002, 77, 78, 79
EVE = datetime.fromisoformat("2023-02-20T10:00:00+08:00")
DRAFTED = datetime.fromisoformat("2023-02-23T09:00:00+08:00")
FEBRUARY = datetime.fromisoformat("2023-02-27T09:00:00+08:00")


def reviewed(**rules: object) -> Definition:
    base = definition()
    changed = {"review": DigestReview.model_validate(rules)}
    return base.model_copy(update={"digests": base.digests.model_copy(update=changed), "reminders": None})


def bind_reviewers(unit: Unit) -> None:
    for telegram_id, name in ((ADMIN, "演示管理员"), (SECOND, "演示副管理员")):
        admin = unit.people.add_admin(DEMO, name)
        unit.people.bind(telegram_id, DEMO, admin.id, [Role.ADMIN], unit.now)


@dataclass
class Stage:
    """A campaign with two reviewers, and one group or two."""

    database: Database

    def admit(self, *chats: int) -> None:
        def work(unit: Unit) -> None:
            for chat in chats:
                unit.groups.put(Group(chat, "专班群", ChatState.APPROVED, DEMO, None, EVE))

        self.database.write(work, EVE)

    def rules(self, rules: Definition, at: datetime = LOADED) -> None:
        self.database.write(lambda unit: unit.campaigns.load(rules, at), at)

    def run(self, now: datetime) -> Counts:
        done = Counts()
        while (counts := self.database.write(lambda unit: post_next(unit, DEMO, now), now)) is not None:
            done += counts
        return done

    def owed(self) -> list[OutboxRow]:
        found = self.database.read(lambda unit: unit.outbox.due(FEBRUARY + timedelta(9), 100), EVE)
        return list(found)

    def kinds(self) -> list[str]:
        return [row.kind for row in self.owed()]

    def draft(self) -> DigestDraft:
        (draft,) = self.database.read(lambda unit: unit.digest_drafts.standing(DEMO), EVE)
        return draft

    def do(self, step: ReviewStep, *, by: int = 0, at: datetime = DRAFTED, **more: object) -> Taken:
        draft = self.draft()
        wish = Wish(step, **{"seen": draft.version, **more})  # type: ignore[arg-type]  # as a test words it

        def work(unit: Unit) -> Taken:
            return review(unit, unit.people.admins(DEMO)[by], draft.id, wish)

        return self.database.write(work, at)

    def digests(self) -> list[DigestRow]:
        def every(unit: Unit) -> list[DigestRow]:
            return [row for state in DigestState for row in unit.digests.in_state(DEMO, state)]

        return self.database.read(every, EVE)

    def states(self) -> list[str]:
        return [row.state for row in self.digests()]


@contextmanager
def staged(url: str) -> Iterator[Stage]:
    """Open the stage of two reviewers, and close it."""
    made = Stage(empty_campaign(url, reviewed()))
    made.database.write(bind_reviewers, LOADED)
    yield made
    made.database.close()
