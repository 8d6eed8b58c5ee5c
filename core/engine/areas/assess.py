"""Areas and accuracy of a map with their standard errors, from an interpreted sample."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...contract.legend import LandClass
from .estimators import Estimate, Floats, area_interval, share_interval
from .truth import Interpreted


def assess(given: Interpreted, classes: Sequence[LandClass], mapped_area_m2: NDArray[np.float64]) -> dict[str, Any]:
    """All figures, JSON-native; see ``docs/area-estimates.md``.

    Args:
        given: the interpreted sample.
        classes: the legend, K of them.
        mapped_area_m2: area of each class as mapped, (K,); their sum is the whole area.

    Returns:
        ``area_m2`` of the whole, ``cells`` in the sample, ``overall_accuracy``, ``classes`` (mapped and estimated area, user's and
        producer's accuracy of each), ``area_matrix`` (shares of the whole area, rows mapped, columns true) and ``count_matrix``.
        Each estimate has ``value``, ``standard_error`` and ``interval``; None where the sample says nothing.
    """
    size = len(classes)
    mapped, truth = np.eye(size)[given.mapped], np.eye(size)[given.truth]
    right = mapped * truth
    whole_m2 = float(mapped_area_m2.sum())
    both = (mapped[:, :, None] * truth[:, None, :]).reshape(len(truth), -1)
    areas = given.sample.total(truth)
    area_ends = area_interval(areas, whole_m2)
    users, producers = given.sample.ratio(right, mapped), given.sample.ratio(right, truth)
    return {
        "area_m2": whole_m2,
        "cells": len(truth),
        "overall_accuracy": _share(given.sample.ratio(right.sum(1, keepdims=True), np.ones((len(truth), 1))), 0),
        "classes": [
            {
                "code": one.code,
                "name": one.name,
                "colour": one.colour,
                "sampled": int(mapped[:, place].sum()),
                "labelled": int(truth[:, place].sum()),
                "mapped_m2": float(mapped_area_m2[place]),
                "area_m2": _told(areas, area_ends, place),
                "users_accuracy": _share(users, place),
                "producers_accuracy": _share(producers, place),
            }
            for place, one in enumerate(classes)
        ],
        "area_matrix": (given.sample.total(both).value / whole_m2).reshape(size, size).tolist(),
        "count_matrix": both.sum(axis=0).astype(int).reshape(size, size).tolist(),
    }


def _share(estimate: Estimate, place: int) -> dict[str, Any] | None:
    one = Estimate(*(array[[place]] for array in estimate))
    return None if np.isnan(one.value[0]) else _told(one, share_interval(one), 0)


def _told(estimate: Estimate, ends: Floats, place: int) -> dict[str, Any]:
    return {
        "value": float(estimate.value[place]),
        "standard_error": float(estimate.standard_error[place]),
        "interval": ends[:, place].tolist(),
    }
