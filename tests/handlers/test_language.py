"""The interface in English, through one door; what is not translated stays Chinese."""

import re
from pathlib import Path

import pytest
from aiogram.methods import AnswerCallbackQuery

from campaign.languages import Language
from handlers.commands import COMMANDS
from handlers.language.catalogue import BRACED, Catalogue, entries_of
from handlers.language.door import interpreted
from handlers.language.fitting import fitted
from handlers.texts import MENU
from tests.handlers.cast import VISIT, Cast, lines
from tests.structure.sources import ROOT, files

ENTRIES = entries_of(Language.ENGLISH)
CHINESE = re.compile("[\u3400-\u9fff]")


async def test_a_person_reads_english_from_the_tap_on(cast: Cast) -> None:
    offered = await cast.anna.ask("/language")
    assert offered.buttons == [["中文", "English"]]
    assert "what is not translated stays Chinese" in (await cast.anna.press("English")).text
    card = await cast.anna.ask(VISIT)
    assert lines(card) == [
        "Please check, then press Save",
        "County: 修水县",
        "Day: 20 Feb (Mo, today)",
        "Channel: on site",
        "People: 12",
        "Who went: not said",
        "Issue: 活动阵地不足",
    ]
    assert card.buttons[-1] == ["Save", "Change", "Drop"]
    saved = await cast.anna.press("Save")
    assert lines(saved)[0] == "Saved"
    assert saved.buttons == [["Correct", "Undo"]]
    assert (await cast.anna.ask("/log")).text == "Which county? Press one, or type its name."
    assert await cast.contacts() == 1


async def test_others_read_chinese_and_so_does_he_again(cast: Cast) -> None:
    await cast.anna.ask("/language")
    await cast.anna.press("English")
    assert (await cast.bo.ask("/nothing")).text == "没有这个命令。发送 /help 查看使用说明。"
    assert (
        await cast.anna.ask("/nothing")
    ).text == "There is no such command. Send /help to see how it works."
    await cast.anna.press("中文")
    assert (await cast.anna.ask("/nothing")).text == "没有这个命令。发送 /help 查看使用说明。"


async def test_help_and_the_menu_are_english_to_the_last_line(cast: Cast) -> None:
    await cast.admin.ask("/language")
    await cast.admin.press("English")
    helped = lines(await cast.admin.ask("/help"))
    assert [line for line in helped if CHINESE.search(line)] == helped[1:2]  # the sentence to type
    call = (await cast.rehearsal.calls("setMyCommands"))[-1]
    assert not CHINESE.search(call["params"]["commands"])
    assert call["params"]["commands"].count("description") == len(COMMANDS)


async def test_what_comes_of_its_own_accord_is_english_too(cast: Cast) -> None:
    await cast.anna.ask("/language")
    await cast.anna.press("English")
    await cast.rehearsal.clock.move(to="2023-02-20T09:30:00+08:00")
    told = await cast.anna.hears("Reminder")
    assert told.text.splitlines()[1] == (
        "This window ends on 27 Feb, 5 working days left; nothing is logged for:"
    )
    assert told.buttons[0] == ["Log late 修水县"]


def test_each_entry_is_said_somewhere_in_the_source() -> None:
    texts = [path for path in files(".py", under=("handlers", "digests", "bot")) if path.name == "texts.py"]
    shipped = Path("campaign", "data", "categories.json")
    source = "".join(Path(ROOT, path).read_text("utf-8") for path in (*texts, shipped))
    for entry in ENTRIES:
        assert not [words for words in re.findall("[\u3400-\u9fff]+", entry) if words not in source], entry


def test_what_changes_in_an_entry_is_in_its_translation() -> None:
    for source, said in ENTRIES.items():
        assert set(BRACED.findall(said)) <= set(BRACED.findall(source)), source
        assert not CHINESE.search(said), source
    assert set(MENU.values()) <= set(ENTRIES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("县：修水县\n别的", "County: 修水县\n别的"),
        ("<b>提醒</b>", "<b>Reminder</b>"),
        ("<b>县：a{b}</b>", "<b>County: a{b}</b>"),
        ("方式：实地", "Channel: on site"),
        ("", ""),
        ("<b>问题第 3 号</b>（未解决）", "<b>Issue No. 3</b> (open)"),  # a reply is told by it
        ("问题：电话（期限3月1日）", "Issue: 电话 (due 1 Mar)"),  # what was typed stays
        ("· 修水县 · 已 1 次，余 7 天", "· 修水县 · 1 done, 7 days left"),
    ],
)
def test_the_catalogue_says_lines_and_leaves_the_rest(text: str, said: str) -> None:
    assert Catalogue(ENTRIES).say(text) == said


@pytest.mark.parametrize("lines", [1, 40, 400])
def test_what_is_longer_than_its_source_is_cut_between_lines_and_says_so(lines: int) -> None:
    catalogue = Catalogue(ENTRIES)
    source = "\n".join([*(f"{n}. 没有可撤销的记录。" for n in range(lines)), "按序号打开。"])
    said = fitted(source, catalogue, 600)
    assert len(said) <= 600
    assert said.endswith("Open one by its place in the list.")
    shown = said.splitlines()[:-1]
    if lines > 1:
        assert re.fullmatch("… [0-9]+ more not listed", shown.pop())
    assert all(line.endswith("There is nothing to undo.") for line in shown)


def test_a_short_answer_is_cut_to_what_telegram_takes() -> None:
    long = AnswerCallbackQuery(callback_query_id="1", text="没有可撤销的记录。\n" * 12)
    assert len(interpreted(long, Catalogue(ENTRIES)).model_dump()["text"]) <= 200
