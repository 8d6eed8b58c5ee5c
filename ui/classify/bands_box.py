"""The choice of bands, where a scene has more than a model takes."""

from itertools import permutations
from typing import Any, Callable, List, Mapping, Optional, Tuple

from ...core.contract.model_card import ModelCard, channel_fits
from ..processing.parameters import label_of
from ..translation import tr
from .checks import FIELDS


class BandsBox:
    """Offers the ways in which the scene's bands can fill the model's channels."""

    def __init__(self, form: Any, on_change: Callable[[], None]) -> None:
        self._combo, self._label = form.bands, form.bands_label
        self._label.setText(label_of(FIELDS["bands"]))
        for widget in (self._combo, self._label):
            widget.setToolTip(tr(FIELDS["bands"].help))
        self._offered: List[Tuple[str, ...]] = []
        self._combo.currentIndexChanged.connect(lambda _: on_change())
        self.show_scene(None, None)

    def chosen(self) -> Tuple[str, ...]:
        """The chosen bands; empty where the scene has no others."""
        return self._offered[self._combo.currentIndex()] if self._offered else ()

    def show_scene(self, info: Optional[Mapping[str, Any]], card: Optional[ModelCard]) -> None:
        """Offer the bands of a scene to a model, those of the model's own polarisations first."""
        offered = _ways(info["bands"], card) if info is not None and card is not None else []
        for widget in (self._combo, self._label):
            widget.setVisible(bool(offered))
        if offered != self._offered:
            self._offered = []  # nothing is chosen while the list is filled
            self._combo.clear()
            self._combo.addItems([" ".join(one) for one in offered])
            self._offered = offered
            self._combo.setCurrentIndex(0 if offered else -1)


def _ways(bands: Any, card: ModelCard) -> List[Tuple[str, ...]]:
    count = len(card.channels)
    if len(bands) <= count:
        return []
    return sorted(permutations(bands, count), key=lambda one: not all(map(channel_fits, card.channels, one)))
