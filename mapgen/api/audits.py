"""A map -> what its audit finds, as values."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from mapgen.audit import RULES
from mapgen.audit.policy import Policy
from mapgen.audit.run import run_audit
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import nearest, quoted

if TYPE_CHECKING:
    from mapgen.api.journey_map import JourneyMap
    from mapgen.audit.rule import Value

_DEFAULTS: "Mapping[str, Mapping[str, Value]]" = MappingProxyType({})


def audit(  # noqa: PLR0913 - what a policy has
    map_: "JourneyMap",
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    settings: "Mapping[str, Mapping[str, Value]]" = _DEFAULTS,
    day: date | None = None,
    strict: bool = False,
) -> tuple[Diagnostic, ...]:
    r"""Return the findings of an audit in the order of the spec, without those that comments of the spec waive.

    `select` names rules, all if it is empty, `ignore` those to leave out, `settings` has their settings, by rule.
    Rules about age need a `day`, and find nothing without one. A `strict` audit also reports what is missing
    everywhere. ValueError for a rule that does not exist, SpecError if the spec has errors.

    >>> import mapgen
    >>> shop = mapgen.parse("title: Shop\nchannels: [Desk]\nstages: [Order]")
    >>> [finding.code for finding in mapgen.audit(shop, select=["unused-channel"])]
    ['unused-channel']
    """
    for rule in (*select, *ignore, *settings):
        if rule not in RULES:
            near = nearest(rule, list(RULES))
            message = f"no rule {quoted(rule)}" + (f"; did you mean {quoted(near)}?" if near else "")
            raise ValueError(message)
    policy = Policy(
        tuple(select), tuple(ignore), settings=settings, strict=strict, day=day.isoformat() if day else None
    )
    journey, source = map_.journey, map_.checked.source
    return run_audit(source, journey, policy).reported if source else ()
