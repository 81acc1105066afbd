"""A small made-up world for tests of the rehearsal server: few people, three groups."""

from datetime import datetime

from bot.rehearsal.world import Group, Person, World

ADMIN, LEADER, ANNA, BO, NEWCOMER, STRANGER = 101, 102, 103, 104, 105, 106
GROUP, WAITING, BASIC, FORUM = -1001000000001, -1001000000002, -4003, -1001000000004
TOPIC = 11
START = datetime.fromisoformat("2023-02-20T08:30:00+08:00")


def small_world(*, flood: bool = True, forum: bool = False) -> World:
    """Admin, a leader and two contact persons who know the bot; a newcomer and a stranger who do not.

    forum: a group with topics besides the others, which the bot is not in.
    """
    forums = [Group(id=FORUM, title="论坛群", members=[ADMIN, BO], bot_member=False, topics={TOPIC: "调度"})]
    return World(
        token="2000000001:rehearsal-only",
        bot_username="liaison_rehearsal_bot",
        bot_name="对口联系助手",
        people=[
            Person(id=ADMIN, name="演示管理员", role="管理员", started=True),
            Person(id=LEADER, name="演示领导", role="联系领导", started=True),
            Person(id=ANNA, name="演示甲", role="联络员", note="联系修水县", started=True),
            Person(id=BO, name="演示乙", role="联络员", started=True),
            Person(id=NEWCOMER, name="演示新人", role="未绑定"),
            Person(id=STRANGER, name="演示路人", role="陌生人"),
        ],
        groups=[
            Group(id=GROUP, title="专班群", members=[ADMIN, LEADER, ANNA, BO]),
            Group(id=WAITING, title="待批群", members=[ADMIN, BO], bot_member=False),
            Group(id=BASIC, title="小组群", members=[ADMIN, ANNA]),
            *(forums if forum else []),
        ],
        now=START,
        flood=flood,
    )
