"""What is in a patch set, for people: counts of each class on each side of the split, and how far optical images lie off."""

from html import escape
from typing import Any, Dict, List, Mapping

from ..figures import count_text, number_text
from ..layers import SPLIT_COLOURS
from ..translation import tr

SPLITS = ("train", "validation", "test")
_FEW = 10
"""Training patches of a class, below which it is marked."""
_TOLERATED_PX = 2.0
"""Beyond it pairs do not show the same ground; the engine warns at the same distance."""


def facts_html(info: Mapping[str, Any], warnings: List[str]) -> str:
    """Everything to look at before a training begins.

    Args:
        info: as ``patches info`` gives it.
        warnings: of cutting and describing, for the user.
    """
    pixels = tr("{count} patches of {px} × {px} pixels").format(count=count_text(info["patches"]), px=info["patch_px"])
    size = f" ({number_text(info['patch_px'] * info['pixel_size_m'], 0)} m)" if info["pixel_size_m"] else ""
    doubts = "".join(f"<p>⚠ {escape(one)}</p>" for one in warnings)
    return f"<p><b>{escape(pixels + size)}</b></p>{_table(info)}{_offsets(info)}{doubts}"


def training_patches(info: Mapping[str, Any]) -> int:
    """How many patches there are to learn from."""
    return sum(one["train"] for one in info["classes"])


def shortage(info: Mapping[str, Any]) -> str:
    """Why nothing can be learned from these patches; empty where something can."""
    if sum(one["train"] > 0 for one in info["classes"]) < 2:
        return tr("The training patches are all of one class: label patches of a second one.")
    return ""


def split_words() -> Dict[str, str]:
    """The sides of a split."""
    return {"train": tr("Training"), "validation": tr("Validation"), "test": tr("Test")}


def _table(info: Mapping[str, Any]) -> str:
    words = split_words()
    head = "".join(f'<th align="right"><span style="color: {SPLIT_COLOURS[one]}">■</span> {escape(words[one])}</th>' for one in SPLITS)
    rows = "".join(_row(one) for one in info["classes"])
    sums = "".join(f'<td align="right"><b>{count_text(sum(one[split] for one in info["classes"]))}</b></td>' for split in SPLITS)
    return (
        f'<table cellspacing="0" cellpadding="3"><tr><th align="left">{escape(tr("Class"))}</th>{head}</tr>{rows}'
        f"<tr><td><b>{escape(tr('All'))}</b></td>{sums}</tr></table>"
    )


def _row(one: Mapping[str, Any]) -> str:
    """Few training patches are marked; nothing to validate or test on is too."""
    cells = []
    for split in SPLITS:
        is_few = one[split] < (_FEW if split == "train" else 1)
        text = f"⚠ {count_text(one[split])}" if is_few else count_text(one[split])
        cells.append(f'<td align="right">{text}</td>')
    return f"<tr><td>{escape(tr(one['name']))}</td>{''.join(cells)}</tr>"


def _offsets(info: Mapping[str, Any]) -> str:
    """Where each optical image lies, with a mark on whether that will do."""
    if not info["optical"]:
        return ""
    lines = "".join(f"<p>{_offset(one)}</p>" for one in info["optical_offsets"])
    unknown = f"<p>⚠ {escape(tr('How far the optical images lie off was not estimated when the set was made.'))}</p>"
    return f"<p><b>{escape(tr('Do the Images Lie on Each Other?'))}</b></p>{lines or unknown}"


def _offset(one: Mapping[str, Any]) -> str:
    scene = f"<br><small>{escape(one['scene'] or tr('chips'))}</small>"
    if one["down_px"] is None:
        return tr("⚠ Could not be estimated from {pairs} pairs.").format(pairs=one["pairs"]) + scene
    distance = (one["down_px"] ** 2 + one["right_px"] ** 2) ** 0.5
    figures = {"distance": number_text(distance, 1), "uncertainty": number_text(one["uncertainty_px"], 1)}
    if distance > _TOLERATED_PX:
        text = tr("⚠ {distance} px off (± {uncertainty} px). Mend the place of the image first: its pairs show different ground.")
    else:
        text = tr("✓ {distance} px off (± {uncertainty} px), near enough.")
    return text.format(**figures) + scene
