"""The page of a rule -> its explanation, as `mapgen explain` prints it."""

import re
from inspect import cleandoc

from mapgen.audit.rule import Rule
from mapgen.diagnostics.codes.explanation import Explanation

_EXAMPLE = re.compile(r"^(Bad|Good)(?:, on [0-9-]+)?::\n\n((?:    .*\n|\n)+)", re.MULTILINE)


def explain(name: str, rule: Rule) -> Explanation:
    """Return the explanation on the page of a rule; missing examples are None."""
    page = cleandoc(rule.page or "") + "\n"
    prose = _EXAMPLE.sub("", page).strip()
    summary, _, why = prose.partition("\n\n")
    examples = {title: _outdented(text) for title, text in _EXAMPLE.findall(page)}
    return Explanation(name, summary, why, examples.get("Bad"), examples.get("Good"))


def _outdented(text: str) -> str:
    return "\n".join(line[4:] for line in text.rstrip("\n").split("\n")) + "\n"
