"""Share groups out to the sides of a split, so that every side gets its share of every class as well as possible."""

import numpy as np
from numpy.typing import NDArray

_LACKING_COST = 10.0
"""Cost of a side without a class, against about 1 for a side that has twice its share of it."""
_WORTHWHILE_GAIN = 1e-3
_MOST_MOVES = 500
_MOST_STARTS = 64
_STARTS_TIMES_GROUPS = 2000  # about a second; many groups need no second start


def assign_sides(counts: NDArray[np.float64], shares: NDArray[np.float64], seed: int) -> NDArray[np.intp]:
    """Side of each group, (G,): the best of several starts, each bettered by single moves while they help.

    The cost is the sum over sides s and classes k (and all patches as one more class) of (n_sk - t_s)^2 / t_s, where n_sk
    is the share of class k on side s and t_s the wanted one; a side without a class costs ``_LACKING_COST`` t_s besides.

    Args:
        counts: patches by group and class, (G, K), each class with patches.
        shares: wanted share of each side, (S,), above 0, sum 1.
        seed: of the order and of the starts.
    """
    counts = np.column_stack([counts, counts.sum(axis=1)])
    weights = counts / counts.sum(axis=0)
    random = np.random.default_rng(seed)
    starts = [_greedy(weights, shares, random)]
    more = min(_MOST_STARTS, _STARTS_TIMES_GROUPS // len(weights))
    starts += [random.choice(len(shares), len(weights), p=shares) for _ in range(more)]  # nosec B311: a NumPy generator
    return min((_moved(weights, side, shares) for side in starts), key=lambda side: _cost(weights, side, shares))


def _greedy(weights: NDArray[np.float64], shares: NDArray[np.float64], random: np.random.Generator) -> NDArray[np.intp]:
    """Each group, the largest first, to the side where it costs least."""
    held = np.zeros((len(shares), weights.shape[1]))
    side = np.zeros(len(weights), dtype=np.intp)
    shuffled = random.permutation(len(weights))
    for group in shuffled[np.argsort(-weights.max(axis=1)[shuffled], kind="stable")]:
        side[group] = _adding_cost(weights[group][None], held, shares)[0].argmin()
        held[side[group]] += weights[group]
    return side


def _moved(weights: NDArray[np.float64], side: NDArray[np.intp], shares: NDArray[np.float64]) -> NDArray[np.intp]:
    for _ in range(_MOST_MOVES):
        group, target, gain = _best_move(weights, side, shares)
        if gain < _WORTHWHILE_GAIN:
            break
        side[group] = target
    return side


def _cost(weights: NDArray[np.float64], side: NDArray[np.intp], shares: NDArray[np.float64]) -> float:
    held, groups = _held(weights, side, len(shares))
    uneven = ((held - shares[:, None]) ** 2 / shares[:, None]).sum()
    return float(uneven + _LACKING_COST * ((groups == 0) * shares[:, None]).sum())


def _held(weights: NDArray[np.float64], side: NDArray[np.intp], sides: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Share of each class on each side, and in how many groups it comes, both (S, K)."""
    held, groups = np.zeros((sides, weights.shape[1])), np.zeros((sides, weights.shape[1]))
    np.add.at(held, side, weights)
    np.add.at(groups, side, weights > 0)
    return held, groups


def _adding_cost(weights: NDArray[np.float64], held: NDArray[np.float64], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Cost of putting each group (G, K) on each side that holds (S, K) already: (G, S)."""
    wanted = shares[:, None]
    return np.asarray((weights**2).sum(axis=1)[:, None] / shares + 2 * weights @ ((held - wanted) / wanted).T)


def _best_move(weights: NDArray[np.float64], side: NDArray[np.intp], shares: NDArray[np.float64]) -> tuple[int, int, float]:
    """The group, its new side and the gain of the single move that lowers the cost most."""
    has = weights > 0
    held, groups = _held(weights, side, len(shares))
    penalty = _LACKING_COST * shares
    to_side = _adding_cost(weights, held, shares) - has @ (groups == 0).T * penalty
    alone = has & (groups[side] == 1)
    wanted = shares[side][:, None]
    from_side = ((weights**2 - 2 * weights * (held[side] - wanted)) / wanted).sum(axis=1) + alone.sum(axis=1) * penalty[side]
    gain = -(to_side + from_side[:, None])
    gain[np.arange(len(side)), side] = -np.inf
    group, target = np.unravel_index(gain.argmax(), gain.shape)
    return int(group), int(target), float(gain[group, target])
