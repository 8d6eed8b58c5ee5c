"""Hides the layers of a map, so that the scene below can be judged, and shows them again as they were."""

from typing import Dict

from qgis.core import QgsProject

from ..layers import layers_of


class MapVisibility:
    """Of the layers that show one result."""

    def __init__(self, result: str) -> None:
        self._result = result
        self._before: Dict[str, bool] = {layer.id(): self._is_checked(layer.id()) for layer in layers_of(result)}

    def show(self, on: bool) -> None:
        """Show the layers that were shown at first, or hide them."""
        for layer_id, was_shown in self._before.items():
            self._check(layer_id, on and was_shown)

    def restore(self) -> None:
        """As it was at first."""
        self.show(True)

    def _is_checked(self, layer_id: str) -> bool:
        node = QgsProject.instance().layerTreeRoot().findLayer(layer_id)
        return node is not None and node.itemVisibilityChecked()

    def _check(self, layer_id: str, on: bool) -> None:
        node = QgsProject.instance().layerTreeRoot().findLayer(layer_id)
        if node is not None and node.itemVisibilityChecked() != on:
            node.setItemVisibilityChecked(on)
