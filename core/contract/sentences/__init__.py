"""Every sentence a user may read, by code; the host translates by code and fills in the same values."""

from typing import Any, Dict, Mapping

from . import (
    assessment,
    common,
    comparison,
    distillation,
    embedding,
    export,
    generation,
    generation_quality,
    generation_trial,
    learning,
    mapping,
    model,
    patches,
    sampling,
    scene,
    simulation,
    training_options,
)

SENTENCES: Dict[str, str] = {}
for _zone in (
    common,
    scene,
    patches,
    model,
    learning,
    distillation,
    training_options,
    generation,
    generation_quality,
    generation_trial,
    assessment,
    comparison,
    mapping,
    embedding,
    export,
    sampling,
    simulation,
):
    _twice = SENTENCES.keys() & _zone.SENTENCES.keys()
    if _twice:
        raise ValueError(f"sentences defined twice: {sorted(_twice)}")
    SENTENCES.update(_zone.SENTENCES)


def sentence(code: str, values: Mapping[str, Any]) -> str:
    """The English sentence of a code with its values filled in.

    Raises:
        KeyError: no such code, or a value that the sentence names is missing.
    """
    return SENTENCES[code].format(**values)
