"""Echopatch: patch-wise land-cover classification of TerraSAR-X scenes, in QGIS and on the command line."""

from typing import Any

__version__ = "0.1.0"


def classFactory(iface: Any) -> Any:  # noqa: N802 - the name QGIS calls
    """The plugin, for QGIS. Nothing of QGIS is imported before it is asked for: the engine imports this package too.

    Args:
        iface: QGIS's interface; None in ``qgis_process``.
    """
    from .plugin import EchopatchPlugin  # noqa: PLC0415 - see above

    return EchopatchPlugin(iface)
