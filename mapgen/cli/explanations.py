"""A code or the name of a rule -> what it means."""

from mapgen.diagnostics.codes.explanation import Explanation


def explained(name: str) -> Explanation | None:
    """Return the explanation of a code or a rule, None where there is neither; where there are both, the code's."""
    return next(iter(explanations(name)), None)


def explanations(name: str) -> tuple[Explanation, ...]:
    """Return the explanations of a code and of the rule that has the same name because it finds the same elsewhere."""
    from mapgen.audit import RULES
    from mapgen.audit.pages import explain
    from mapgen.diagnostics.codes import CODES

    code = (CODES[name],) if name in CODES else ()
    return (*code, explain(name, RULES[name])) if name in RULES else code


def names() -> tuple[str, ...]:
    """Return all that can be explained, sorted."""
    from mapgen.audit import RULES
    from mapgen.diagnostics.codes import CODES

    return tuple(sorted({*CODES, *RULES}))
