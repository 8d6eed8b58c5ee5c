"""What choices and groups of settings of the contract are called in dialogs."""

from typing import Dict

from .translation import tr


def choice_words(choice: str) -> str:
    """A choice for people; one that has no other name keeps its own."""
    return _words().get(choice, choice)


def device_words(device: str, what: str = "") -> str:
    """A device for people.

    Args:
        device: as on the command line.
        what: its make, where the engine has told it.
    """
    names = {"auto": tr("Automatic"), "cpu": tr("Processor"), "cuda": tr("NVIDIA GPU"), "mps": tr("Apple GPU")}
    name = names.get(device.partition(":")[0], device)
    return f"{name} ({what})" if what else name


def group_words(group: str) -> str:
    """The title of a group of settings; one that has no other name keeps its own."""
    titles = {
        "transfer": tr("Start Weights"),
        "objective": tr("Loss"),
        "drawing": tr("Sampling"),
        "augmentation": tr("Augmentation"),
        "run": tr("Course of the Run"),
        "head": tr("Head Only"),
        "distillation": tr("What the Teacher Brings"),
        "options": tr("How the Scene Is Read"),
        "split": tr("Training, Validation and Test"),
        "added": tr("Synthetic Patches"),
        "generator": tr("Generator"),
        "keeping": tr("Filter"),
        "classifier": tr("Classifier"),
    }
    return titles.get(group, group.replace("_", " ").title())


def _words() -> Dict[str, str]:
    return {
        "dense": tr("Dense (fast, the network runs over large tiles)"),
        "patch": tr("Patch by patch (as in the papers)"),
        "auto": tr("Automatic"),
        "bf16": tr("bfloat16 (fast)"),
        "fp32": tr("float32 (exact)"),
        "amplitude": tr("Amplitude (digital numbers)"),
        "intensity": tr("Intensity (squared amplitude)"),
        "beta0": tr("Beta nought (β⁰)"),
        "sigma0": tr("Sigma nought (σ⁰)"),
        "gamma0": tr("Gamma nought (γ⁰)"),
        "dn": tr("Digital numbers"),
        "none": tr("None"),
        "flips": tr("Mirrored (4 × as long)"),
        "turns": tr("Mirrored and turned (8 × as long)"),
        "train": tr("Training"),
        "validation": tr("Validation"),
        "test": tr("Test"),
        "full": tr("Whole patches"),
        "coarse": tr("Coarse patches, enlarged"),
        "crop": tr("Pieces of patches, enlarged"),
        "paper": tr("As in the paper"),
        "original": tr("As in the original BEGAN"),
        "histogram": tr("Histograms and pixels (the paper's)"),
        "l1": tr("Absolute differences (of the original BEGAN)"),
        "classic": tr("Classic augmentation"),
        "oversampling": tr("Oversampling"),
        "gan": tr("Synthetic patches"),
        "gan-filter": tr("Filtered synthetic patches"),
        "classic-gan": tr("Classic augmentation and filtered synthetic patches"),
        "onnx": tr("ONNX"),
        "deepness": tr("ONNX for the QGIS plugin Deepness"),
        "stac-mlm": tr("STAC item for a catalogue of models"),
        "yes": tr("Yes"),
        "no": tr("No"),
    }
