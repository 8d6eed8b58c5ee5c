"""The group that asks what the pixels of a raster mean; shown for rasters that do not say."""

from typing import Any, Callable, Dict, Mapping, Optional

from ...core.contract.model_card import ModelCard
from ..binding import bind, show_value, value_of
from ..translation import tr
from . import radiometry
from .checks import FIELDS


class RadiometryBox:
    """Shows what the file says, lets the user say the rest, and states what is still missing."""

    def __init__(self, form: Any, on_change: Callable[[], None]) -> None:
        self._form = form
        self._shown = ""
        bind(form, map(FIELDS.get, radiometry.SETTINGS), on_change)

    def values(self) -> Dict[str, Any]:
        """What the user says, by setting."""
        return {name: value_of(self._form, FIELDS[name]) for name in radiometry.SETTINGS}

    def show_scene(self, info: Optional[Mapping[str, Any]], card: Optional[ModelCard]) -> None:
        """Show the group where it is needed, and in it what can be said of this scene.

        Args:
            info: what the engine says of the scene; None where it has not.
            card: of the model; without one any quantity will do.
        """
        needed = info is not None and radiometry.is_needed(info)
        self._form.pixels.setVisible(needed)
        if info is None or not needed:
            return
        if info["path"] != self._shown:
            self._shown = info["path"]
            self._fill_in(info)
        said = self.values()
        for name, is_open in radiometry.open_settings(info, said).items():
            getattr(self._form, name).setEnabled(is_open)
        wanted = card.radiometry.quantity if card is not None else "gamma0"
        self._form.pixels_note.setText(_note(radiometry.missing(info, said, wanted)))

    def _fill_in(self, info: Mapping[str, Any]) -> None:
        """Start with what the file says; what was said of another scene is forgotten."""
        angles = info["incidence_deg"]
        known = {
            "quantity": info["quantity"] or None,
            "decibel": False,
            "calibrated_to": "beta0",
            "incidence_deg": sum(angles) / 2 if angles else None,
            "pixel_size_m": info["row_spacing_m"],
        }
        for name in radiometry.SETTINGS:
            show_value(self._form, FIELDS[name], known.get(name))


def _note(missing: Any) -> str:
    if not missing:
        return tr("Everything that the model needs is known. What you state here is recorded in the result as your word.")
    lines = "".join(f"<li>{one}</li>" for one in missing)
    return tr("The file does not say everything that the model needs. Still missing:") + f'<ul style="margin: 2px 0 0 -22px">{lines}</ul>'
