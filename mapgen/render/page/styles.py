"""Theme -> the style sheet of the page: its files, a concern each, one after the other."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import product
from string import ascii_lowercase

from mapgen import resources
from mapgen.lazy import regex
from mapgen.render.formats import svg
from mapgen.render.theme import Theme

RTL = "dir=rtl"
_WORD = regex(r"[\w-]+")
_RULE = regex(r"([^{}]+)\{[^{}]*\}")
_EMPTY = regex(r"@[^{}]+\{\}")
_NEED = regex(r"(?<=\.)[a-z][\w-]*|(?<=\[)dir=rtl")
_CHOICE = regex(r"\([^()]*\)")
_USED = regex(r"var\(--([\w-]+)\)")
_VARIABLE = regex(r"(?<![\w-])--[a-z][\w-]*")

NAMES = ("base", "front", "tools", "filters", "map", "text", "journey", "tables", "panel", "narrow", "print")
"""The files below `templates/html/styles/`, in their order: what comes later wins."""


def sheet(names: Iterable[str] = NAMES) -> str:
    """Return the style sheet, or the named files of it, in one line: no rule needs a line break."""
    return "".join(map(_rules, names))


def _rules(name: str) -> str:
    return resources.template(f"html/styles/{name}.css").replace("\n", "")


def trails() -> str:
    """Return what a page with scenarios needs beside the style sheet."""
    return _rules("trails")


def observed() -> str:
    """Return what a page with observed figures needs beside the style sheet."""
    return _rules("observed")


def past() -> str:
    """Return what a page with a history needs beside the style sheet."""
    return _rules("past")


def needed(rules: str, shown: str) -> str:
    """Leave out the rules of a style sheet that need a class, or a direction, that a page and its script lack.

    >>> needed(".a{color:red}.b,.a{margin:0}@media print{.b{top:0}}.c:not(.b){left:0}", '<p class="a c">')
    '.a{color:red}.b,.a{margin:0}.c:not(.b){left:0}'
    """
    words = frozenset(_WORD.findall(shown)) | ({RTL} if RTL in shown else frozenset())
    kept = _RULE.sub(lambda rule: rule[0] if _may_match(rule[1], words) else "", rules)
    return _EMPTY.sub("", kept)


def _may_match(selectors: str, words: frozenset[str]) -> bool:
    required = (_NEED.findall(one) for one in _CHOICE.sub("", selectors).split(","))
    return any(words.issuperset(classes) for classes in required)


def variables(colors: Theme, rules: str, *, stages: int = 0) -> str:
    """Name those of the theme's colors that the rules of a style sheet use; each stage has an accent."""
    accents = "".join(f".accent-{n}{{--accent:var(--accent-{n})}}" for n in range(1, min(stages, 10) + 1))
    used = frozenset(_USED.findall(rules + accents))
    light, dark = (_named(ground, used) for ground in (colors.light, colors.dark))
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    scheme = "light dark" if colors.ground == "both" else colors.ground
    family = "" if colors.font == "Inter" else f"font-family:{svg.stack(colors.font)};"
    own = f":root{{color-scheme:{scheme};{family}{light}}}"
    return f"{own}{dark if colors.ground == 'both' else ''}{accents}"


def shortened(rules: str, script: str) -> str:
    """Call variables by letters, those that are used most by one; not those that a script knows.

    The W3C's checker does not know names of digits.

    >>> shortened(":root{--ink:#111;--top:0}a{color:var(--ink);top:var(--top)}", 'set("--top")')
    ':root{--a:#111;--top:0}a{color:var(--a);top:var(--top)}'
    """
    known = frozenset(_VARIABLE.findall(script))
    used = (name for name, _ in Counter(_VARIABLE.findall(rules)).most_common() if name not in known)
    names = ("".join(letters) for length in (1, 2) for letters in product(ascii_lowercase, repeat=length))
    short = {name: f"--{letters}" for name, letters in zip(used, names, strict=False)}
    return _VARIABLE.sub(lambda found: short.get(found[0], found[0]), rules)


def unstyled_scheme(colors: Theme) -> str:
    """Return the color scheme on which pictures can be read where a host forbids styles: they keep the light colors."""
    return "dark" if colors.ground == "dark" else "light"


def _named(colors: Mapping[str, str], used: frozenset[str]) -> str:
    return "".join(f"--{role}:{color};" for role, color in sorted(colors.items()) if role in used)
