"""A page stands alone: nothing is fetched, nothing is executed, whatever it is told is only text."""

import shutil
import subprocess
import zlib
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from echopatch.core.engine.assessment.caveat import Caveat
from echopatch.core.engine.assessment.page import (
    Cell,
    Facts,
    Gallery,
    Page,
    Pair,
    Paragraph,
    Picture,
    Section,
    Table,
    Thumbnail,
    Tile,
    Verdict,
    page_html,
)
from PIL import Image

NASTY = '<script>alert("1")</script> & "quoted" $body {code} äöü'
VOID = {"meta", "img", "wbr", "br"}


class Elements(HTMLParser):
    """Collects elements, their attributes and the text; refuses what is not nested well."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words += data


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """Every kind of block, each with nasty text."""
    Image.new("L", (40, 20), 128).save(tmp_path / "a.png")
    picture = Picture(tmp_path / "a.png", NASTY, NASTY)
    blocks = [
        Paragraph(NASTY), Table((NASTY, "n"), ((NASTY, Cell("1", NASTY)),), NASTY, words=(1,)), picture, Pair(picture, picture),
        Facts(((NASTY, NASTY),)), Gallery((Thumbnail((tmp_path / "a.png").read_bytes(), (NASTY,), "alarm"),), NASTY),
    ]  # fmt: skip
    caveats = [Caveat(level, "areas-class-never", {"name": NASTY}) for level in ("good", "alarm")]
    verdict = Verdict(NASTY, NASTY, [Tile(NASTY, NASTY, NASTY)], NASTY, caveats)
    return Page(NASTY, NASTY, verdict, [Section(NASTY, blocks)], NASTY)


def test_text_stays_text(page: Page) -> None:
    text = page_html(page)
    assert "<script" not in text
    found = Elements(text)
    assert {tag for tag, _ in found.elements} <= {
        "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "div", "h1", "h2", "h3", "p", "dl", "dt",
        "dd", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "small", "figure", "figcaption", "img", "span", "wbr",
    }  # fmt: skip
    assert found.words.count(NASTY) == 25


def test_nothing_is_fetched_from_elsewhere(page: Page) -> None:
    text = page_html(page)
    for tag, attributes in Elements(text).elements:
        assert not any(name.startswith("on") for name in attributes), tag
        for name in ("src", "href", "srcset", "action", "data"):
            assert (attributes.get(name) or "data:image/png;base64,").startswith("data:image/png;base64,")
    style = text[text.index("<style>") : text.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


def test_the_worst_caveat_colours_the_answer_to_whether_to_believe_it(page: Page) -> None:
    belief = [attributes["class"] for _, attributes in Elements(page_html(page)).elements if "belief" in (attributes.get("class") or "")]
    assert belief == ["belief alarm"]


def test_every_picture_says_what_it_shows(page: Page) -> None:
    images = [attributes for tag, attributes in Elements(page_html(page)).elements if tag == "img"]
    assert [one["alt"] for one in images] == [NASTY, NASTY, NASTY, ""]  # the lines below a thumbnail say it
    assert images[0]["width"] == "20"


def test_a_page_opens_in_a_browser_and_fits_a_phone(page: Page, tmp_path: Path) -> None:
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        pytest.skip("no Chromium here")
    (tmp_path / "page.html").write_text(page_html(page), encoding="utf-8")
    command = [
        browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={tmp_path / 'profile'}",
        "--window-size=500,900", f"--screenshot={tmp_path / 'shot.png'}", (tmp_path / "page.html").as_uri(),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    with Image.open(tmp_path / "shot.png") as shot:
        pixels = np.asarray(shot.convert("RGB"))
    assert pixels.shape == (900, 500, 3)
    # something is drawn, and the right edge is bare background: nothing runs out of the page
    assert len(zlib.compress(pixels.tobytes())) > 5000
    assert (pixels[:, -4:] == pixels[0, -1]).all()
