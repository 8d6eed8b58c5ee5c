"""Models that answer together, and whether they can do what is asked."""

from collections.abc import Sequence

from ...contract.commands.classify import ClassifyConfig
from ...contract.errors import ModelError
from ...contract.model_card import ModelCard
from ..network.domain import LEAST_VALIDATION
from ..network.model_file import Model
from ..network.views import views_of


def check_models(models: Sequence[Model], config: ClassifyConfig) -> None:
    """Refuse models that cannot answer together, or cannot do what the settings ask of each.

    Args:
        models: those of ``config.model`` and ``config.ensemble``, in this order.
        config: the settings.

    Raises:
        ModelError: names the model and what it lacks, or in what it differs from the first.
    """
    paths = (config.model, *config.ensemble)
    for number, (path, model) in enumerate(zip(paths, models, strict=True)):
        if model.sha256 in [one.sha256 for one in models[:number]]:
            raise ModelError("ensemble-twice", model=path)
        for name, ours, theirs in _compared(models[0].card, model.card):
            if ours != theirs:
                raise ModelError("ensemble-unfit", model=config.model, other=path, name=name, ours=ours, theirs=theirs)
        views_of(config.test_time, model.card)
        if config.unknown and config.mode not in model.domains:
            raise ModelError("classify-no-domain", model=path, setting="--unknown", patches=LEAST_VALIDATION)


def _compared(ours: ModelCard, theirs: ModelCard) -> list[tuple[str, str, str]]:
    return [
        ("classes", _legend(ours), _legend(theirs)),
        ("patch size", f"{ours.patch_px} px", f"{theirs.patch_px} px"),
        ("pixel size", f"{ours.pixel_size_m:g} m", f"{theirs.pixel_size_m:g} m"),
        ("channels", " ".join(ours.channels), " ".join(theirs.channels)),
        ("quantity", ours.radiometry.quantity, theirs.radiometry.quantity),
    ]


def _legend(card: ModelCard) -> str:
    return ", ".join(f"{one.code} {one.name}" for one in card.classes)
