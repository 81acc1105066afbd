"""`liaison invite`, `doctor`, `db`, `run` and the settings."""

import asyncio
import re
from datetime import date
from pathlib import Path

import pytest

from bot.settings import load_settings
from bot.watch import backup_note
from campaign.actions.invites import redeem_invite
from campaign.vocabulary import Role
from tests.bot.cli.conftest import Liaison, Said
from tests.bot.stores import CAMPAIGN, opened
from tests.rehearsal_client import serving
from tests.rehearsal_world import NEWCOMER, START, small_world


def test_an_invite_binds_the_person_named(at_work: Liaison, filled_sqlite: str) -> None:
    said = at_work("invite", "演示权益部部长")
    assert said.code == 0
    (code,) = re.findall(r"/start (\w+)", said.out)
    assert "2023-02-27 08:30 前有效" in said.out
    database = opened(filled_sqlite)
    bound = database.write(lambda unit: redeem_invite(unit, NEWCOMER, code), START)
    database.close()
    assert bound.actor.person.name == "演示权益部部长"
    assert code not in at_work("invite", "演示权益部部长").out


def test_the_first_admin_is_invited_here(liaison: Liaison, tmp_path: Path) -> None:
    liaison("campaign", "load", "jiujiang-2022-demo")
    (code,) = re.findall(r"/start (\w+)", liaison("invite", "--admin").out)
    database = opened(f"sqlite:///{tmp_path / 'var/liaison.sqlite3'}")
    bound = database.write(lambda unit: redeem_invite(unit, NEWCOMER, code.lower()), START)
    database.close()
    assert Role.ADMIN in bound.actor.roles


def test_a_role_is_given_along_with_the_invite(at_work: Liaison, filled_sqlite: str) -> None:
    said = at_work("invite", "演示县工会主席", "--role", "county", "--county", "修水县", "--to", "2023-06-30")
    (code,) = re.findall(r"/start (\w+)", said.out)
    database = opened(filled_sqlite)
    bound = database.write(lambda unit: redeem_invite(unit, NEWCOMER, code), START)
    grants = database.read(lambda unit: unit.members.grants(CAMPAIGN, bound.actor.person.id), START)
    names = database.read(lambda unit: {c.id: c.name for c in unit.people.counties(CAMPAIGN)}, START)
    database.close()
    assert bound.actor.is_county
    held = [(names[grant.county_id or 0], grant.first, grant.last) for grant in grants]
    assert held == [("修水县", None, date(2023, 6, 30))]
    nowhere = at_work("invite", "演示县工会主席二", "--role", "county", "--county", "无此县")
    assert (nowhere.code, "没有这个县：“无此县”" in nowhere.err) == (1, True)


def test_nobody_outside_the_roster_is_invited(at_work: Liaison) -> None:
    said = at_work("invite", "演示无此人")
    assert said.code == 1
    assert "没有这个人或部门：“演示无此人”" in said.err


async def test_the_link_leads_to_the_bot(
    at_work: Liaison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(tmp_path / "stage", small_world()) as server:
        monkeypatch.setenv("LIAISON_API_URL", server.url)
        monkeypatch.setenv("LIAISON_BOT_TOKEN", server.token)
        said = await in_thread(at_work, "invite", "演示权益部部长")
        assert re.search(r"https://t\.me/liaison_rehearsal_bot\?start=[A-Z0-9]{12}\n", said.out)
        said = await in_thread(at_work, "doctor")
        assert said.code == 0
        assert "✓ Telegram：@liaison_rehearsal_bot" in said.out
        monkeypatch.setenv("LIAISON_BOT_TOKEN", "123456:wrong")
        said = await in_thread(at_work, "doctor")
        assert said.code == 1
        assert "✗ Telegram 不认这个令牌" in said.out


async def in_thread(liaison: Liaison, *words: str) -> Said:
    return await asyncio.to_thread(liaison, *words)


def test_the_doctor_without_anything(liaison: Liaison) -> None:
    said = liaison("doctor")
    assert said.code == 1
    assert "✗ 还没有数据库。请运行：liaison db upgrade" in said.out
    assert not Path("var").exists()


def test_the_doctor_on_the_way_up(liaison: Liaison) -> None:
    liaison("db", "upgrade")
    assert "✗ 还没有载入专项工作" in liaison("doctor").out
    liaison("campaign", "load", "jiujiang-2022-demo")
    said = liaison("doctor")
    assert said.code == 0
    assert "– jiujiang-2022-demo 还没有绑定管理员" in said.out
    assert "– 没有设令牌" in said.out


def test_the_doctor_when_nobody_answers(at_work: Liaison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_API_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("LIAISON_BOT_TOKEN", "2000000001:rehearsal-only")
    said = at_work("doctor")
    assert said.code == 1
    assert "✗ 连不上 Telegram" in said.out


def test_a_database_out_of_reach(liaison: Liaison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_DATABASE_URL", "postgresql://nobody:secret@127.0.0.1:1/none")
    assert "✗ 连不上数据库" in liaison("doctor").out
    said = liaison("coverage")
    assert said.code == 1
    assert "连不上数据库" in said.err
    assert "secret" not in said.err


def test_the_database_from_nothing_to_a_restored_copy(
    liaison: Liaison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert liaison("db", "check").code == 1
    assert liaison("db", "upgrade").code == 0
    assert liaison("db", "check").code == 0
    liaison("campaign", "load", "jiujiang-2022-demo")
    assert liaison("db", "backup", "copy.sqlite3").code == 0
    assert backup_note(load_settings()).exists()
    assert "不会覆盖" in liaison("db", "backup", "copy.sqlite3").err
    assert "里已经有内容" in liaison("db", "restore", "copy.sqlite3").err
    monkeypatch.setenv("LIAISON_DATABASE_URL", f"sqlite:///{tmp_path / 'new' / 'two.sqlite3'}")
    assert liaison("db", "restore", "copy.sqlite3").code == 0
    assert liaison("db", "check").code == 0
    assert "没有变化" in liaison("campaign", "load", "jiujiang-2022-demo").out


def test_a_damaged_database(liaison: Liaison) -> None:
    liaison("db", "upgrade")
    file = Path("var/liaison.sqlite3")
    file.write_bytes(file.read_bytes()[:20_000] + b"x" * 20_000)
    said = liaison("db", "check")
    assert said.code == 1
    assert "已损坏" in said.err


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0 and then nothing", b"no database at all" * 99])
def test_what_is_no_backup(liaison: Liaison, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "copy").write_bytes(data)
    said = liaison("db", "restore", "copy")
    assert said.code == 1
    assert "不是备份，或已损坏" in said.err
    assert not Path("var").exists()


def test_a_backup_of_nothing(liaison: Liaison) -> None:
    assert "没有可以备份的" in liaison("db", "backup", "copy").err
    assert "没有这个文件：copy" in liaison("db", "restore", "copy").err


def test_running_needs_a_token(liaison: Liaison) -> None:
    said = liaison("run")
    assert said.code == 2
    assert "@BotFather" in said.err
    assert "liaison rehearse" in said.err


def test_running_needs_a_campaign(liaison: Liaison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_BOT_TOKEN", "123456:wrong")
    monkeypatch.setenv("LIAISON_API_URL", "http://127.0.0.1:1")
    said = liaison("run")
    assert said.code == 1
    assert "liaison campaign load" in said.err


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("LIAISON_BOT_TOKEN", "nonsense", "不是令牌"),
        ("LIAISON_API_URL", "ftp://here", "应是 Bot API 服务器的地址"),
        ("LIAISON_PROXY", "here", "应是代理的地址"),
        ("LIAISON_DATABASE_URL", "mysql://here", "应是 sqlite:///文件"),
        ("LIAISON_CAMPAIGN", "演示", "应是专项工作的编号"),
        ("LIAISON_NOW", "gestern", "应是 2000 年到 2099 年间的一个时刻"),
        ("LIAISON_LOG_FORMAT", "xml", "只能是 text 或 json"),
        ("LIAISON_LOG_LEVEL", "LOUD", "只能是 DEBUG"),
        ("LIAISON_BOT_TOKEN_FILE", "none", "指的文件读不了"),
    ],
)
def test_a_wrong_setting_is_named(
    liaison: Liaison, monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(name, value)
    said = liaison("doctor")
    assert said.code == 2
    assert said.err.startswith(f"出错：{name} {sentence}")
