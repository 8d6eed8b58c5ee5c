"""Where a head comes by its features: from a patch set, or from feature grids and labels."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from ...contract.commands.learning import TrainConfig
from ...contract.errors import ModelError
from ...contract.model_card import ModelCard, Radiometry
from ...contract.reporting import Reporter
from ...contract.settings import flat_fields
from ..mapping.feature_grid import FeatureGrid, read_feature_grid
from ..network.body_identity import body_sha256
from ..network.domain import LEAST_VALIDATION
from ..network.model_file import Model, load_model
from ..network.networks import PatchNetwork, build_network
from ..network.start_weights import Start, check_start, read_start, start_from, start_path
from ..network.texture import TextureStatistics
from ..network.views import AS_IT_IS, View
from ..patches.patch_set import PatchSet
from .batches import PatchReader
from .card import NO_PART_OF_THE_RESULT, span, training_card
from .examples import Examples
from .features import means_of
from .judge import answers
from .labelled_cells import examples_of
from .novelty import Learned, fit_domain, learn_novelty, learned_of
from .penalty import Choice
from .radiometry import learn_radiometry
from .splits import splits_of
from .statistics import count_codes, db_of_codes, window_histogram

Logits = Callable[[NDArray[np.int64]], NDArray[np.float32]]


@dataclass(frozen=True)
class Material:
    """All that a model with a new head is made of."""

    card: ModelCard
    """Of the model; temperature, record and figures come later."""
    network: PatchNetwork
    """With the body of the start; the head is still to be fitted."""
    examples: Examples
    parent: Model | None
    """The model that the body is of, if it is of a model."""
    parent_logits: Logits | None
    """What the parent answers for rows of the examples."""
    request: dict[str, Any]
    """What decides the result, JSON-native."""
    novelty: Callable[[Choice], Learned | None]
    """Where the model is at home; None with too few to tell."""


def material_of_patches(patch_set: PatchSet, config: TrainConfig, device: torch.device, report: Reporter) -> Material:
    """Look at the patches of a set through the body of the start.

    Raises:
        EchopatchError: the start cannot be used, or is not made for these patches.
        Cancelled: at a safe point.
    """
    splits, start = splits_of(patch_set), read_start(_start_name(config), config.backbone)
    radiometry, histogram = _radiometry(config, patch_set, start, report)
    card = training_card(config, start.backbone, patch_set, radiometry, histogram)
    check_start(start, card, config.transfer.allow_other_quantity, report)
    network = build_network(card.backbone, (), len(card.channels), len(card.classes))
    start_from(network, start, card)
    network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    reader = PatchReader(patch_set, splits.labels, radiometry, device)
    rows, table = np.arange(len(splits.labels)), patch_set.index

    def looked(module: nn.Module, rows: NDArray[np.int64], view: View = AS_IT_IS) -> NDArray[np.float32]:
        return means_of(module.eval(), reader, rows, lambda done: report.progress(done, len(rows), "progress-features"), view)

    texture = TextureStatistics(radiometry.mean, radiometry.std).to(device) if config.texture_expert else None
    examples = Examples(
        classes=card.classes,
        features=looked(network.body, rows),
        splits=splits,
        groups=np.unique(table["group"], return_inverse=True)[1].reshape(-1).astype(np.intp),
        scenes=table["scene"].to_numpy(dtype=object),
        sources=table["source"].to_numpy(dtype=object),
        statistics=None if texture is None else looked(texture, rows),
        mirrored=tuple(looked(network.body, splits.train, view) for view in _other_views(config)),
    )
    request = {**_settings(config), "patch_set_sha256": patch_set.sha256, "parent_sha256": start.parent.sha256 if start.parent else None}

    def novelty(_: Choice) -> Learned | None:
        return learn_novelty(network.to(device), reader, splits, report)

    return Material(card, network.cpu(), examples, start.parent, _parent_logits(start.parent, reader, report), request, novelty)


def _start_name(config: TrainConfig) -> str:
    return "shipped" if config.start == "auto" else config.start


def _radiometry(config: TrainConfig, patch_set: PatchSet, start: Start, report: Reporter) -> tuple[Radiometry, tuple[float, ...]]:
    """How the body is fed, and the histogram of the training pixels in that window.

    The body of a model is fed as it was in training; only patches of another quantity or pixel size bring their own levels.
    """
    rows, settings = splits_of(patch_set).train, patch_set.settings
    theirs = None if start.parent is None else start.parent.card
    if theirs is None or (theirs.radiometry.quantity, theirs.pixel_size_m) != (settings.quantity, settings.pixel_size_m):
        return learn_radiometry(config, patch_set, rows, report)
    return theirs.radiometry, window_histogram(db_of_codes(patch_set), count_codes(patch_set, rows, report), theirs.radiometry)


def _other_views(config: TrainConfig) -> tuple[View, ...]:
    """The patches mirrored along azimuth (rows) and range (columns), as far as the settings of augmentation want it."""
    wanted = config.augmentation
    if not (wanted.augment and wanted.flips):
        return ()
    along_azimuth = View(rows_mirrored=True)
    if wanted.keep_look_direction:
        return (along_azimuth,)
    return along_azimuth, View(columns_mirrored=True), View(rows_mirrored=True, columns_mirrored=True)


def material_of_cells(config: TrainConfig, report: Reporter) -> Material:
    """Label the cells of feature grids.

    Raises:
        EchopatchError: grids or labels cannot be used, or do not go together.
        Cancelled: at a safe point.
    """
    grids = [read_feature_grid(path) for path in config.head.features]
    parent = _model_of(grids, config)
    examples = examples_of(grids, config.head, config.seed, report)
    scenes = [grid.facts.scene for grid in grids]
    theirs = parent.card
    card = ModelCard(
        name=Path(config.output).stem,
        backbone=theirs.backbone,
        head=(),
        channels=theirs.channels,
        classes=examples.classes,
        patch_px=theirs.patch_px,
        pixel_size_m=theirs.pixel_size_m,
        radiometry=theirs.radiometry,
        looks=span(one.looks for one in scenes),
        incidence_deg=span(angle for one in scenes for angle in one.incidence_deg or ()),
        histogram=_common_histogram(grids, theirs),
        licence=config.licence,
        provenance=config.provenance,
    )
    network = build_network(card.backbone, (), len(card.channels), len(card.classes))
    network.body.load_state_dict(parent.network.body.state_dict())
    sources = {Path(path).name: grid.facts.body_sha256 for path, grid in zip(config.head.features, grids, strict=True)}
    request = {**_settings(config), "patch_set_sha256": None, "parent_sha256": parent.sha256, "grids": sources}
    wanted = examples if config.texture_expert else dataclasses.replace(examples, statistics=None)
    modes = {grid.facts.config.mode for grid in grids}

    def novelty(choice: Choice) -> Learned | None:
        return _domain_of_cells(examples, choice, modes)

    return Material(card, network, wanted, parent, _answers_to(parent, examples), request, novelty)


def _domain_of_cells(examples: Examples, choice: Choice, modes: set[str]) -> Learned | None:
    """Where a head of cells is at home, its limit set by cells that lie apart: those for validation, else a place left out."""
    splits = examples.splits
    apart = [(splits.train, splits.validation), *((splits.train[known], splits.train[left_out]) for known, left_out in choice.folds)]
    enough = [(known, judged) for known, judged in apart if len(judged) >= LEAST_VALIDATION]
    if not enough or len(modes) > 1:
        return None
    known, judged = enough[0]
    domain = fit_domain(torch.from_numpy(examples.features[known]), splits.labels[known], torch.from_numpy(examples.features[judged]))
    return learned_of(dict.fromkeys(modes, domain), len(known), len(judged))


def _model_of(grids: list[FeatureGrid], config: TrainConfig) -> Model:
    """The model whose body made the grids: the one that the user names, or the one that is kept with them.

    Raises:
        ModelError: the grids are of different bodies, or that of the model is another one.
    """
    first = grids[0]
    for other in grids[1:]:
        if other.facts.body_sha256 != first.facts.body_sha256:
            raise ModelError("features-bodies-differ", first=str(first.folder), other=str(other.folder))
    given = None if config.start == "auto" else start_path(config.start)
    path = first.model_path if given is None else str(given)
    model = load_model(path)
    if body_sha256(model) != first.facts.body_sha256:
        raise ModelError("features-other-body", features=str(first.folder), made_by=first.facts.model_name, model=path)
    return model


def _common_histogram(grids: list[FeatureGrid], card: ModelCard) -> tuple[float, ...]:
    """The mean of the scenes' histograms; that of the parent where no scene has one."""
    known = [grid.facts.histogram for grid in grids if grid.facts.histogram is not None]
    return tuple(np.mean(known, axis=0).tolist()) if known else card.histogram


def _settings(config: TrainConfig) -> dict[str, Any]:
    return {field.name: value for field, value in flat_fields(config) if field.name not in NO_PART_OF_THE_RESULT}


def _answers_to(parent: Model, examples: Examples) -> Logits:
    """What a parent answers for cells that its own body has seen."""

    @torch.inference_mode()
    def logits(rows: NDArray[np.int64]) -> NDArray[np.float32]:
        network = PatchNetwork(nn.Sequential(), parent.network.head)
        network.expert = parent.network.expert
        return np.asarray(network.answer(examples.means(rows, with_texture=network.expert is not None)).numpy())

    return logits


def _parent_logits(parent: Model | None, reader: PatchReader, report: Reporter) -> Logits | None:
    """What a parent answers for patches, seen through its own radiometry."""
    if parent is None:
        return None

    def logits(rows: NDArray[np.int64]) -> NDArray[np.float32]:
        network = parent.network.to(reader.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        return answers(network, dataclasses.replace(reader, radiometry=parent.card.radiometry), rows, report)

    return logits
