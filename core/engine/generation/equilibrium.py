"""The equilibrium of a BEGAN: how much the discriminator heeds what is made, and how far the two networks have come."""

from dataclasses import dataclass, replace

_SCALE_DECAY, _MEASURE_DECAY = 0.99, 0.99
_LEAST_FALL = 0.01
"""Share by which M must fall to count."""


@dataclass(frozen=True)
class Equilibrium:
    """The balance of the two networks after some steps.

    Source: Berthelot, Schumm, Metz 2017, arXiv:1703.10717, equations 4 and 5. There lambda is in the unit of the loss; where that is
    a hundred times smaller, as with histograms, k would hardly move. Here the balance is divided by a moving mean of L(x).
    """

    k: float = 0.0
    """How much the discriminator heeds what is made, 0..1."""
    scale: float | None = None
    """Moving mean of L(x); None before the first step."""

    def after(self, real: float, made: float, gamma: float, balance_rate: float) -> "Equilibrium":
        """The balance after one more step.

        Args:
            real: L(x), mean over the real images of the step.
            made: L(G(z)), mean over the made ones.
            gamma: L(G(z)) / L(x) to hold.
            balance_rate: lambda.
        """
        scale = real if self.scale is None else _SCALE_DECAY * self.scale + (1 - _SCALE_DECAY) * real
        if scale <= 0:
            return replace(self, scale=scale)
        k = self.k + balance_rate * (gamma * real - made) / scale
        return Equilibrium(min(max(k, 0.0), 1.0), scale)


def convergence(real: float, made: float, gamma: float) -> float:
    """M, how far a training has come; lower is better.

    Source: Berthelot, Schumm, Metz 2017, arXiv:1703.10717, section 3.4.1.
    """
    return real + abs(gamma * real - made)


@dataclass(frozen=True)
class RateRule:
    """Halves the learning rate when M does not fall any more."""

    rate: float
    smoothed: float | None = None
    """Moving mean of M; None before the first step."""
    best: float | None = None
    """The least that it was, but for falls too small to count."""
    waited: int = 0
    """Steps since then."""

    def after(self, measure: float, patience: int, least_rate: float) -> "RateRule":
        """The rule after one more step.

        Args:
            measure: M of the step.
            patience: steps without a fall before the rate is halved.
            least_rate: below which it never falls.
        """
        smoothed = measure if self.smoothed is None else _MEASURE_DECAY * self.smoothed + (1 - _MEASURE_DECAY) * measure
        if self.best is None or smoothed < (1 - _LEAST_FALL) * self.best:
            return RateRule(self.rate, smoothed, smoothed, 0)
        if self.waited + 1 < patience:
            return replace(self, smoothed=smoothed, waited=self.waited + 1)
        # a rate that is lower already, since a run that diverged was given it, stays
        return RateRule(min(self.rate, max(self.rate / 2, least_rate)), smoothed, smoothed, 0)
