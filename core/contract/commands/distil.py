"""The command distil: a network learns from the soft answers of a teacher, and from labels."""

from dataclasses import dataclass
from typing import Tuple

from ..errors import ConfigError
from ..settings import check_settings, group, setting
from .learning import LearningConfig
from .training_options import ADJUSTING_LOSSES

DIVERSITIES = ("prior", "uniform", "balanced")


@dataclass(frozen=True)
class DistillationOptions:
    """What of the teacher, and of the answers themselves, a training step lowers beside the loss of the labels."""

    teacher_weight: float = setting(
        "Teacher weight", "Share of the teacher in the loss, the rest being the labels'; 0 is training without a teacher.",
        default=0.5, low=0.0, high=1.0,
    )  # fmt: skip
    temperature: float = setting("Temperature", "How far both answers are softened; 1 not at all.", default=2.0, low=0.1, high=20.0)
    teacher_balance: float = setting(
        "Balanced teacher", "Beta by which rare classes weigh more in the teacher's answer; 0 leaves it as it is.",
        default=0.0, low=0.0, high=0.99999,
    )  # fmt: skip
    similarity_weight: float = setting(
        "Similarity weight", "Of the loss that patches alike to the teacher's features be alike to the student's.",
        default=0.0, low=0.0, high=10000.0,
    )  # fmt: skip
    entropy_weight: float = setting(
        "Entropy weight", "Of the distributed entropy loss, which makes each answer compact.", default=0.0, low=0.0, high=10.0
    )
    diversity_weight: float = setting(
        "Diversity weight", "Of the equal diversity loss, which makes the answers of a batch diverse.", default=0.0, low=0.0, high=10.0
    )
    diversity: str = setting(
        "Diversity", "What the mean answer is drawn to: prior is how often the active phase draws each class, uniform all classes alike, "
        "balanced all alike but in balanced phases only.", default="prior", choices=DIVERSITIES,
    )  # fmt: skip

    def __post_init__(self) -> None:
        check_settings(self)


@dataclass(frozen=True)
class TeacherOptions:
    """Who teaches."""

    teacher: str = setting("Teacher", "Model file; one made by train --modality optical looks at the optical images.")


@dataclass(frozen=True)
class DistilConfig(LearningConfig, TeacherOptions):
    """Train a radar classifier that also learns from the answers of a teacher, as in Balanced Cross-KD."""

    labels: str = setting(
        "Labels", "given learns from the labels of the set too; none leaves them out, and the teacher says what is what.",
        default="given", choices=("given", "none"),
    )  # fmt: skip
    distillation: DistillationOptions = group(DistillationOptions)

    def files_read(self) -> Tuple[str, ...]:
        """The teacher is among them."""
        return (*super().files_read(), self.teacher)

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.labels == "none" and self.distillation.teacher_weight == 0:
            raise ConfigError("distil-nothing-to-learn-from")
        if self.labels == "none" and self.added.add:
            raise ConfigError("distil-added-unlabelled")
        weight = self.distillation.diversity_weight
        if weight > 0 and self.objective.loss in ADJUSTING_LOSSES:
            raise ConfigError("distil-diversity-and-loss", weight=weight, loss=self.objective.loss)
