"""The table `audit` of the settings -> the policy of a project, and what is wrong with the table."""

from collections.abc import Iterator, Mapping
from math import isfinite

from mapgen.audit import RULES
from mapgen.audit.policy import Policy
from mapgen.audit.rule import Rule, Setting, Value
from mapgen.cli.choices import fault
from mapgen.cli.tables import source
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import key, listed, nearest, quoted
from mapgen.source.tree import Source

SEVERITIES = {severity.name.lower(): severity for severity in Severity}
"""The severities by the words for them."""

_OFF = "off"
_LISTS = ("select", "ignore")
_STRICT = "strict"
_IN_MAPS = "in-maps"
_FLAGS = (_STRICT, _IN_MAPS)
_SEVERITY = "severity"


def read(name: str, text: str, data: object, table: tuple[str, ...]) -> tuple[Policy, tuple[Diagnostic, ...]]:
    """Return what a table says, as far as it is right, and all that is wrong with it.

    `name` and `text` are those of the file, `table` the names that lead to the table.
    """
    if not isinstance(data, dict):
        here, _ = source(name, text, {}, table)
        return Policy(), (_bad(here, "", f"{key('audit')} is not a table", "write it under [audit]"),)
    here, found = source(name, text, data, table)
    faults = (*found, *_faults(here, data))
    return (Policy() if faults else _policy(data)), faults


def _policy(data: Mapping[str, object]) -> Policy:
    rules = {rule: _told(value) for rule, value in data.items() if rule in RULES}
    off = [rule for rule, said in rules.items() if said.get(_SEVERITY) == _OFF]
    severities = {rule: SEVERITIES.get(str(said.get(_SEVERITY))) for rule, said in rules.items()}
    return Policy(
        select=_names(data, "select"),
        ignore=(*_names(data, "ignore"), *off),
        severities={rule: severity for rule, severity in severities.items() if severity},
        settings={rule: {_inner(k): v for k, v in said.items() if k != _SEVERITY} for rule, said in rules.items()},
        strict=data.get(_STRICT) is True,
        in_maps=data.get(_IN_MAPS) is True,
    )


def _names(data: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = data.get(name, ())
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _told(value: object) -> Mapping[str, Value]:
    """Return what is told of a rule; a severity alone may stand for the table."""
    return value if isinstance(value, dict) else {_SEVERITY: str(value)}


def _inner(name: str) -> str:
    return name.replace("-", "_")


def _faults(here: Source, data: Mapping[str, object]) -> Iterator[Diagnostic]:
    for name, value in data.items():
        if name in _LISTS:
            yield from _list_faults(here, name, value)
        elif name in _FLAGS:
            if not isinstance(value, bool):
                yield _bad(here, f"/{name}", f"{key(name)} is neither true nor false", f"write {name} = true, or false")
        elif name not in RULES:
            near = nearest(name, (*RULES, *_LISTS, *_FLAGS))
            hint = f"did you mean {key(near)}?" if near else "`mapgen rules` lists the rules"
            yield _bad(here, f"/{name}", f"{key(name)} is neither a rule nor a setting of the audit", hint)
        elif isinstance(value, dict):
            yield from _rule_faults(here, name, value)
        elif value not in {*SEVERITIES, _OFF}:
            yield _bad_severity(here, f"/{name}", name, value)


def _list_faults(here: Source, name: str, value: object) -> Iterator[Diagnostic]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        yield _bad(here, f"/{name}", f"{key(name)} is not a list of texts", f'write {name} = ["…"]')
        return
    wrong = filter(None, (fault(rule, "rule", RULES) for rule in value))
    yield from (
        _bad(here, f"/{name}", f"{key(name)} is wrong: {_short(said)}", "`mapgen rules` lists them") for said in wrong
    )


def _short(said: str) -> str:
    """Return a fault without the list of all rules, which is too long to be read."""
    fact, _, rest = said.partition("; ")
    return said if rest.startswith("did") else fact


def _rule_faults(here: Source, name: str, data: Mapping[str, object]) -> Iterator[Diagnostic]:
    rule: Rule = RULES[name]
    for word, value in data.items():
        pointer = f"/{name}/{word}"
        setting = rule.settings.get(_inner(word))
        if word == _SEVERITY:
            if value not in {*SEVERITIES, _OFF}:
                yield _bad_severity(here, pointer, word, value)
        elif setting is None:
            known = [shown(one) for one in (_SEVERITY, *rule.settings)]
            near = nearest(word, known)
            hint = f"did you mean {key(near)}?" if near else f"it has {listed(list(map(key, known)), joint='and')}"
            yield _bad(here, pointer, f"the rule {quoted(name)} has no setting {key(word)}", hint)
        elif wrong := _wrong(setting, value):
            yield _bad(here, pointer, f"{key(word)} {wrong}", f"it is {setting.means}")


def shown(name: str) -> str:
    """Return the name of a setting of a rule as people write it."""
    return name.replace("_", "-")


def written(value: Value) -> str:
    """Return the value of a setting of a rule as TOML has it."""
    if isinstance(value, str):
        return f'"{value}"'
    return f"{value}".lower()


def _wrong(setting: Setting, value: object) -> str | None:
    """Return what is wrong with a value, None if it is right."""
    if isinstance(setting.default, bool) or isinstance(value, bool):
        return None if isinstance(value, bool) and isinstance(setting.default, bool) else _kind(setting)
    if isinstance(setting.default, str):
        return None if value in setting.words else _kind(setting)
    if not isinstance(value, int | float) or not isfinite(value) or not setting.low <= value <= setting.high:
        return _kind(setting)
    return _kind(setting) if isinstance(setting.default, int) and not isinstance(value, int) else None


def _kind(setting: Setting) -> str:
    if isinstance(setting.default, bool):
        return "is neither true nor false"
    if isinstance(setting.default, str):
        return f"is none of {listed(list(setting.words), joint='and')}"
    noun = "whole number" if isinstance(setting.default, int) else "number"
    return f"is not a {noun} from {setting.low:g} to {setting.high:g}"


def _bad_severity(here: Source, pointer: str, name: str, value: object) -> Diagnostic:
    words = listed([*SEVERITIES, _OFF])
    return _bad(here, pointer, f"{key(name)} is {quoted(str(value))}, which is no severity", f"write {words}")


def _bad(here: Source, pointer: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("bad-setting", message, span=here.locate(pointer, key=True), hint=hint, pointer=pointer)
