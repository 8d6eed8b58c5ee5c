"""Sentences about synthetic patches."""

SENTENCES = {
    "progress-gan": "Training the generator",
    "progress-making": "Making patches",
    "gan-rates-order": "the least learning rate {least} lies above the learning rate {rate}: lower --least-rate",
    "gan-filter-needs-both": "the filter needs a model and real patches: give --model and --patches, or neither",
    "gan-no-such-class": "{path} has no class '{name}': its classes are {classes}",
    "gan-too-few": "{path} has {patches} training patch(es) of {name}, a generator needs at least {least}: label more, or choose other classes",
    "gan-synthetic": "{path} holds synthetic patches alone: a generator learns from real ones",
    "gan-few": "only {patches} training patches of {name}: expect patches much alike, and judge them with gan assess",
    "gan-patch-size": (
        "a {scenario} generator cannot make patches of {size_px} px: their side must halve down to 8..15 px; "
        "cut patches of 64, 80, 96, 128 or 160 px"
    ),
    "gan-cells": "images of {size_px} px cannot be parted into {cells} x {cells} cells: choose --histogram-cells among {choices}",
    "gan-scales": "images of {size_px} px cannot be compared at {scales} scales: choose --histogram-scales up to {most}",
    "gan-quantity": "{path} holds {quantity}: a generator learns from radar patches",
    "gan-resumed": "going on after step {step}, from {folder}",
    "gan-diverged-once": "the loss is no finite number any more in step {step}: going back to step {kept}, with half the learning rate ({rate})",
    "gan-diverged": "the loss became no finite number {times} times, last in step {step}: use a --learning-rate below {rate}",
    "gan-collapsed": (
        "the patches became all alike in step {step} (diversity {diversity} of the real one): training stops, the generator of step {kept} is kept; "
        "try a higher --gamma or a lower --learning-rate"
    ),
    "gan-collapsed-at-once": (
        "the patches are all alike (diversity {diversity} of the real one) after {step} steps and never were otherwise: "
        "try a higher --gamma, a lower --learning-rate or more patches"
    ),
    "gan-out-of-memory": "the GPU has too little memory for {batch_size} patches of width {width}: lower --batch-size or --width",
    "generator-without-card": "{path} is no generator: use a file of 'echopatch gan train'",
    "generator-broken": "the generator in {path} is incomplete or wrong ({reason}): get the file again, or train anew",
    "gan-mixed-needs-model": "{path} makes mixed classes, a model must say which is which: give --model and --patches",
    "gan-filter-legend": "the filter model {path} does not know the class '{name}': train one on patches of the same legend",
    "gan-filter-no-real": "{path} has no real training patches: give the set that the generator learned from with --patches",
    "gan-filter-elsewhere": (
        "the filter model {path} was not trained on {patches}: make sure that it has seen none of the patches that you will test on"
    ),
    "gan-filter-gave-up": "{name}: only {kept} of {wanted} patches passed the filter, out of {made}",
    "gan-none-kept": "no patch of any class passed the filter, out of {made}: lower --min-probability or raise --distance-share",
}
