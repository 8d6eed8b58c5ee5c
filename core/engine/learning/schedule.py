"""How long a run learns, how fast, and what stays frozen meanwhile."""

from dataclasses import dataclass

from .optimiser import rate_share


@dataclass(frozen=True)
class Phase:
    """Epochs that share one rise and fall of the learning rate."""

    epochs: int
    learning_rate: float
    """Its peak."""
    frozen: str = "none"
    """``none``, ``stem`` or ``body``; see ``learn_except``."""
    frozen_epochs: int = 0
    """How many of the first epochs it is frozen for."""


@dataclass(frozen=True)
class Schedule:
    """Phases one after the other, and when to stop before their end."""

    phases: tuple[Phase, ...]
    """At least one; the last one is the main phase."""
    warmup_share: float
    """Share of each phase's steps in which the rate rises, 0..1."""
    patience: int = 0
    """Epochs of the main phase without a better one after which the run ends; 0 for never."""

    @property
    def epochs(self) -> int:
        """Of all phases."""
        return sum(phase.epochs for phase in self.phases)

    def frozen(self, epoch: int) -> str:
        """What is frozen in an epoch, from 0."""
        phase, since = self._at(epoch)
        return phase.frozen if epoch - since < phase.frozen_epochs else "none"

    def peak_rate(self, epoch: int) -> float:
        """The peak rate of the phase that an epoch, from 0, belongs to."""
        return self._at(epoch)[0].learning_rate

    def rate(self, epoch: int, step: int, steps_per_epoch: int) -> float:
        """The learning rate of a step.

        Args:
            epoch: from 0.
            step: of the epoch, from 0.
            steps_per_epoch: of every epoch.
        """
        phase, since = self._at(epoch)
        done = (epoch - since) * steps_per_epoch + step
        return phase.learning_rate * rate_share(done, phase.epochs * steps_per_epoch, self.warmup_share)

    def is_over(self, epochs: int, best_epoch: int) -> bool:
        """Whether a run of so many epochs ends here, all phases done or patience lost.

        Args:
            epochs: whole ones so far.
            best_epoch: the best of them, from 1.
        """
        since_better = epochs - max(best_epoch, self.epochs - self.phases[-1].epochs)
        return epochs >= self.epochs or 0 < self.patience <= since_better

    def _at(self, epoch: int) -> tuple[Phase, int]:
        """The phase of an epoch, and the epoch that it began with."""
        since = 0
        for phase in self.phases:
            if epoch < since + phase.epochs:
                return phase, since
            since += phase.epochs
        raise ValueError(f"epoch {epoch} is beyond the {since} of the schedule")
