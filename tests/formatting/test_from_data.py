"""Data becomes the text that `mapgen fmt` would leave as it is, and that is read as the same data."""

from hypothesis import given
from hypothesis import strategies as st

from mapgen import resources
from mapgen.formatting import formatted
from mapgen.formatting.from_data import spec_text
from mapgen.source.decoding import is_forbidden
from mapgen.source.parser import parse
from mapgen.source.tree import Json

_ODD = """\
no
1:30
012
2026-10-01
~
null
- a
# b
a: b
a #b
'
"
\\
[a]
{a}
? x
&a
*a
!a
|
>
%a
@a
`a
a:
1e3
0x1F
.inf
Yes
y
=
<<
🙂
—
a, b
..."""
_LINE = (
    st.text(min_size=1, max_size=60)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and not is_forbidden(text) and "\ufeff" not in text)
)
_TEXT = st.one_of(
    _LINE,
    st.lists(_LINE, min_size=2, max_size=3).map("\n".join),
    st.sampled_from(_ODD.split("\n")),
)
_NUMBER = st.one_of(st.integers(-1000, 1000), st.sampled_from([0.5, -1.25, 3.75]), st.booleans())


@given(
    st.fixed_dictionaries(
        {"title": _TEXT, "x-a": st.lists(st.one_of(_TEXT, _NUMBER), min_size=1, max_size=8)},
        optional={
            "x-b": st.dictionaries(_LINE, st.one_of(_TEXT, _NUMBER), min_size=1, max_size=3),
            "x-c": st.lists(st.fixed_dictionaries({"text": _TEXT}, optional={"kind": _TEXT}), min_size=1, max_size=3),
        },
    )
)
def test_the_text_is_formatted_and_means_the_data(data: dict[str, Json]) -> None:
    text = spec_text(data)

    again, faults = formatted(text, name="a.journey.yaml")
    source, _ = parse(text, name="a.journey.yaml")

    assert faults == ()
    assert again == text
    assert source is not None
    assert source.data == data


def test_it_is_laid_out_as_people_write_it() -> None:
    touchpoint: Json = {
        "pain_points": [{"severity": "high", "text": "Prices are hidden"}, "Too many plans"],
        "name": "Compares prices",
        "thoughts": ["Why so many?", "Is this all?"],
        "tools": ["Phone", "Mail"],
        "action": "Opens three tabs.\nCloses two.",
    }
    stages: Json = [{"touchpoints": [touchpoint], "name": "Discover"}, {"name": "Buy", "goal": "Done: quickly"}]

    assert spec_text({"stages": stages, "owners": ["Sales", "IT"], "title": "Shop"}) == resources.MODELINE + (
        """
title: Shop
owners: [Sales, IT]

stages:
  - name: Discover
    touchpoints:
      - name: Compares prices
        action: |-
          Opens three tabs.
          Closes two.
        thoughts: ["Why so many?", "Is this all?"]
        pain_points:
          - {text: Prices are hidden, severity: high}
          - Too many plans
        tools: [Phone, Mail]

  - name: Buy
    goal: "Done: quickly"
"""
    )
