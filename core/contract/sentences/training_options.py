"""Sentences about loss, sampling and augmentation."""

SENTENCES = {
    "imbalance-loss-and-weights": (
        "--loss {loss} and --class-weights {weights} both make up for rare classes, which would favour them twice: use --class-weights none"
    ),
    "imbalance-sampling-and-weights": (
        "--sampling {sampling} and --class-weights {weights} both make up for rare classes, which would favour them twice: "
        "use --sampling instance or --class-weights none"
    ),
    "imbalance-sampling-and-margins": (
        "--sampling {sampling} and --loss {loss} both make up for rare classes, which would favour them twice: use --sampling instance"
    ),
    "imbalance-sampling-and-loss": (
        "--sampling {sampling} draws all classes equally often and leaves --loss {loss} nothing to make up for: use --sampling instance"
    ),
    "sampling-does-not-alternate": "alternating sampling needs two kinds of draws, got {phase} twice: change --alternate-first or --alternate-second",
    "augmentation-turns-look": "--quarter-turns change the look direction, which --keep-look-direction forbids: use one of them",
    "augmentation-off-but-mixed": "--mixup and --cutmix are augmentation, which --no-augment switches off: use one or the other",
}
