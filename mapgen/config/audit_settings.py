"""The table `audit` of the settings -> the policy of a project, and what is wrong with the table."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from math import isfinite

from mapgen.audit import RULES
from mapgen.audit.policy import Policy
from mapgen.audit.renamed import RENAMED, current
from mapgen.audit.rule import Rule, Setting, Value
from mapgen.config.toml_positions import MAX_ENTRIES, read_toml
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import key, listed, nearest, quoted
from mapgen.source.parser import MAX_REPORTED
from mapgen.source.tree import Source
from mapgen.terminal.options import unknown_name

SEVERITIES = {severity.name.lower(): severity for severity in Severity}
"""The severities by the words for them."""

_OFF = "off"
_LISTS = ("select", "ignore")
_STRICT = "strict"
_IN_MAPS = "in-maps"
_FLAGS = (_STRICT, _IN_MAPS)
_SEVERITY = "severity"


def read_policy(name: str, text: str, data: object, table: tuple[str, ...]) -> tuple[Policy, tuple[Diagnostic, ...]]:
    """Return what a table says, as far as it is right, and all that is wrong with it.

    `name` and `text` are those of the file, `table` the names that lead to the table.
    """
    if not isinstance(data, dict):
        here, _ = read_toml(name, text, {}, table)
        return Policy(), (_bad(here, "", f"{key('audit')} must be a table", "write it under [audit]"),)
    here, found = read_toml(name, text, data, table)
    faults = tuple(islice(chain(found, _faults(here, data)), MAX_REPORTED))
    return (Policy() if faults else _policy(data)), faults


def _policy(data: Mapping[str, object]) -> Policy:
    rules = {current(rule): _told(value) for rule, value in data.items() if current(rule) in RULES}
    off = [rule for rule, said in rules.items() if said.get(_SEVERITY) == _OFF]
    severities = {rule: SEVERITIES.get(str(said.get(_SEVERITY))) for rule, said in rules.items()}
    return Policy(
        select=_names(data, "select"),
        ignore=(*_names(data, "ignore"), *off),
        severities={rule: severity for rule, severity in severities.items() if severity},
        settings={rule: {_inner(k): v for k, v in said.items() if k != _SEVERITY} for rule, said in rules.items()},
        strict=data.get(_STRICT) is True,
        in_maps=data.get(_IN_MAPS) is True,
        renamed=tuple(rule for rule in (*data, *_listed(data, "select"), *_listed(data, "ignore")) if rule in RENAMED),
    )


def _names(data: Mapping[str, object], name: str) -> tuple[str, ...]:
    return tuple(map(current, _listed(data, name)))


def _listed(data: Mapping[str, object], name: str) -> tuple[str, ...]:
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
                yield _bad(
                    here, f"/{name}", f"{key(name)} must be true or false", f"write {name} = true or {name} = false"
                )
        elif current(name) not in RULES:
            near = nearest(name, (*RULES, *_LISTS, *_FLAGS))
            hint = f"did you mean {key(near)}?" if near else "`mapgen rules` lists the rules"
            yield _bad(here, f"/{name}", f"{key(name)} is not a rule or audit setting", hint)
        elif isinstance(value, dict):
            yield from _rule_faults(here, name, value)
        elif value not in {*SEVERITIES, _OFF}:
            yield _bad_severity(here, f"/{name}", name, value)


def _list_faults(here: Source, name: str, value: object) -> Iterator[Diagnostic]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        yield _bad(here, f"/{name}", f"{key(name)} must be a list of strings", f'write {name} = ["…"]')
        return
    if len(value) > MAX_ENTRIES:
        message = f"{key(name)} has {len(value):,} entries; the maximum is {MAX_ENTRIES:,}"
        yield _bad(here, f"/{name}", message, "`mapgen rules` lists the rules")
        return
    wrong = filter(None, (unknown_name(current(rule), "rule", RULES) for rule in value))
    yield from (
        _bad(here, f"/{name}", f"{key(name)} is wrong: {_short(said)}", "`mapgen rules` lists all rules")
        for said in wrong
    )


def _short(said: str) -> str:
    """Return a fault without the list of all rules, which is too long to be read."""
    fact, _, rest = said.partition("; ")
    return said if rest.startswith("did") else fact


def _rule_faults(here: Source, name: str, data: Mapping[str, object]) -> Iterator[Diagnostic]:
    rule: Rule = RULES[current(name)]
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
        return "must be true or false"
    if isinstance(setting.default, str):
        return f"is none of {listed(list(setting.words), joint='and')}"
    noun = "whole number" if isinstance(setting.default, int) else "number"
    return f"is not a {noun} from {setting.low:g} to {setting.high:g}"


def _bad_severity(here: Source, pointer: str, name: str, value: object) -> Diagnostic:
    words = listed([*SEVERITIES, _OFF])
    return _bad(here, pointer, f"{key(name)} is {quoted(str(value))}, which is not a severity", f"write {words}")


def _bad(here: Source, pointer: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("bad-setting", message, span=here.locate(pointer, key=True), hint=hint, pointer=pointer)
