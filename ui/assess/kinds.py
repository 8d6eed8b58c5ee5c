"""What can be judged, by what, and the runs that do it; no widgets here."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Tuple

from qgis.core import QgsVectorLayer

from ...core.contract.commands.scene_options import QUANTITIES
from ...core.contract.model_card import ModelCard
from ..database import open_to_read
from ..figures import count_text
from ..layers import layers_of
from ..outputs import output_problem
from ..settings_form import parameters_of
from ..translation import Told, tr
from .set_facts import misfit, read_set

_ALL_TO_TEST = {"validation_share": 0.0, "test_share": 1.0}
"""Labels that are there to judge by are all tested on."""
_WAITING = "SELECT COALESCE(SUM(class IS NULL OR TRIM(class) = ''), 0), COUNT(*) FROM labels"


@dataclass(frozen=True)
class Wish:
    """Everything the dialog says at one moment."""

    kind: str
    values: Mapping[str, Any]
    """Settings by name; empty or None where nothing is said. ``scene_settings`` holds those of the scene."""
    card: Optional[ModelCard] = None
    """Of the model."""
    scene_problem: str = ""
    """Why the scene cannot be read; empty where it can."""
    other_card: Optional[ModelCard] = None
    """Of the second model."""


@dataclass(frozen=True)
class Step:
    """One run."""

    title: str
    algorithm: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Kind:
    """One question that can be asked."""

    title: str
    word: str
    """What it answers, and what it needs."""
    asks: Tuple[str, ...]
    """Fields of the form, from top to bottom."""
    problem: Callable[[Wish], str]
    """Why it cannot be asked; empty where it can."""
    steps: Callable[[Wish], List[Step]]


def kinds() -> Dict[str, Kind]:
    """Every question by its name, in the order in which they are offered."""
    return {
        "patches": Kind(
            tr("A Model, on a Patch Set"),
            tr("How good is a model on labelled patches that it has not learned from, and how far can that be believed?"),
            ("model", "patches", "split", "trained_on", "device"), _patches_problem, _evaluate,
        ),
        "scene": Kind(
            tr("A Model, on a Labelled Scene"),
            tr("How good is a model on a scene, by a layer that says what is there? The patches are cut first, and all are tested on."),
            ("model", "scene", "labels", "label_field", "min_cover", "device"), _scene_problem, _cut_and_evaluate,
        ),
        "compare": Kind(
            tr("Two Models, on a Patch Set"),
            tr("Which of two models is better on the same patches, and is that sure?"),
            ("model", "other", "patches", "split", "device"), _compare_problem, _compare,
        ),
        "areas": Kind(
            tr("A Result, by a Labelled Sample"),
            tr("How much of each class is there truly, and how right is the map? Draw a sample of its cells, label them, then ask here."),
            ("result", "sample"), _areas_problem, _areas,
        ),
    }  # fmt: skip


def folder_problem(wish: Wish) -> str:
    """Why the report cannot be written where it shall be."""
    return output_problem(wish.values["output"] or "", "", bool(wish.values["overwrite"]))


def patch_set_beside(report: str) -> str:
    """Where the patches of a labelled scene lie: beside the report."""
    return f"{report}.patchset"


def _patches_problem(wish: Wish) -> str:
    return _set_problem(wish, wish.values["model"], wish.card) or folder_problem(wish)


def _compare_problem(wish: Wish) -> str:
    model, other = wish.values["model"], wish.values["other"]
    if wish.other_card is None:
        return tr("Choose the second model.")
    if model and Path(model) == Path(other):
        return tr("Both models are the same: choose another second one.")
    return _set_problem(wish, model, wish.card) or _set_problem(wish, other, wish.other_card) or folder_problem(wish)


def _set_problem(wish: Wish, model: str, card: Optional[ModelCard]) -> str:
    """What is wrong with a model, a patch set, or the two together."""
    if card is None:
        return tr("Choose a model.")
    folder, split = wish.values["patches"], wish.values["split"]
    if not folder:
        return tr("Choose a patch set: a folder NAME.patchset.")
    try:
        facts = read_set(folder)
    except Told as told:
        return str(told)
    if not facts.split_counts.get(split):
        return tr("{folder} has no {split} patches: choose another split.").format(folder=Path(folder).name, split=split)
    return misfit(facts, model, card)


def _scene_problem(wish: Wish) -> str:
    card, labels = wish.card, wish.values["labels"]
    if card is None:
        return tr("Choose a model.")
    if card.modality != "sar":
        return tr("The model looks at optical images: judge it on a patch set that has them.")
    if card.pixel_size_m is None or card.radiometry.quantity not in QUANTITIES:
        return tr("The model learned from patches of unknown pixel size or uncalibrated numbers: judge it on a patch set of its kind.")
    if wish.scene_problem or not labels:
        return wish.scene_problem or tr("Choose the layer that says what is there: points, squares or polygons with their class.")
    if not wish.values["label_field"]:
        return tr("Choose the field of the labels that holds the class.")
    beside = patch_set_beside(wish.values["output"] or "")
    return _unsaved(labels) or folder_problem(wish) or output_problem(beside, "", bool(wish.values["overwrite"]))


def _areas_problem(wish: Wish) -> str:
    result, sample = wish.values["result"], wish.values["sample"]
    for path, asked in ((result, tr("Choose a result that Classify has written.")), (sample, tr("Choose the labelled sample of it."))):
        if not path:
            return asked
        if not Path(path).is_file():
            return tr("{path} is not there any more.").format(path=path)
    if Path(result) == Path(sample):
        return tr("The sample is the result itself: choose the GeoPackage that “Draw a Sample to Label…” has written.")
    return _unsaved(sample) or _unlabelled(sample) or folder_problem(wish)


def _unlabelled(sample: str) -> str:
    """How many cells wait for their class; the engine takes none but whole samples."""
    try:
        with closing(open_to_read(sample)) as database:
            waiting, cells = database.execute(_WAITING).fetchone()
    except sqlite3.Error as error:
        return tr("{path} is no sample that “Draw a Sample to Label…” has written ({reason}).").format(path=sample, reason=error)
    text = tr("{waiting} of {cells} cells of the sample have no class yet: label all of them, also the hard ones.")
    return text.format(waiting=count_text(waiting), cells=count_text(cells)) if waiting or not cells else ""


def _unsaved(path: str) -> str:
    """Whether edits of labels have not been saved: the run would not see them."""
    layers = layers_of(path.partition("|")[0])
    edited = [layer.name() for layer in layers if isinstance(layer, QgsVectorLayer) and layer.isModified()]
    text = tr("The layer {layer} has edits that are not saved: save them first, or the run will not see them.")
    return text.format(layer=edited[0]) if edited else ""


def _evaluate(wish: Wish) -> List[Step]:
    return [_step(tr("Assess {name}").format(name=_stem(wish, "model")), "evaluate", wish, ("model", "patches", "split", "trained_on"))]


def _compare(wish: Wish) -> List[Step]:
    models = {"MODEL": [wish.values["model"], wish.values["other"]]}
    title = tr("Compare {first} and {second}").format(first=_stem(wish, "model"), second=_stem(wish, "other"))
    step = _step(title, "comparemodels", wish, ("patches", "split"))
    return [Step(step.title, step.algorithm, {**step.parameters, **models})]


def _areas(wish: Wish) -> List[Step]:
    asked = parameters_of({"result": wish.values["result"], "labels": wish.values["sample"], **_output(wish)})
    return [Step(tr("Areas of {name}").format(name=_stem(wish, "result")), "echopatch:estimateareas", asked)]


def _cut_and_evaluate(wish: Wish) -> List[Step]:
    """Patches as the model wants them, all of them to be tested on, then the judgement."""
    card, values = wish.card, wish.values
    if card is None:
        raise ValueError("no model")
    patches = patch_set_beside(values["output"])
    as_the_model = {"patch_px": card.patch_px, "patch_pixel_size_m": card.pixel_size_m, "patch_quantity": card.radiometry.quantity}
    said = {name: values[name] for name in ("label_field", "min_cover")}
    places = {"output": patches, "overwrite": bool(values["overwrite"])}
    cut = parameters_of({**as_the_model, **said, **values["scene_settings"], **_ALL_TO_TEST, **places})
    title = tr("Cut patches for {name}").format(name=Path(values["output"]).name)
    cutting = Step(title, "echopatch:cutpatches", {**cut, "SCENE": [values["scene"]], "LABELS": [values["labels"]]})
    judged = Wish(wish.kind, {**values, "patches": patches, "split": "test", "trained_on": ""}, card)
    return [cutting, *_evaluate(judged)]


def _step(title: str, algorithm: str, wish: Wish, names: Tuple[str, ...]) -> Step:
    asked = {name: wish.values[name] for name in (*names, "device") if wish.values[name]}
    return Step(title, f"echopatch:{algorithm}", parameters_of({**asked, **_output(wish)}))


def _output(wish: Wish) -> Dict[str, Any]:
    return {"output": wish.values["output"], "overwrite": bool(wish.values["overwrite"])}


def _stem(wish: Wish, name: str) -> str:
    return Path(wish.values[name]).stem
