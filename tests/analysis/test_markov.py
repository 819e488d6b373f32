"""A chain against what numpy says of the same one."""

from itertools import pairwise
from random import Random

import numpy as np
import pytest

from mapgen.analysis import markov as chain
from mapgen.analysis.markov import factorize


def steps_of(seed: int, count: int, ways: int) -> dict[str, dict[str, float]]:
    """Steps between states from which a tenth leaves at each visit."""
    dice = Random(seed)  # noqa: S311 - dice that always fall the same way
    names = [f"s{number}" for number in range(count)]
    goals = {name: [dice.choice(names) for _ in range(ways)] for name in names}
    return {name: dict.fromkeys(out, 0.9 / ways) for name, out in goals.items()}


@pytest.mark.parametrize(("seed", "count", "ways"), [(1, 1, 1), (2, 6, 2), (3, 40, 2), (4, 40, 5), (5, 120, 3)])
def test_a_chain_says_what_inverting_its_matrix_says(seed: int, count: int, ways: int) -> None:
    steps = steps_of(seed, count, ways)
    names = list(steps)
    matrix = np.array([[float(here == there) - steps[here].get(there, 0.0) for there in names] for here in names])
    inverse = np.linalg.inv(matrix)
    rewards = {name: number / count for number, name in enumerate(names)}

    solved = factorize(steps)

    assert solved
    assert solved.visits({names[-1]: 1.0}) == pytest.approx(dict(zip(names, inverse[-1], strict=True)))
    assert solved.expected_reward(rewards) == pytest.approx(
        dict(zip(names, inverse @ list(rewards.values()), strict=True))
    )
    assert solved.expected_returns() == pytest.approx(dict(zip(names, np.diag(inverse), strict=True)))


def test_a_loop_is_solved_by_hand() -> None:
    solved = factorize({"a": {"b": 1}, "b": {"a": 0.25, "c": 0.5}, "c": {}})

    assert solved
    assert solved.visits({"a": 1}) == pytest.approx({"a": 4 / 3, "b": 4 / 3, "c": 2 / 3})
    assert solved.expected_reward({"c": 1}) == pytest.approx({"a": 2 / 3, "b": 2 / 3, "c": 1})
    assert solved.expected_returns() == pytest.approx({"a": 4 / 3, "b": 4 / 3, "c": 1})


def test_a_long_line_is_solved_without_a_deep_stack() -> None:
    names = [f"s{number}" for number in range(3000)]
    solved = factorize({here: {there: 1.0} for here, there in pairwise(names)} | {names[-1]: {}})

    assert solved
    assert solved.visits({"s0": 1})["s2999"] == 1


def test_a_chain_that_would_take_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "MAX_OPERATIONS", 100)

    assert factorize(steps_of(6, 40, 5)) is None
