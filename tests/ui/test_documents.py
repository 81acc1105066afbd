"""What is made to be looked at: the digest's picture as a file, opened in a browser, by its ink."""

from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.cli.entry import main
from campaign.standing import CountyState
from digests.picture import PAINTS, PAPER
from digests.tiles import WIDTH
from tests.digests.png import Pixel, read_png

pytestmark = pytest.mark.ui
in_browser = pytest.mark.asyncio(loop_scope="session")
# Counted by hand from the demo's samples: 德安县, ten more, 武宁县, 修水县.
TILES = {CountyState.DONE: 1, CountyState.CONTACTED: 10, CountyState.QUIET: 1, CountyState.NEVER: 1}


def rgb(colour: str) -> Pixel:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@pytest.fixture
def picture(beginning: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that `liaison digest` writes."""
    monkeypatch.setenv("LIAISON_DATABASE_URL", f"sqlite:///{beginning}")
    monkeypatch.setenv("LIAISON_NOW", "2023-02-27T09:00")
    assert main(["digest", "two-month", "--out", str(tmp_path)]) == 0
    (written,) = tmp_path.glob("*.png")
    return written


def test_the_ink_of_the_digest_picture(picture: Path) -> None:
    pixels = read_png(picture.read_bytes())
    assert pixels.width == WIDTH
    ink = pixels.colours()
    one = ink[rgb(PAINTS[CountyState.NEVER].fill)]
    for state, count in TILES.items():
        # Letters and numbers take some of a tile's colour, its mark in the legend adds a little.
        assert 0.8 * count < ink[rgb(PAINTS[state].fill)] / one < 1.3 * count, state
    drawn = sum(ink.values()) - ink[rgb(PAPER)] - sum(ink[rgb(PAINTS[state].fill)] for state in TILES)
    assert drawn > 30_000  # lines of text, and letters on the tiles


@in_browser
async def test_a_browser_opens_the_picture(browser: Browser, picture: Path) -> None:
    page = await browser.new_page()
    await page.goto(picture.as_uri())
    size = await page.eval_on_selector("img", "image => [image.naturalWidth, image.naturalHeight]")
    assert size[0] == WIDTH
    assert size[1] > WIDTH / 2
    await page.close()


@in_browser
async def test_the_page_draws_chinese(browser: Browser) -> None:
    """Each character has ink of its own: none is the empty box of a missing one."""
    page = await browser.new_page()
    shapes = await page.evaluate("""() => {
        const canvas = new OffscreenCanvas(40, 40);
        const pen = canvas.getContext("2d", { willReadFrequently: true });
        pen.font = "32px sans-serif";
        return [..."修水县保存撤销双月调度"].map((letter) => {
            pen.clearRect(0, 0, 40, 40);
            pen.fillText(letter, 2, 34);
            return pen.getImageData(0, 0, 40, 40).data.join();
        });
    }""")
    assert len(set(shapes)) == len(shapes)
    await page.close()
