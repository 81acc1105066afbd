"""What is made to be looked at: the digest's picture as a file, opened in a browser, by its ink."""

from base64 import b64encode
from pathlib import Path

import pytest
from playwright.async_api import Browser

from bot.cli.entry import main
from digests.picture.drawing import PAPER
from digests.picture.marks import PAINTS, Mark
from digests.picture.styles import WIDTH

pytestmark = pytest.mark.ui
in_browser = pytest.mark.asyncio(loop_scope="session")
# Counted by hand from the demo's samples: eleven beside 德安县 and 修水县.
ON_TRACK = 11


# Draws a picture and returns its width, height, and how many pixels each colour (#rrggbb) has.
COUNT_INK = """async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const pen = new OffscreenCanvas(width, height).getContext("2d");
    pen.drawImage(image, 0, 0);
    const pixels = new DataView(pen.getImageData(0, 0, width, height).data.buffer);
    const counted = new Map();
    for (let at = 0; at < pixels.byteLength; at += 4) {
        const colour = pixels.getUint32(at) >>> 8;
        counted.set(colour, (counted.get(colour) ?? 0) + 1);
    }
    const name = (colour) => "#" + colour.toString(16).padStart(6, "0");
    return [width, height, Object.fromEntries([...counted].map(([colour, n]) => [name(colour), n]))];
}"""


@pytest.fixture
def picture(beginning: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that `liaison digest` writes."""
    monkeypatch.setenv("LIAISON_DATABASE_URL", f"sqlite:///{beginning}")
    monkeypatch.setenv("LIAISON_NOW", "2023-02-27T09:00")
    assert main(["digest", "two-month", "--out", str(tmp_path)]) == 0
    (written,) = tmp_path.glob("*.png")
    return written


@in_browser
async def test_a_browser_opens_the_picture_and_sees_its_ink(browser: Browser, picture: Path) -> None:
    page = await browser.new_page()
    await page.goto("about:blank")
    data = b64encode(picture.read_bytes()).decode()  # noqa: ASYNC240 - a small file
    width, height, counted = await page.evaluate(COUNT_INK, f"data:image/png;base64,{data}")
    await page.close()
    assert WIDTH * 2 < width < height
    tile = width / WIDTH * 87 * width / WIDTH * 58
    # Letters and numbers take some of a tile's colour, bars and marks in the legend add some.
    assert 0.7 * ON_TRACK < counted[PAINTS[Mark.ON_TRACK].fill] / tile < 1.1 * ON_TRACK
    assert 0.7 < counted[PAINTS[Mark.DONE].fill] / tile < 2.5
    assert counted[PAINTS[Mark.NEVER].border] / tile < 0.2
    assert counted[PAPER] / (width * height) < 0.6
    assert len(counted) > 100  # the edges of letters


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
