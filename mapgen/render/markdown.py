"""The author's text -> text that Markdown shows exactly as it was written.

It is escaped where it must be and nowhere else, so that a diff reads like prose. GitHub and GitLab link and
replace some things (`@name`, `#1`, `:smile:`, addresses) after Markdown has been rendered, where no backslash helps:
there an empty comment parts the text, which nobody sees.
"""

import re

from mapgen.record import record
from mapgen.render.format import Flavor
from mapgen.render.markup import safe_url

_URL_ESCAPES = {ord(char): f"%{ord(char):02X}" for char in "<>()[]|`\"'{}*_~$^"}

_NEWLINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_BLANKS = re.compile(r"[ \t]+")
_ENDS = re.compile(r"^[^\S ]|[^\S ]$")

_EVERYWHERE = r"""
    (?P<entity>  &(?=\#?[A-Za-z0-9]+;) )
  | (?P<tag>     <(?=[A-Za-z/!?]|$) )
  | (?P<path>    \\(?=[!-/:-@\[-`{-~]|\s?$) )
  | (?P<diff>    [\[{](?=[-+]) )
  | (?P<always>  [`\[\]] )
  | (?P<star>    (?<!\s)\* | \*(?!\s) | (?<=^[^\S ])\* | \*(?=[^\S ]$) )
  | (?P<word>    (?<=[^\W_])_+(?=[^\W_]) )
  | (?P<under>   _ )
  | (?P<wave>    (?<!\s)~ | ~(?!\s) | (?<=^[^\S ])~ | ~(?=[^\S ]$) )
  | (?P<part>    @(?=\w) | [\#!](?=\d) | (?<=\w):(?=//) | (?<!\w)[Ww]{3}(?=\.) | :(?=[+\-\w]+:)(?!(?!100:|1234:)\d+:) )
"""
_GITHUB = re.compile(_EVERYWHERE, re.VERBOSE)
_MDX = re.compile(r"(?P<brace>[{}])|(?P<less><)|" + _EVERYWHERE + r"|(?P<colon>:(?=[A-Za-z]))|(?P<math>\$)", re.VERBOSE)
_CLOSING = re.compile(r"(?<!\S)#(?=#*$)")
_START = re.compile(r"(?P<mark>[-+](?=\s|$)|--|>|#(?=#{0,5}(?:\s|$))|:(?=:|\s)|!!!|(?<=\d)[.)](?=\s|$))")
_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_MODULE = re.compile(r"(?:import|export)\b")
_MATH = re.compile(r"\$.*\S\$|\$\$", re.DOTALL)


@record
class Markdown:
    """Escapes for one flavor of Markdown."""

    flavor: Flavor = "github"

    @property
    def line_break(self) -> str:
        """What parts two lines inside a paragraph, a list item or a cell."""
        return "<br />" if self.flavor == "mdx" else "<br>"

    def line(self, text: str) -> str:
        r"""Escape a text that may begin a paragraph, a list item or a heading; its line breaks stay.

        >>> print(Markdown().line("1. a_b *c*"))
        1\. a_b \*c\*
        """
        first, *others = _lines(text)
        return self.line_break.join((self._start(first), *(self._escape(part) for part in others)))

    def inline(self, text: str) -> str:
        """Escape a text that stands behind something else on its line.

        >>> print(Markdown().inline("- <b> & 5 < 6"))
        - &lt;b> & 5 < 6
        """
        return self.line_break.join(self._escape(part) for part in _lines(text))

    def heading(self, text: str) -> str:
        """Escape a text for one line without breaks."""
        line = " ".join(part for part in _lines(text) if part)
        return _CLOSING.sub(r"\#", self._start(line)) if line.strip("#") else self._start(line)

    def cell(self, text: str) -> str:
        r"""Escape a text for a cell of a table.

        >>> print(Markdown().cell("a | b"))
        a \| b
        """
        return pipes(self.inline(text))

    def link(self, text: str, url: str) -> str:
        """Make a link of an escaped text; the text alone where the address is not one that we link to."""
        address = safe_url(url)
        unparted = text.replace(self._part, "")  # nothing is linked within a link
        return text if address is None else f"[{unparted}]({self.address(address)})"

    def address(self, url: str) -> str:
        """Escape the target of a link or a picture.

        >>> Markdown().address("a (1).svg?b&lt;")
        'a%20%281%29.svg?b&amp;lt;'
        """
        escaped = url.replace(" ", "%20").translate(_URL_ESCAPES)
        return re.sub(r"&(?=#?[A-Za-z0-9]+;)", "&amp;", escaped)

    @property
    def _part(self) -> str:
        """What parts a text without being seen: a comment."""
        return "{/* */}" if self.flavor == "mdx" else "<!-- -->"

    def _start(self, text: str) -> str:
        """Escape a text at the start of a line, where a mark makes a list, a quote or a heading."""
        if self.flavor == "mdx" and _MODULE.match(text):
            return f"&#{ord(text[0])};{self._escape(text[1:])}"
        number = _NUMBER.match(text)
        at = number.end() if number else 0
        if _START.match(text, at):
            return f"{text[:at]}\\{text[at]}{self._escape(text[at + 1 :])}"
        return self._escape(text)

    def _escape(self, text: str) -> str:
        pattern = _MDX if self.flavor == "mdx" else _GITHUB
        escaped = pattern.sub(self._replace, text)
        if self.flavor == "github" and _MATH.search(text):
            escaped = escaped.replace("$", "<span>$</span>")
        return _ENDS.sub(lambda found: f"&#{ord(found.group())};", escaped)

    def _replace(self, found: re.Match[str]) -> str:
        """Escape one find, by the name of the group that found it."""
        char = found.group()
        match found.lastgroup:
            case "entity":
                return "&amp;"
            case "tag" | "less":
                return "&lt;"
            case "part":
                return char + self._part
            case "diff":
                return f"\\{char}{self._part}" if char == "[" else char + self._part
            case "word":
                return char
            case _:
                return f"\\{char}"


def pipes(markdown: str) -> str:
    """Make escaped Markdown fit for a cell, where a bar would end it."""
    return markdown.replace("|", "\\|")


def _lines(text: str) -> list[str]:
    """Part a text at its line breaks; what is blank at both ends is dropped, as it is not seen."""
    return [_BLANKS.sub(" ", part) for part in _NEWLINE.split(text.strip(" \t\r\n"))]
