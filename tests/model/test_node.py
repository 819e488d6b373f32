from collections.abc import Callable

import pytest

from mapgen.model.journey import Journey

SPEC = """
title: t
stages:
  - name: s
    touchpoints:
      - name: x
        thought: {0}
        x-note: {0}
        tools:
          - {0}
"""


@pytest.mark.parametrize(
    "text",
    [
        ">\n\n            Is it far?\n",
        "|\n\n\n            Is it far?\n\n",
        "|+\n            \n            Is it far?\n\n",
        "|2\n              Is it far?\n",
        '"Is it far?\\n"',
        '"\\n\\t Is it far? "',
        "' Is it far? '",
    ],
)
def test_blanks_and_line_breaks_around_a_text_are_no_part_of_it(
    journey_of: Callable[[str], Journey], text: str
) -> None:
    (touchpoint,) = journey_of(SPEC.format(text)).stages[0].touchpoints

    assert (touchpoint.thought, touchpoint.tools) == ("Is it far?", ("Is it far?",))
    assert touchpoint.extras[0].texts == ("Is it far?",)
