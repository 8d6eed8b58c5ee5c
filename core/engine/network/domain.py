"""Where a model is at home: how far the features of a patch lie from those it was trained on."""

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

PREFIX = "domain."
"""Of the tensors of domains in a model file, as in ``domain.dense.centres``."""
LEAST_VALIDATION = 30
"""Patches that a limit must stand on: fewer say too little of what lies beyond 99 of 100."""


@dataclass(frozen=True)
class Domain:
    """The training patches of a model in the space of its pooled features, F of them."""

    centres: Tensor
    """Means of the classes, (classes with patches, F), in units of ``spread``."""
    spread: Tensor
    """Standard deviation within classes of the square root of each feature, (F,)."""
    directions: Tensor
    """Along which the features vary together, (k, F), of length one and at right angles."""
    weights: Tensor
    """Of a squared deviation along each direction, (k,), and along all others, the last one: (k + 1,)."""
    limit: Tensor
    """Distance within which the set share of the validation patches lies, (1,)."""

    def __post_init__(self) -> None:
        """Check that the parts fit together.

        Raises:
            ValueError: they do not, or hold what is no number.
        """
        width, count = self.spread.numel(), self.directions.shape[0]
        wanted = {"centres": (len(self.centres), width), "directions": (count, width), "weights": (count + 1,), "limit": (1,)}
        for name, shape in wanted.items():
            if tuple(getattr(self, name).shape) != shape:
                raise ValueError(f"{name} of the domain has shape {tuple(getattr(self, name).shape)} instead of {shape}")
        for name, tensor in vars(self).items():
            if not bool(torch.isfinite(tensor).all()):
                raise ValueError(f"{name} of the domain holds values that are not numbers")

    def novelty(self, features: Tensor) -> Tensor:
        """Distance to the nearest class in units of the limit, (n,), of features (n, F): beyond 1 a patch is unlike the known ones.

        Mahalanobis' distance with one covariance for all classes (Lee et al. 2018, arXiv:1807.03888, section 2.1).
        """
        middle = self.centres.mean(0)  # counted from there, the squares below are no larger than the distances
        z, centres = evened(features).div_(self.spread).sub_(middle), self.centres - middle
        whole: Tensor = torch.linalg.vecdot(z, z)[:, None] - 2 * z @ centres.T + centres.square().sum(1)
        along = ((z @ self.directions.T)[:, None] - centres @ self.directions.T).square()  # (n, classes, k)
        rest = self.weights[-1]
        squared = rest * whole + along @ (self.weights[:-1] - rest)
        nearest: Tensor = squared.clamp_min(0).sqrt().amin(1)
        return nearest / self.limit

    def to(self, device: torch.device) -> "Domain":
        """The same on a device, in float32."""
        return Domain(**{name: tensor.to(device).float() for name, tensor in vars(self).items()})


def evened(features: Tensor) -> Tensor:
    """Square roots with the sign kept: means of rectified features are skewed, their roots nearly normal."""
    return features.abs().sqrt_().copysign_(features)


def domain_tensors(domains: Mapping[str, Domain]) -> dict[str, Tensor]:
    """The tensors of domains, by the name they have in a model file."""
    return {f"{PREFIX}{mode}.{name}": tensor for mode, domain in domains.items() for name, tensor in vars(domain).items()}


def domains_of(tensors: Mapping[str, Tensor]) -> dict[str, Domain]:
    """Domains by mode, ``dense`` and ``patch``, from the tensors of a model file.

    Raises:
        ValueError: a part is missing, or there is one too many; names it.
    """
    parts: dict[str, dict[str, Tensor]] = {}
    for key, tensor in tensors.items():
        if key.startswith(PREFIX):
            mode, _, name = key.removeprefix(PREFIX).partition(".")
            parts.setdefault(mode, {})[name] = tensor.float()
    try:
        return {mode: Domain(**named) for mode, named in parts.items()}
    except TypeError as error:
        raise ValueError(f"the domain of the model is broken: {error}") from error
