"""What an importer has read -> the text of a spec: with a title, without empty values and invisible characters."""

import re

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.formatting.from_data import spec_text
from mapgen.importers.importer import Imported
from mapgen.source.decoding import cleaned, is_forbidden
from mapgen.source.tree import Json

STDIN = "<stdin>"
"""The name of a file that came through standard input."""

UNTITLED = "Imported journey"
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile("\ufeff")
_ENDINGS = re.compile(r"(?:\.journey)?\.\w{1,8}$")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def finish(imported: Imported, name: str, title: str | None = None) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of the spec, and what there is to say of its texts.

    The title is the one given, else that of the file, else made of the `name` of the file.
    """
    cleaner = _Cleaner()
    data = cleaner.clean(imported.spec or {})
    spec = data if isinstance(data, dict) else {}
    given = cleaner.text(title or "") or spec.get("title")
    spec = {**spec, "title": given or title_of(name)}
    return spec_text(spec), cleaner.told()


def title_of(name: str) -> str:
    """Return a title made of the name of a file.

    >>> title_of("maps/checkout_flow-2.csv"), title_of("<stdin>")
    ('Checkout flow 2', 'Imported journey')
    """
    stem = _ENDINGS.sub("", re.split(r"[/\\]", name)[-1])
    words = "" if name == STDIN else " ".join(re.sub(r"[_\-.]+", " ", cleaned(stem)).split())
    return words[:1].upper() + words[1:] or UNTITLED


class _Cleaner:
    """Cleans texts, and counts those in which something could not stay."""

    def __init__(self) -> None:
        self._marred = 0

    def clean(self, value: Json) -> Json:
        """Return a value with clean texts, without those that are empty then."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [one for one in map(self.clean, value) if one not in (None, "", [], {})]
        if isinstance(value, dict):
            pairs = ((self.text(key).replace("\n", " "), self.clean(one)) for key, one in value.items())
            return {key: one for key, one in pairs if key and one not in (None, "", [], {})}
        return value

    def text(self, text: str) -> str:
        """Return a text whose lines have no blanks at their ends, and in which nothing is invisible."""
        if text.isascii() and text.isprintable():
            return text.strip()
        bare = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
        if is_forbidden(bare):
            self._marred += 1
            bare = cleaned(bare).replace(_REPLACEMENT, "")
        return "\n".join(line.rstrip() for line in bare.replace("\t", " ").strip().split("\n"))

    def told(self) -> tuple[Diagnostic, ...]:
        """Return what there is to say."""
        if not self._marred:
            return ()
        texts = "1 text" if self._marred == 1 else f"{self._marred:,} texts"
        message = f"control characters were removed from {texts}"
        return (Diagnostic("import-dropped", message, Severity.WARNING),)
