"""The launcher: ``python PLUGIN_FOLDER/core/engine COMMAND ...`` runs the engine from a plugin folder of any name."""

import importlib.util
import sys
from pathlib import Path

_ENGINE = Path(__file__).resolve().parent
_ROOT = _ENGINE.parents[1]


def _name_the_package() -> None:
    """Give the plugin folder, whatever it is called, the package name ``echopatch``.

    The engine's own folder leaves ``sys.path``: its ``device`` or ``output`` must not shadow somebody's top-level module.
    """
    sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != _ENGINE]
    spec = importlib.util.spec_from_file_location("echopatch", _ROOT / "__init__.py", submodule_search_locations=[str(_ROOT)])
    if spec is None or spec.loader is None:
        raise ImportError(f"{_ROOT} is not the Echopatch folder")
    package = importlib.util.module_from_spec(spec)
    sys.modules["echopatch"] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    _name_the_package()
    sys.exit(importlib.import_module("echopatch.core.engine.command_line").main())
