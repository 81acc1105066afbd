"""What an administrator asks and presses, in English; what he hands on to others stays Chinese."""

import re

from tests.handlers.cast import VISIT, Cast
from tests.handlers.test_english import Listener

ASKED = (
    "/people",
    "/people 演示经审办主任",
    "/groups",
    "/audit",
    "/audit 修水县",
    "/audit 没有县",
    "/invite",
    "/topic",
)
EACH = ("Change of account", "Unbind", "Somebody else takes over", "A stand-in", "Mend the name", "Roles")
# A row of the roster, a file's or record's own words, an example to type.
OWN = re.compile(r"\d+\. 演示.*|.*修水县, 2023-02-20.*|.*(?:演示新任主任|演示副主席一|演示财务部部长).*")


async def test_admin_screens(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    admin = Listener(cast.admin)
    await admin.tell("/language")
    await cast.admin.press("English")
    admin.heard.clear()
    await admin.tell(*ASKED)
    for label in EACH:
        await admin.tell("/people 演示经审办主任")
        await admin.press(label)
    assert [line for line in admin.chinese() if not OWN.fullmatch(line)] == []
