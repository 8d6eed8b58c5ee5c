"""What Echopatch keeps in the settings of QGIS, under one prefix; the only place that reads or writes them."""

from typing import Any

from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy

_PREFIX = "echopatch/"


def engine_python() -> str:
    """The Python that the user has chosen for the engine; empty for the environment that Echopatch builds."""
    return _text("engine_python")


def set_engine_python(path: str) -> None:
    """Run the engine with this Python; empty goes back to the environment that Echopatch builds."""
    _set("engine_python", path)


def torch_choice() -> str:
    """Which build of torch is installed: ``auto``, ``cpu``, ``cuNNN``, or ``none`` to keep what is there."""
    return _text("torch_choice", "auto")


def set_torch_choice(choice: str) -> None:
    """Remember the build of torch to install."""
    _set("torch_choice", choice)


def offline_folder() -> str:
    """The folder with wheels and models for a machine without network; empty for none."""
    return _text("offline_folder")


def set_offline_folder(path: str) -> None:
    """Install from this folder; empty installs from the network."""
    _set("offline_folder", path)


def uv_program() -> str:
    """The ``uv`` that the user has chosen; empty to look for one."""
    return _text("uv_program")


def set_uv_program(path: str) -> None:
    """Remember the ``uv`` to install with."""
    _set("uv_program", path)


def model_folder() -> str:
    """The folder of the user's models; empty for the default one."""
    return _text("model_folder")


def last_folder(purpose: str) -> str:
    """The folder that was used last for a purpose such as ``product``; empty at first."""
    return _text(f"last_folder/{purpose}")


def set_last_folder(purpose: str, path: str) -> None:
    """Remember the folder that was used for a purpose."""
    _set(f"last_folder/{purpose}", path)


def last_model() -> str:
    """The model file that was used last; empty at first."""
    return _text("last_model")


def set_last_model(path: str) -> None:
    """Remember the model file that was used."""
    _set("last_model", path)


def device() -> str:
    """The device that runs are asked to use: ``auto``, ``cpu``, ``cuda``, ``cuda:N`` or ``mps``."""
    return _text("device", "auto")


def set_device(name: str) -> None:
    """Remember the device to use."""
    _set("device", name)


def live_map_every() -> int:
    """So many labels bring a new live map."""
    return int(_text("live_map_every", "5"))


def set_live_map_every(labels: int) -> None:
    """Remember how many labels bring a new live map."""
    _set("live_map_every", labels)


def proxy_url() -> str:
    """The proxy of QGIS's network settings as a URL; empty when there is none."""
    proxy = QgsNetworkAccessManager.instance().fallbackProxy()
    schemes = {QNetworkProxy.ProxyType.HttpProxy: "http", QNetworkProxy.ProxyType.Socks5Proxy: "socks5"}
    if proxy.type() not in schemes or not proxy.hostName():
        return ""
    url = QUrl()
    url.setScheme(schemes[proxy.type()])
    url.setHost(proxy.hostName())
    url.setPort(proxy.port())
    url.setUserName(proxy.user())
    url.setPassword(proxy.password())
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)


def _text(name: str, default: str = "") -> str:
    return str(QgsSettings().value(_PREFIX + name, default) or default)


def _set(name: str, value: Any) -> None:
    QgsSettings().setValue(_PREFIX + name, value)
