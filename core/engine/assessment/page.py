"""A page of HTML that stands alone: sentences, tables and pictures, everything inside one file, readable anywhere and printable."""

import base64
import html
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from .... import __version__
from .caveat import Caveat, worst_level

_TEMPLATE = Path(__file__).with_name("page.html")
_NARROW_PX = 600
"""Wider pictures scroll on a phone instead of shrinking beyond what can be read."""
_SCREEN_DPI_SHARE = 0.5
"""Pictures are drawn with twice the pixels they take on a plain screen, so that they stay sharp on fine ones and on paper."""


@dataclass(frozen=True)
class Paragraph:
    """A few sentences."""

    text: str


@dataclass(frozen=True)
class Cell:
    """A cell of a table with a second, smaller line."""

    text: str
    small: str = ""


@dataclass(frozen=True)
class Table:
    """Rows below a head; the first column names the row, the others are numbers but for those of words."""

    head: tuple[str, ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    caption: str = ""
    words: tuple[int, ...] = ()
    """Columns of words, aligned to the left."""


@dataclass(frozen=True)
class Picture:
    """A PNG, taken into the page."""

    path: Path
    alt: str
    """What it shows, for those who cannot see it."""
    caption: str = ""


@dataclass(frozen=True)
class Pair:
    """Two pictures, side by side where there is room."""

    first: Picture
    second: Picture


@dataclass(frozen=True)
class Facts:
    """Names and values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Thumbnail:
    """A small picture with lines below it."""

    png: bytes
    lines: tuple[str, ...]
    level: str
    """One of ``caveat.LEVELS``, which gives the lines their colour."""


@dataclass(frozen=True)
class Gallery:
    """Small pictures in as many columns as there is room for."""

    thumbnails: tuple[Thumbnail, ...]
    heading: str = ""


Block = Paragraph | Table | Picture | Pair | Facts | Gallery


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Tile:
    """One figure, large."""

    label: str
    value: str
    detail: str = ""


@dataclass(frozen=True)
class Verdict:
    """The first screen: the answer, its figures, and whether to believe it."""

    answer: str
    more: str
    tiles: Sequence[Tile]
    belief: str
    """Heading of the caveats."""
    caveats: Sequence[Caveat]


@dataclass(frozen=True)
class Page:
    """A whole report."""

    title: str
    subtitle: str
    verdict: Verdict
    sections: Sequence[Section]
    footer: str = ""


def page_html(page: Page) -> str:
    """The page as the text of one HTML file; whatever it says is escaped.

    Raises:
        OSError: a picture cannot be read.
    """
    body = "\n".join([_verdict(page.verdict), *(_section(one) for one in page.sections)])
    texts = {"title": page.title, "subtitle": page.subtitle, "footer": page.footer, "version": __version__}
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute({name: _text(one) for name, one in texts.items()}, body=body)


def _text(text: str) -> str:
    return html.escape(text, quote=True)


def _words(text: str) -> str:
    """Text that may break after underscores: names of products are long."""
    return _text(text).replace("_", "_<wbr>")


def _verdict(verdict: Verdict) -> str:
    tiles = "".join(
        f'<div class="tile"><dt>{_text(one.label)}</dt><dd class="value">{_text(one.value)}</dd>'
        f'<dd class="detail">{_text(one.detail)}</dd></div>'
        for one in verdict.tiles
    )
    caveats = "".join(f'<li class="{one.level}">{_words(one.text)}</li>' for one in verdict.caveats)
    return (
        f'<div class="verdict"><p class="answer">{_text(verdict.answer)}</p><p class="more">{_text(verdict.more)}</p>'
        f'<dl class="tiles">{tiles}</dl><div class="belief {worst_level(verdict.caveats)}"><h2>{_text(verdict.belief)}</h2>'
        f"<ul>{caveats}</ul></div></div>"
    )


def _section(section: Section) -> str:
    return f"<section><h2>{_text(section.heading)}</h2>{''.join(_block(one) for one in section.blocks)}</section>"


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_text(block.text)}</p>"
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Picture):
        return _picture(block)
    if isinstance(block, Pair):
        return f'<div class="pair">{_picture(block.first)}{_picture(block.second)}</div>'
    if isinstance(block, Gallery):
        return _gallery(block)
    return f'<dl class="facts">{"".join(f"<dt>{_text(name)}</dt><dd>{_words(value)}</dd>" for name, value in block.rows)}</dl>'


def _table(table: Table) -> str:
    kinds = [' class="words"' if column in table.words else "" for column in range(len(table.head))]
    head = "".join(f'<th scope="col"{kind}>{_text(name)}</th>' for name, kind in zip(table.head, kinds, strict=True))
    rows = "".join(f"<tr>{''.join(_cell(*one) for one in zip(row, kinds, strict=True))}</tr>" for row in table.rows)
    caption = f'<p class="caption">{_words(table.caption)}</p>' if table.caption else ""
    return f'{caption}<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _cell(cell: str | Cell, kind: str) -> str:
    if isinstance(cell, str):
        return f"<td{kind}>{_words(cell)}</td>"
    return f"<td{kind}>{_words(cell.text)}<small>{_text(cell.small)}</small></td>"


def _picture(picture: Picture) -> str:
    png = picture.path.read_bytes()
    # width and height stand in a PNG's first chunk, 16 bytes in
    width, height = (round(pixels * _SCREEN_DPI_SHARE) for pixels in struct.unpack(">II", png[16:24]))
    kind = ' class="wide"' if width > _NARROW_PX else ""
    caption = f"<figcaption>{_text(picture.caption)}</figcaption>" if picture.caption else ""
    return (
        f'<figure{kind}><div class="paper"><img alt="{_text(picture.alt)}" width="{width}" height="{height}" '
        f'src="data:image/png;base64,{base64.b64encode(png).decode()}"></div>{caption}</figure>'
    )


def _gallery(gallery: Gallery) -> str:
    heading = f"<h3>{_text(gallery.heading)}</h3>" if gallery.heading else ""
    return f'{heading}<div class="gallery">{"".join(_thumbnail(one) for one in gallery.thumbnails)}</div>'


def _thumbnail(thumbnail: Thumbnail) -> str:
    lines = "".join(f"<span>{_text(one)}</span>" for one in thumbnail.lines)
    image = f'<img alt="" src="data:image/png;base64,{base64.b64encode(thumbnail.png).decode()}">'
    return f'<figure class="thumbnail">{image}<figcaption class="{thumbnail.level}">{lines}</figcaption></figure>'
