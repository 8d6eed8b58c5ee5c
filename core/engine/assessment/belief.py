"""The verdict on a model, and how far to believe it: every sentence follows from a number."""

from collections.abc import Iterator

import numpy as np

from ...contract.model_card import ModelCard
from ...contract.sentences import sentence
from .assessment import Assessment
from .breakdown import Part
from .caveat import Caveat
from .intervals import LEAST_GROUPS, Figure

_FEW_GROUPS = 20
"""Below so many groups a bootstrap over them is known to come out too narrow: Cameron, Gelbach and Miller, Bootstrap-based improvements
for inference with clustered errors, Review of Economics and Statistics 90(3), 2008."""
_FEW_SCENES = 5
_SCENES_APART = 0.1
_SCENE_PATCHES = 30
"""A scene with fewer patches says little by itself."""
_MISCALIBRATED = 0.05
_ACCURACY_APART = 0.05


def verdict(assessment: Assessment) -> tuple[str, str]:
    """The answer to "how good is it?" in one sentence, and some more to go with it."""
    recall, confusion = assessment.figures.overall["mean_recall"], np.array(assessment.summary["confusion"])
    more = []
    if recall.bounded:
        ends = {"low": percent(recall.low), "high": percent(recall.high), "groups": recall.groups}
        more.append(sentence("verdict-interval" if recall.reliable else "verdict-rough-interval", ends))
    more.append(_best_and_worst(assessment))
    errors = confusion - np.diag(np.diag(confusion))
    truth, answer = np.unravel_index(errors.argmax(), errors.shape)
    names = assessment.answers.names
    values = {"count": int(errors.max()), "total": int(confusion[truth].sum()), "truth": names[truth], "answer": names[answer]}
    more.append(sentence("verdict-confusion" if values["count"] else "verdict-no-error", values))
    return sentence("verdict-mean-recall", {"percent": percent(recall.value)}), " ".join(filter(None, more))


def _best_and_worst(assessment: Assessment) -> str:
    recalls = np.array([one.value for one in assessment.figures.by_class["recall"]])
    best, worst = int(np.nanargmax(recalls)), int(np.nanargmin(recalls))
    if recalls[best] == recalls[worst]:
        return ""
    names = assessment.answers.names
    values = {"best": names[best], "best_percent": percent(recalls[best]), "worst": names[worst], "worst_percent": percent(recalls[worst])}
    return sentence("verdict-best-and-worst", values)


def caveats_of_figures(assessment: Assessment, card: ModelCard) -> list[Caveat]:
    """All that the figures themselves, and the model's card, say for or against believing them."""
    return [
        *_guessing(assessment.figures.overall["kappa"]),
        *_of_sources(assessment),
        *_of_groups(assessment),
        *_of_classes(assessment),
        *_of_scenes(assessment),
        *_of_confidence(assessment, card),
        *_of_card(assessment, card),
    ]


def _guessing(kappa: Figure) -> Iterator[Caveat]:
    # an interval over very few places holds nearly everything: then kappa itself decides
    if (kappa.low if kappa.reliable else kappa.value) <= 0 or np.isnan(kappa.value):
        told = "-" if np.isnan(kappa.value) else f"{kappa.value:.2f}"
        yield Caveat("alarm", "belief-guessing", {"kappa": told})


def _of_sources(assessment: Assessment) -> Iterator[Caveat]:
    made = sum(one.patches for one in assessment.sources if one.name == "synthetic")
    if made:
        yield Caveat("alarm", "belief-synthetic", {"count": made, "patches": len(assessment.answers.truth)})


def _of_groups(assessment: Assessment) -> Iterator[Caveat]:
    groups, patches = assessment.figures.overall["accuracy"].groups, len(assessment.answers.truth)
    if groups == 1:
        yield Caveat("caution", "belief-one-group", {})
    elif groups < _FEW_GROUPS:
        yield Caveat("caution", "belief-few-groups", {"groups": groups})
    elif groups == patches:
        yield Caveat("note", "belief-groups-alone", {})
    else:
        yield Caveat("good", "belief-groups", {"groups": groups})


def _of_classes(assessment: Assessment) -> Iterator[Caveat]:
    recalls, names = assessment.figures.by_class["recall"], assessment.answers.names
    empty = [name for name, one in zip(names, recalls, strict=True) if one.groups == 0]
    few = [name for name, one in zip(names, recalls, strict=True) if 0 < one.groups < LEAST_GROUPS]
    silent = [name for name, one in zip(names, assessment.figures.by_class["precision"], strict=True) if one.groups == 0]
    unanswered = [name for name in silent if name not in empty]
    if empty:
        yield Caveat("caution", "belief-class-empty", {"names": ", ".join(empty)})
    if few and assessment.figures.overall["accuracy"].groups >= LEAST_GROUPS:  # else it goes without saying
        yield Caveat("caution", "belief-class-few-groups", {"names": ", ".join(few), "least": LEAST_GROUPS})
    if unanswered:
        yield Caveat("caution", "belief-never-answered", {"names": ", ".join(unanswered)})


def _of_scenes(assessment: Assessment) -> Iterator[Caveat]:
    if len(assessment.scenes) == 1:
        yield Caveat("caution", "belief-one-scene", {})
    elif len(assessment.scenes) < _FEW_SCENES:
        yield Caveat("note", "belief-few-scenes", {"scenes": len(assessment.scenes)})
    told = sorted((one for one in assessment.scenes if one.patches >= _SCENE_PATCHES), key=lambda one: one.mean_recall)
    if told and _apart(told[0], told[-1]):
        worst, best = told[0], told[-1]
        ends = {"low": percent(worst.mean_recall), "high": percent(best.mean_recall)}
        yield Caveat("caution", "belief-scenes-differ", {**ends, "worst": worst.name, "best": best.name})


def _apart(worst: Part, best: Part) -> bool:
    """Whether two scenes differ by more than matters, and by more than three standard errors of so many patches."""
    both = (worst.accuracy * worst.patches + best.accuracy * best.patches) / (worst.patches + best.patches)
    error = np.sqrt(both * (1 - both) * (1 / worst.patches + 1 / best.patches))
    return bool(best.mean_recall - worst.mean_recall > max(_SCENES_APART, 3 * error))


def _of_confidence(assessment: Assessment, card: ModelCard) -> Iterator[Caveat]:
    answers, error = assessment.answers, assessment.summary["ece"]
    means = {"confidence": percent(float(answers.confidence.mean())), "accuracy": percent(float(answers.hit.mean()))}
    if card.temperature == 1:
        yield Caveat("caution", "belief-no-temperature", {})
    if error - assessment.error_by_chance > _MISCALIBRATED:
        yield Caveat("caution", "belief-too-sure" if answers.confidence.mean() > answers.hit.mean() else "belief-too-modest", means)
    elif card.temperature != 1:
        yield Caveat("good", "belief-calibrated", {"ece": f"{100 * error:.1f}"})


def _of_card(assessment: Assessment, card: ModelCard) -> Iterator[Caveat]:
    accuracy, recall = (assessment.figures.overall[name].value for name in ("accuracy", "mean_recall"))
    if abs(accuracy - recall) > _ACCURACY_APART:
        yield Caveat("note", "belief-common-classes", {"accuracy": percent(accuracy), "recall": percent(recall)})
    if card.gate.get("worse"):
        yield Caveat("caution", "belief-child-worse", {})


def percent(share: float) -> str:
    """A share in whole percent, with a decimal where whole ones would say all or nothing that is not so; ``-`` for NaN."""
    if np.isnan(share):
        return "-"
    if 0 < share < 0.0005 or 0.9995 <= share < 1:
        return "<0.1" if share < 0.5 else ">99.9"
    return f"{100 * share:.1f}" if 0 < share < 0.01 or 0.99 <= share < 1 else f"{100 * share:.0f}"
