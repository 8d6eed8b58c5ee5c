"""The command gan sample: a generator in, a patch set of synthetic patches out."""

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from ...contract.commands.generation import GanSampleConfig
from ...contract.errors import LearningError, ModelError
from ...contract.reporting import Reporter
from ...contract.settings import changed_settings
from ..device import choose_device, device_turn
from ..learning.judge import check_kind
from ..network.model_file import load_model
from ..patches.patch_set import PatchSet, read_patch_set
from ..patches.writer import check_set_output, new_patch_set
from .generator_file import GeneratorFile, load_generator
from .patch_filter import PatchFilter, fit_filter
from .sample import made_set, some_of, synthetic_index, synthetic_settings


@dataclass
class FilterCounts:
    """What became of the patches made for one class."""

    made: int = 0
    kept: int = 0
    improbable: int = 0
    """The model did not give the class its least probability."""
    far: int = 0
    """Probable, but their features lie far from real ones."""


@dataclass
class Sampled:
    """What has been kept so far."""

    counts: dict[str, FilterCounts]
    """By class name."""
    classes: list[NDArray[np.int64]] = field(default_factory=list)
    """Place among the generator's classes of the patches kept, in their order."""


def gan_sample(config: GanSampleConfig, report: Reporter) -> dict[str, object]:
    """Make synthetic patches of each class until enough have passed.

    Returns:
        ``patches`` (path), ``count``, and by class name ``kept`` and ``made``.

    Raises:
        EchopatchError: the generator, the filter or the output cannot be used, or no patch passed.
        Cancelled: the user asked to stop.
    """
    inputs = [one for one in (config.generator, config.model, config.patches) if one]
    output = check_set_output(config.output, config.overwrite, inputs)
    made_by = load_generator(config.generator)
    places = _places(config, made_by)
    if not made_by.card.conditional and len(made_by.card.classes) > 1 and not config.model:
        raise ModelError("gan-mixed-needs-model", path=config.generator)
    device, card = choose_device(config.device), made_by.card
    with device_turn(device, report), new_patch_set(output, len(card.channels), card.patch_px, optical=False) as writer:
        made_by.network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        patch_filter = _filter_for(config, made_by, device, report)
        sampled = sample_classes(SampleJob(config, made_by, patch_filter, device, report), places, writer)
        if not sampled.classes:
            raise LearningError("gan-none-kept", made=sum(one.made for one in sampled.counts.values()))
        kept, settings = np.concatenate(sampled.classes), synthetic_settings(made_by, patch_filter)
        counts = {f"{name}: {what}": number for name, one in sampled.counts.items() for what, number in vars(one).items()}
        request: dict[str, Any] = {"command": "gan sample", **changed_settings(config)}
        writer.finish(dataclasses.replace(settings, counts=counts, request=request), synthetic_index(card, kept))
    counted = sampled.counts.items()
    numbers = {what: {name: getattr(one, what) for name, one in counted} for what in ("kept", "made", "improbable", "far")}
    return {"patches": str(output), "count": len(kept), **numbers}


class Sink(Protocol):
    """Where patches go that are kept."""

    def append(self, codes: NDArray[np.uint16]) -> None:
        """Take some patches, (N, C, P, P)."""


@dataclass(frozen=True)
class SampleJob:
    """What the patches of all classes are made with."""

    config: GanSampleConfig
    made_by: GeneratorFile
    patch_filter: PatchFilter | None
    device: torch.device
    report: Reporter


def _places(config: GanSampleConfig, made_by: GeneratorFile) -> list[int]:
    """Place of each class to make among those of the generator.

    Raises:
        LearningError: it does not know one.
    """
    names = [one.name for one in made_by.card.classes]
    strange = [name for name in config.classes if name not in names]
    if strange:
        raise LearningError("gan-no-such-class", path=config.generator, name=strange[0], classes=", ".join(names))
    return [names.index(name) for name in config.classes or names]


def _filter_for(config: GanSampleConfig, made_by: GeneratorFile, device: torch.device, report: Reporter) -> PatchFilter | None:
    """The filter, where one is asked for.

    Raises:
        EchopatchError: model or patches cannot be read, or are of another kind.
    """
    if not config.model:
        return None
    model, real = load_model(config.model), read_patch_set(config.patches)
    for shown in (real, made_set(made_by, np.zeros(1, np.int64), config.seed, device)):
        check_kind(config.model, model.card, shown)
    known = {one.name for one in model.card.classes}
    for one in made_by.card.classes:
        if one.name not in known:
            raise ModelError("gan-filter-legend", path=config.model, name=one.name)
    patch_filter = fit_filter(model, real, config.keeping, device, report)
    if model.card.training.get("patch_set_sha256") != real.sha256:
        report.warning("gan-filter-elsewhere", path=config.model, patches=config.patches)
    return patch_filter


def sample_classes(job: SampleJob, places: list[int], writer: Sink) -> Sampled:
    """Make, judge and store patches until each class has its number, or is given up.

    Args:
        job: what they are made with.
        places: of the classes to make among those of the generator.
        writer: takes what is kept, in the order that the answer says.

    Raises:
        Cancelled: at a safe point.
    """
    names = [one.name for one in job.made_by.card.classes]
    sampled = Sampled({names[place]: FilterCounts() for place in places})
    wanted = job.config.count
    for number, place in enumerate(places):
        counts = sampled.counts[names[place]]
        while counts.kept < wanted and counts.made < wanted * job.config.most_tries:
            job.report.progress(number * wanted + counts.kept, len(places) * wanted, "progress-making")
            _sample_batch(job, place, sampled, writer)
        if counts.kept < wanted:
            job.report.warning("gan-filter-gave-up", name=names[place], kept=counts.kept, wanted=wanted, made=counts.made)
    job.report.progress(len(places) * wanted, len(places) * wanted, "progress-making")
    return sampled


def _sample_batch(job: SampleJob, place: int, sampled: Sampled, writer: Sink) -> None:
    """One batch for one class."""
    counts = sampled.counts[job.made_by.card.classes[place].name]
    tries = job.config.count * job.config.most_tries - counts.made
    count = min(job.config.batch_size, job.config.count - counts.kept, tries)
    # each batch of each class draws numbers of its own, whatever was kept before
    seed = (job.config.seed * 1_000_003 + place) * 1_000_003 + counts.made
    made = made_set(job.made_by, np.full(count, place), seed % 2**63, job.device)
    passed = _passed(job, made, place, counts)
    counts.made += count
    kept = some_of(made, passed)
    if len(kept.index):
        writer.append(np.asarray(kept.codes))
        sampled.classes.append(np.full(len(kept.index), place))
        counts.kept += len(kept.index)


def _passed(job: SampleJob, made: PatchSet, place: int, counts: FilterCounts) -> NDArray[np.bool_]:
    """Which patches of a batch to keep, (N,); of a mixture those that the model takes for the class."""
    if job.patch_filter is None:
        return np.ones(len(made.index), bool)
    card = job.made_by.card
    names = [one.name for one in job.patch_filter.model.card.classes]
    wanted = np.full(len(made.index), names.index(card.classes[place].name))
    mixed = not card.conditional and len(card.classes) > 1
    verdict = job.patch_filter.judge(made, None if mixed else wanted, job.report)
    probable = verdict.probable & (verdict.classes == wanted)
    counts.improbable += int((~probable).sum())
    counts.far += int((probable & ~verdict.near).sum())
    passed: NDArray[np.bool_] = probable & verdict.near
    return passed
