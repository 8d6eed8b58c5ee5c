"""Figures of a result, for whoever asked for it."""

import numpy as np

from .job import Job
from .table import answered_cells


def class_areas_m2(job: Job) -> dict[str, float]:
    """Area of the cells of each class, whatever their status, by its name."""
    answered = answered_cells(job.probabilities)
    best = np.argmax(job.probabilities[answered], axis=1)
    classes = job.model.card.classes
    areas = np.bincount(best, weights=job.cells.areas_m2[answered], minlength=len(classes))
    return {one.name: float(area) for one, area in zip(classes, areas, strict=True)}
