"""What the set-up page says about the engine and the models; no widgets here."""

from typing import Any, Dict, List, NamedTuple

from ...core.contract.model_card import ModelCard
from ..environment import EngineState
from ..figures import number_text
from ..translation import tr


class StateWords(NamedTuple):
    """A state as the page shows it."""

    icon: str
    """Of QGIS's theme."""
    headline: str
    lines: List[str]


def state_words(state: EngineState) -> StateWords:
    """Icon, headline and lines for a state."""
    if state.kind == "ready":
        lines = details_lines(state.details) or [tr("Not checked yet: press the button below to have it examine itself.")]
        return StateWords("/mIconSuccess.svg", tr("The engine is ready"), [*lines, tr("Runs with {python}").format(python=state.python)])
    if state.kind == "busy":
        return StateWords("/mTaskRunning.svg", tr("The engine is being set up"), [tr("QGIS can be used meanwhile.")])
    if state.kind == "broken":
        return StateWords("/mIconWarning.svg", tr("The engine does not work"), [state.reason])
    about = tr(
        "Echopatch computes in a Python environment of its own, so that QGIS's stays as it is. Set it up once; it takes some minutes."
    )
    return StateWords("/mIconInfo.svg", state.reason, [about])


def details_lines(details: Dict[str, Any]) -> List[str]:
    """What ``doctor`` found, in three lines; none when nothing is known."""
    if not details:
        return []
    versions, devices, rates = details.get("versions", {}), details.get("devices", {}), details.get("patches_per_s", {})
    named = [("python", "Python"), ("torch", "PyTorch"), ("gdal", "GDAL"), ("echopatch", "Echopatch")]
    lines = [" · ".join(f"{label} {versions[name]}" for name, label in named if name in versions)]
    lines += [f"{_device_name(name)}: {what}" for name, what in devices.items()]
    if rates:
        text = tr("{rate} patches per second on {device} (ResNet-18, 160 px)")
        lines.append(text.format(rate=f"{max(rates.values()):.0f}", device=details.get("device", "")))
    return lines


def model_words(card: ModelCard) -> str:
    """A model in one line: whether it looks at optical images, how many classes, at which scale, how good."""
    spacing = "?" if card.pixel_size_m is None else number_text(card.pixel_size_m, 2)
    recall = card.metrics.get("mean_recall")
    words = [
        tr("looks at optical images") if card.modality == "optical" else "",
        tr("{classes} classes, patches of {px} px at {spacing} m").format(classes=len(card.classes), px=card.patch_px, spacing=spacing),
        "" if recall is None else tr("mean recall {recall}").format(recall=number_text(recall, 2)),
    ]
    return ", ".join(filter(None, words))


def _device_name(name: str) -> str:
    return {"cpu": tr("Processor"), "cuda": tr("NVIDIA GPU"), "mps": tr("Apple GPU")}.get(name.split(":", maxsplit=1)[0], name)
