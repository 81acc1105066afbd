"""What must not be written here is refused and never stored."""

import pytest

from handlers.sensitive import is_sensitive
from tests.handlers.cast import PNG, VISIT, Cast
from tests.rehearsal_world import GROUP

REFUSED = (
    "这条消息含有密级标志、身份证号或银行卡号，按规定不收，没有登记，也没有保存。"
    "请从聊天中删除它，去掉这些内容后再发一次。"
)
# Made-up numbers whose check digits are right.
IDENTITY, CARD = "11010519491231002X", "6222 0200 0000 0000 000"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"困难职工身份证{IDENTITY}", True),
        (IDENTITY.lower(), True),
        ("110105194912310021", False),
        (f"卡号{CARD}", True),
        ("电话13800000000，座谈12人", False),
        ("文号20230220000000001", False),
        ("2022-11-15 2023-12-31 2022-11-16", False),
        ("机密：今天到修水县调研", True),
        ("【秘密】今天到修水县调研", True),
        ("秘密★1年 今天到修水县调研", True),
        ("宣讲保守秘密的规定，检查机密文件的保管", False),
        (VISIT, False),
    ],
)
def test_what_is_sensitive(text: str, expected: bool) -> None:
    assert is_sensitive(text) is expected


async def test_a_sensitive_message_is_refused_wherever_it_is_typed(cast: Cast) -> None:
    message = (await cast.anna.ask(VISIT)).receipt["message_id"]
    secret = f"{VISIT}，身份证{IDENTITY}"
    assert (await cast.anna.ask(secret)).text == REFUSED
    assert (await cast.anna.photo(PNG, caption=secret)).text == REFUSED
    assert (await cast.anna.edit(message, secret)).text == REFUSED
    await cast.anna.ask("/log")
    assert (await cast.anna.ask(secret)).text == REFUSED
    assert await cast.contacts() == 0


async def test_it_can_be_deleted_with_a_tap(cast: Cast) -> None:
    refused = await cast.anna.ask(f"身份证{IDENTITY}")
    assert refused.buttons == [["删除那条消息"]]
    gone = await cast.anna.press("删除那条消息")
    assert [answer.kind for answer in gone][:2] == ["deleted", "edited"]
    assert gone.last.text.startswith("含有密级标志、身份证号或银行卡号的消息已删除")
    assert not any(IDENTITY in view["text"] for view in await cast.anna.messages())


async def test_in_a_group_its_author_alone_is_told(cast: Cast) -> None:
    await cast.approve_group()
    assert len(await cast.anna.inside(GROUP).tell(f"身份证{IDENTITY}")) == 0
    assert (await cast.anna.hears("您在群里发的一条消息")).buttons == []


@pytest.mark.parametrize(
    "command", ["/log", "/status", "/my", "/issue", "/issues", "/records", "/county", "/invite", "/nothing"]
)
async def test_words_after_a_command_are_refused_too(cast: Cast, command: str) -> None:
    for secret in (f"修水县 身份证{IDENTITY}", "【机密】修水县活动阵地不足"):
        assert (await cast.anna.ask(f"{command} {secret}")).text == REFUSED
    assert (await cast.anna.ask("/issue 修水县 活动阵地不足")).text != REFUSED


async def test_a_stranger_learns_nothing_of_it(cast: Cast) -> None:
    assert (await cast.stranger.ask(f"身份证{IDENTITY}")).text.startswith("您好，这里是工会专班内部使用的")
