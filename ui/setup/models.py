"""The models on this machine, and how the shipped one gets here: from the release, the offline folder, or a picked file."""

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional, Tuple

from qgis.core import QgsBlockingNetworkRequest, QgsFeedback
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from ...core.contract.errors import Cancelled, ModelError
from ...core.contract.model_card import ModelCard, read_card
from .. import settings
from ..environment import PLUGIN_ROOT, engine_home
from ..translation import error_text, tr
from .build import SetupFailed, Watch

_SHIPPED = PLUGIN_ROOT / "resources" / "models"
_MIB = 2**20


@dataclass(frozen=True)
class ShippedModel:
    """A model that belongs to Echopatch but is too large for the plugin itself."""

    name: str
    """Of the file."""
    url: str
    sha256: str
    bytes: int


def shipped_model() -> ShippedModel:
    """The model of this version; its checksum stands in groups of eight, which no scan takes for a key."""
    entry = json.loads((_SHIPPED / "models.json").read_text(encoding="utf-8"))
    return ShippedModel(entry["name"], entry["url"], entry["sha256"].replace(" ", ""), entry["bytes"])


def model_folder() -> Path:
    """Where models are kept, made if need be."""
    folder = Path(settings.model_folder() or engine_home() / "models")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def installed_models() -> List[Tuple[str, ModelCard]]:
    """Every model that can be used, with its card: those of the model folder, then those of a developer's checkout."""
    found = {}
    for path in (*sorted(model_folder().glob("*.safetensors")), *sorted(_SHIPPED.glob("*.safetensors"))):
        card = _card_or_none(str(path))
        if card is not None:
            found.setdefault(path.name, (str(path), card))
    return list(found.values())


def fetch_model(model: ShippedModel, watch: Watch) -> str:
    """Bring the shipped model into the model folder, from the offline folder if it lies there, else from its release.

    Raises:
        SetupFailed: it cannot be had, or is not the file that was released.
        Cancelled: the user asked to stop.
    """
    if not model.sha256:
        raise SetupFailed(tr("The model of this version has not been released yet. Pick a model file, or train a small model."))
    offline = Path(settings.offline_folder() or ".") / model.name
    if settings.offline_folder() and offline.is_file():
        content = offline.read_bytes()
        source = str(offline)
    else:
        content = _download(model, watch)
        source = model.url
    if hashlib.sha256(content).hexdigest() != model.sha256:
        text = tr("{source} is not the file that was released: its checksum differs. Try again, or get the file elsewhere.")
        raise SetupFailed(text.format(source=source))
    target = model_folder() / model.name
    part = target.with_suffix(".part")
    part.write_bytes(content)
    os.replace(part, target)
    return str(target)


def add_model(path: str) -> str:
    """Copy a model file that the user has picked into the model folder.

    Raises:
        SetupFailed: it is no model, or there is another one of that name.
    """
    try:
        read_card(path)
    except ModelError as error:
        raise SetupFailed(error_text(error)) from error
    target = model_folder() / Path(path).name
    if target.exists() and target.samefile(path):
        return str(target)
    if target.exists():
        raise SetupFailed(tr("There is a model {name} already. Rename one of the two files.").format(name=target.name))
    part = target.with_suffix(".part")
    shutil.copyfile(path, part)
    os.replace(part, target)
    return str(target)


def _card_or_none(path: str) -> Optional[ModelCard]:
    """The card of a model; none for a file of another program or a broken one: who picks that one reads the reason."""
    try:
        return read_card(path)
    except ModelError:
        return None


def _download(model: ShippedModel, watch: Watch) -> bytes:
    """The content of a URL, through QGIS's own network access with its proxy and certificates."""
    request, feedback = QgsBlockingNetworkRequest(), QgsFeedback()

    def follow(received: int, total: int) -> None:
        if watch.is_cancelled():
            feedback.cancel()
        whole = max(total, model.bytes, 1)
        text = tr("Downloading the model: {done} of {whole} MiB")
        watch.progress(received / whole, text.format(done=f"{received / _MIB:.1f}", whole=f"{whole / _MIB:.1f}"))

    request.downloadProgress.connect(follow)
    result = request.get(QNetworkRequest(QUrl(model.url)), True, feedback)
    if watch.is_cancelled():
        raise Cancelled
    if result != QgsBlockingNetworkRequest.ErrorCode.NoError:
        text = tr(
            "The model could not be downloaded ({reason}). Check the network and the proxy under Settings > Options > Network, "
            "pick the file if you have it, or train a small model."
        )
        raise SetupFailed(text.format(reason=request.errorMessage()), model.url)
    return bytes(request.reply().content())
