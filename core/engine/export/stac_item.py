"""A model as a STAC item with the Machine Learning Model extension, for catalogues of models.

Source: STAC 1.1.0; extensions Machine Learning Model 1.4.0, File 2.1.0 and Classification 2.0.0.
"""

import json
import re
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ...contract.legend import LandClass
from ...contract.model_card import ModelCard
from ..network.model_file import Model
from .grey_levels import channel_in_words, grey_levels_by_gdal, grey_levels_in_words

_EXTENSIONS = ["https://stac-extensions.github.io/mlm/v1.4.0/schema.json", "https://stac-extensions.github.io/file/v2.1.0/schema.json"]
_ANY_TIME = {"datetime": None, "start_datetime": "1900-01-01T00:00:00Z", "end_datetime": "9999-12-31T23:59:59Z"}
_TASKS = ["scene-classification"]
"""What the extension calls one class for a whole image, here a patch."""
_SHA256_AS_MULTIHASH = "1220"
_SPDX = r"[\w.+-]+"
_FULL_VERSION = r"\d+\.\d+\.\d+(\+[\w.-]+)?"


def stac_item(model: Model, path: Path, output: Path) -> bytes:
    """The item, as JSON.

    A model has no place: the geometry is null. Beside the fields of the extension, ``echopatch:card`` holds the whole model card.

    Args:
        model: what the item is about.
        path: of the model file.
        output: of the item; a model file beside it is named without its folder.
    """
    item = {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": _EXTENSIONS,
        "id": f"{_word(model.card.name, 'model')}-{model.sha256[:12]}",
        "geometry": None,
        "properties": {**_about(model.card), **_learned(model), "echopatch:card": json.loads(model.card.to_json())},
        "links": [],
        "assets": {"model": _asset(model, path, output)},
    }
    return json.dumps(item, indent=2, ensure_ascii=False).encode()


def _about(card: ModelCard) -> dict[str, Any]:
    """The fields that any catalogue knows."""
    spacing = {} if card.pixel_size_m is None else {"gsd": card.pixel_size_m}
    free = {"description": card.provenance} if card.provenance else {}
    licence = {"license": card.licence if re.fullmatch(_SPDX, card.licence) else "other"} if card.licence else {}
    created = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    bands = [{"name": one, "description": f"{card.radiometry.quantity}, {channel_in_words(one)}"} for one in card.channels]
    return {**_ANY_TIME, "created": created, "title": card.name, **free, **licence, **spacing, "bands": bands}


def _learned(model: Model) -> dict[str, Any]:
    """The fields of the extension."""
    card = model.card
    training = card.training.get("config", {})
    fields = {
        "mlm:name": _word(card.name, "model"),
        "mlm:architecture": card.backbone.replace("resnet", "ResNet-"),
        "mlm:tasks": _TASKS,
        "mlm:framework": "PyTorch",
        **_framework_version(card),
        "mlm:accelerator": None,
        "mlm:total_parameters": sum(one.numel() for one in model.network.parameters()),
        **_start(training.get("start")),
        "mlm:input": [_input(card)],
        "mlm:output": [_output(card)],
    }
    return {**fields, "mlm:hyperparameters": training} if training else fields


def _framework_version(card: ModelCard) -> dict[str, str]:
    version = str(card.training.get("versions", {}).get("torch", ""))
    return {"mlm:framework_version": version} if re.fullmatch(_FULL_VERSION, version) else {}


def _start(start: str | None) -> dict[str, Any]:
    if not start:
        return {}
    random = start == "random"
    return {"mlm:pretrained": not random, "mlm:pretrained_source": None if random else start}


def _input(card: ModelCard) -> dict[str, Any]:
    door = card.radiometry
    return {
        "name": "grey levels",
        "description": f"{grey_levels_in_words(card)} The command echopatch calibrate --scale model writes them.",
        "bands": list(card.channels),
        "input": {
            "shape": [-1, len(card.channels), card.patch_px, card.patch_px],
            "dim_order": ["batch", "channel", "height", "width"],
            "data_type": "float32",
        },
        "value_scaling": [{"type": "z-score", "mean": 255 * door.mean, "stddev": 255 * door.std}],
        "resize_type": "crop",
        "pre_processing_function": {"format": "gdal-calc", "expression": grey_levels_by_gdal(card)},
    }


def _output(card: ModelCard) -> dict[str, Any]:
    return {
        "name": "class probabilities",
        "description": "One probability per class, in the order of the classes; their values are the class codes of results.",
        "tasks": _TASKS,
        "result": {"shape": [-1, len(card.classes)], "dim_order": ["batch", "class"], "data_type": "float32"},
        "classification:classes": [_land_class(one) for one in card.classes],
        "post_processing_function": {"format": "python", "expression": f"torch.softmax(logits / {card.temperature!r}, dim=1)"},
    }


def _land_class(one: LandClass) -> dict[str, Any]:
    name = _word(one.name, f"class-{one.code}")
    return {"value": one.code, "name": name, "description": one.name, "color_hint": one.colour[1:].upper()}


def _asset(model: Model, path: Path, output: Path) -> dict[str, Any]:
    beside = path.parent == output.parent
    return {
        "href": f"./{path.name}" if beside else path.as_uri(),
        "title": "Weights, with the model card in the header",
        "type": "application/octet-stream",
        "roles": ["mlm:model", "mlm:weights", "data"],
        "mlm:artifact_type": "safetensors.torch.save_file",
        "file:size": path.stat().st_size,
        "file:checksum": _SHA256_AS_MULTIHASH + model.sha256,
    }


def _word(text: str, otherwise: str) -> str:
    """A text with a letter first and nothing in it but ASCII letters, digits and dashes, as the extensions want names."""
    word = re.sub("[^0-9A-Za-z]+", "-", text).strip("-")
    return word if re.match("[A-Za-z].", word) else otherwise
