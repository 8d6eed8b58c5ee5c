"""The generator card: what a file of ``gan train`` says of itself, in the header of its ``.safetensors`` file."""

import dataclasses
import json
from dataclasses import dataclass, field
from typing import Any, Dict, Optional, Tuple

from .errors import ModelError
from .legend import LandClass
from .safetensors_header import header_metadata

GENERATOR_VERSION = 1
GENERATOR_KEY = "echopatch-generator"


@dataclass(frozen=True)
class GeneratorCard:
    """Everything needed to make patches with a generator, and to know where they come from."""

    name: str
    classes: Tuple[LandClass, ...]
    """That it learned."""
    conditional: bool
    """Whether it is told which of them to make."""
    scenario: str
    """``full``, ``coarse`` or ``crop``."""
    size_px: int
    """Side of the images that it makes."""
    patch_px: int
    """Side of the patches that they become."""
    pixel_size_m: Optional[float]
    """Of the patches; None for chips of unknown spacing."""
    channels: Tuple[str, ...]
    quantity: str
    floor_db: float
    """What -1 of an image stands for."""
    ceiling_db: float
    """What 1 of an image stands for."""
    width: int
    code_length: int
    layers: str
    speckle_input: bool
    training: Dict[str, Any] = field(default_factory=dict)
    """Config, patch set SHA-256, patches by class, steps, the patches learned from, and how it ended."""
    version: int = GENERATOR_VERSION

    def to_json(self) -> str:
        """The card as one JSON text, the form it has in the file."""
        return json.dumps(dataclasses.asdict(self), ensure_ascii=False)


def read_generator_card(path: str) -> GeneratorCard:
    """Read the card of a generator file without loading its weights.

    Raises:
        ModelError: no such file, or it is no generator, or a newer one.
    """
    metadata = header_metadata(path)
    if GENERATOR_KEY not in metadata:
        raise ModelError("generator-without-card", path=path)
    try:
        fields = json.loads(metadata[GENERATOR_KEY])
        if fields["version"] > GENERATOR_VERSION:
            raise ModelError("model-too-new", path=path, theirs=fields["version"], ours=GENERATOR_VERSION)
        fields["classes"] = tuple(LandClass(**one) for one in fields["classes"])
        fields["channels"] = tuple(fields["channels"])
        return GeneratorCard(**fields)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError("generator-broken", path=path, reason=str(error)) from error
