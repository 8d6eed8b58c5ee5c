"""What a ``.safetensors`` file says of itself, read without its tensors."""

import json
import struct
from pathlib import Path
from typing import Dict

from .errors import ModelError

_MAX_HEADER_BYTES = 100_000_000  # the limit of the safetensors format


def header_metadata(path: str) -> Dict[str, str]:
    """The metadata of the header, texts by key; empty where it holds none.

    A safetensors file begins with the length of its header, 8 bytes little-endian, then the header as JSON.

    Raises:
        ModelError: no such file, or not a safetensors file.
    """
    if not Path(path).is_file():
        raise ModelError("model-missing", path=path)
    with Path(path).open("rb") as file:
        head = file.read(8)
        length = struct.unpack("<Q", head)[0] if len(head) == 8 else 0
        text = file.read(length) if 0 < length <= _MAX_HEADER_BYTES else b""
    try:
        header = json.loads(text.decode("utf-8"))
        metadata = header.get("__metadata__") or {}
        return {str(key): str(value) for key, value in metadata.items()}
    except (ValueError, AttributeError) as error:
        raise ModelError("model-header-broken", path=path) from error
