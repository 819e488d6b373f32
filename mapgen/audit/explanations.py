"""A diagnostic code or the id of a rule -> its explanation."""

from mapgen.diagnostics.codes.explanation import Explanation


def explained(name: str) -> Explanation | None:
    """Return the explanation of a code or rule, None if it is unknown; that of the code if it is both."""
    return next(iter(explanations(name)), None)


def explanations(name: str) -> tuple[Explanation, ...]:
    """Return the explanations of a code and of the rule with the same name, which finds the same elsewhere."""
    from mapgen.audit import RULES
    from mapgen.audit.rule_docs import explain
    from mapgen.diagnostics.codes import CODES

    code = (CODES[name],) if name in CODES else ()
    return (*code, explain(name, RULES[name])) if name in RULES else code


def names() -> tuple[str, ...]:
    """Return all codes and rules, sorted."""
    from mapgen.audit import RULES
    from mapgen.diagnostics.codes import CODES

    return tuple(sorted({*CODES, *RULES}))
