"""Sentences about training."""

SENTENCES = {
    "progress-statistics": "Looking at the pixels",
    "progress-training": "Training",
    "progress-texture": "Measuring texture",
    "progress-finding-rate": "Finding the learning rate",
    "training-needs-start": "{name} needs weights to build on: give them with --start",
    "training-window-order": "the dB window must go upwards, got {floor_db}..{ceiling_db}: change --floor-db or --ceiling-db",
    "training-window-clips": (
        "the dB window {floor_db}..{ceiling_db} clips {percent} % of the training pixels: check --floor-db and --ceiling-db, "
        "or the calibration of the scenes"
    ),
    "training-no-data": "the training patches of {path} hold no valid pixel: check the scenes they were cut from",
    "training-too-few": "{path} has {patches} training patch(es), at least 2 are needed: label more, or change the split",
    "training-one-class": "all training patches of {path} are of the class '{name}': a classifier needs at least two classes",
    "training-class-empty": "no training patch is of the class '{name}': the model will never answer it",
    "training-class-synthetic": (
        "no real training patch is of the class '{name}': its synthetic patches are left out, and the model will never answer it"
    ),
    "training-all-synthetic": "all training patches of {path} are synthetic: judge the model by real ones with 'echopatch evaluate'",
    "training-optical-added": "--add takes synthetic radar patches: leave it out, or --modality optical",
    "training-no-validation": (
        "{path} has no validation patches: all epochs run, the last one is kept instead of the best, and the confidence is not calibrated"
    ),
    "training-validation-lacks": "no validation patch is of the class '{name}': the best epoch is chosen without it",
    "training-no-test": "{path} has no test patches: the model's card will carry no figures",
    "training-class-of-one": "only one training patch each for: {names}; how well they are recognised is left to chance, label more",
    "training-diverged": "the loss is no finite number any more in epoch {epoch}: use a learning rate below {rate}",
    "training-out-of-memory": (
        "the GPU has too little memory for batches of {batch_size} patches in {parts} part(s): raise --batch-parts, or use a smaller --batch-size"
    ),
    "training-rate-not-found": "no learning rate of the trial made the loss fall: {rate} is used, see rates.png in the run folder",
    "training-child-worse": (
        "the new model is worse than its start on the test patches: mean recall {child}, before {parent} "
        "(difference {difference}, 95 % interval {interval}); its card says so"
    ),
    "training-child-maybe-worse": (
        "the new model has a mean recall of {child} on the test patches, its start had {parent}; chance can explain the difference "
        "({difference}, 95 % interval {interval})"
    ),
    "training-state-broken": "the run in {folder} cannot be continued, its state is broken: remove the folder and start again",
    "training-run-not-replaced": "{path} exists and is no run folder, so it is not replaced: choose another output",
    "training-resumed": "going on after epoch {epoch}, from {folder}",
    "training-finished-early": "ended after epoch {epoch} of {epochs}, as asked; epoch {best}, the best so far, is kept",
    "training-optical-head-only": "--head-only works on radar patches: leave it out, or --modality optical",
    "training-optical-window": "--floor-db and --ceiling-db are of radar patches, optical ones keep all their levels: leave them out",
    "training-optical-speckle": "--speckle-share {share} gives fresh speckle, which optical images do not have: leave it out",
    "start-imagenet-none": "there are no ImageNet weights for {backbone}: use another backbone, or --start random",
    "start-imagenet-unreachable": (
        "the ImageNet weights of {backbone} could not be fetched ({reason}): fetch {url} by other means and give that file with --start"
    ),
    "start-shipped-missing": "the shipped model {name} is not part of this installation: fetch {url} and give that file with --start",
    "start-unreadable": "{path} holds no weights that can be read: give a model file, or the state dict of a torchvision network",
    "start-backbone": "{path} is a {theirs}, this run trains a {ours}: use --backbone {theirs}, or another start",
    "start-weights-unfit": (
        "{path} does not hold the weights of a ResNet-10, 18, 34, 50 or 101 ('{name}' does not fit): "
        "only ResNets with the layers of torchvision's can be a start"
    ),
    "start-quantity": (
        "{path} learned from {theirs}, these patches hold {ours}: give patches of that quantity, another start, "
        "or --allow-other-quantity to start from it all the same"
    ),
    "start-differs": "{path} learned from other patches: {differences}; its weights are a start all the same",
}
