"""Sentences about samples of a result and the areas estimated from them."""

SENTENCES = {
    "progress-sampling": "Drawing the sample",
    "progress-areas": "Estimating areas",
    "sample-too-many": "--count {count} is more than the {cells} cells of the result: draw fewer",
    "sample-too-few": (
        "--count {count} is too small for {each} cells in every class, which takes {least}: draw more, or lower --min-per-class"
    ),
    "sample-too-new": "{path} was written by a newer Echopatch (sample version {theirs}, this one reads up to {ours}): update Echopatch",
    "areas-not-a-result": "{path} is no result of 'classify' ({reason}): give the GeoPackage that classify wrote",
    "areas-incomplete": "{path} is not a whole result: let 'classify' finish first, areas of a part say nothing of the whole",
    "areas-no-probability-sample": (
        "{path} is no probability sample, it lacks {lacking}: areas can only be estimated from cells drawn by chance with"
        " 'echopatch sample',"
        " because otherwise nobody knows how likely each cell was to be chosen"
    ),
    "areas-rows-changed": (
        "{path} has {rows} cells, but {drawn} were drawn: cells that are left out or added by hand make the estimate wrong; put the drawn"
        " ones back"
    ),
    "areas-strata-changed": (
        "the strata or inclusion probabilities in {path} were changed after the sample was drawn: draw and label it again"
    ),
    "areas-unlabelled": (
        "{count} of {total} cells of {path} have no class (the first is number {first}): label them all, for those that are hard to label"
        " are no random part of the sample"
    ),
    "areas-class-unknown": "the cell {number} of {path} has the class '{name}', which the result does not know: use one of {classes}",
    "areas-other-cells": (
        "the sample {path} was drawn from other cells than those of {result}: give the result it was drawn from, or one of the same scene,"
        " extent and stride"
    ),
    "areas-stratum-alone": (
        "a stratum of {path} has {cells} cells, but one was drawn: nothing is known of the spread within it; draw at least 2 per stratum"
    ),
    "areas-not-post-stratified": (
        "the simple sample is not weighted by the mapped areas: fewer than 2 of its cells were mapped as '{name}'"
    ),
    "areas-class-rare": "only {count} sampled cell(s) truly are '{name}': its interval is too narrow to be trusted; draw more cells",
    "areas-class-never": (
        "no sampled cell truly is '{name}', though the map has it: its true area may be small, but it is not known to be zero"
    ),
    "areas-verdict": "The map is right on {percent} % of the ground (95 % interval {low} to {high} %).",
    "areas-correction": (
        "The largest correction: {name} is mapped on {mapped} {unit}, but covers {area} {unit} in truth (95 % interval {low} to {high})."
    ),
    "areas-all-within": "The mapped area of every class lies within the interval of its true area.",
    "areas-picture": "Area of each class: as mapped, and as estimated from the labelled cells with its 95 % interval.",
    "areas-accuracy-words": (
        "User's accuracy: the share of what is mapped as a class that truly is it. Producer's accuracy: the share of what truly is a class"
        " that is mapped as it. Small: 95 % interval."
    ),
    "areas-matrix-words": (
        "Share of the whole area that is mapped as one class (rows) and truly is another (columns). Small: labelled cells."
    ),
    "areas-estimators": (
        "Stratified estimators of Olofsson et al. 2014 and Stehman 2014, weighted by the area of cells; intervals of areas are 1.96"
        " standard errors to either side, those of accuracies Wilson's with the effective number of cells."
    ),
    "areas-belief-chance": (
        "All {cells} cells were drawn by chance ({design} random), each with a known probability, and all are labelled: the estimates are"
        " unbiased, however wrong the map may be."
    ),
    "areas-belief-labels": "The labels are taken for the truth: cells that were labelled wrongly are not in the intervals.",
    "areas-not-replaced": "{path} exists and is no report of 'areas', so it is not replaced: choose another output",
}
