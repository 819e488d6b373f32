"""The author's text -> text that Markdown shows exactly as it was written.

It is escaped where it must be and nowhere else, so that a diff reads like prose. GitHub and GitLab link and
replace some things (`@name`, `#1`, `:smile:`, addresses) after Markdown has been rendered, where no backslash helps:
there an empty comment parts the text, which nobody sees.
"""

import re
from collections.abc import Iterable

from mapgen.lazy import regex
from mapgen.record import record
from mapgen.render.fragment import Fragment
from mapgen.render.markup import safe_url
from mapgen.render.options import Flavor

_URL_ESCAPES = {ord(char): f"%{ord(char):02X}" for char in "<>()[]|`\"'{}*_~$^"}

_NEWLINE = regex(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_BLANKS = regex(r"[ \t]+")
_ENDS = regex(r"^[^\S ]|[^\S ]$")

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
  | (?P<part>    @(?=[\w-]) | [\#!](?=\d) | \b[Gg][Hh](?=-\d) | (?<=\w):(?=//) | (?<![^\W_])[Ww]{3}(?=\.)
               | :(?=[+\-\w]+:)(?!(?!100:|1234:)\d+:) )
"""
_GITHUB = regex(_EVERYWHERE, re.VERBOSE)
_MDX = regex(r"(?P<brace>[{}])|(?P<less><)|" + _EVERYWHERE + r"|(?P<colon>:(?=[A-Za-z]))|(?P<math>\$)", re.VERBOSE)
_CLOSING = regex(r"(?<!\S)#(?=#*$)")
_START = regex(r"(?P<mark>[-+](?=\s|$)|--|>|#(?=#{0,5}(?:\s|$))|:(?=:|\s)|!!!|(?<=\d)[.)](?=\s|$))")
_BACKSLASHED = regex(r"\\([!-/:-@\[-`{-~])")
_NOT_IN_ID = regex(r"[^a-z0-9-]")
_NUMBER = regex(r"\d{1,9}(?=[.)](?:\s|$))")
_MODULE = regex(r"(?:import|export)\b")
_MATH = regex(r"\$.*\S\$|\$\$", re.DOTALL)


class Md(Fragment):
    """A part of a Markdown page.

    >>> Md("- **{}**").fill(Markdown().heading("a@b"))
    '- **a@<!-- -->b**'
    """

    __slots__ = ()


@record
class Markdown:
    """Escapes for one flavor of Markdown."""

    flavor: Flavor = "github"

    @property
    def line_break(self) -> Md:
        """What parts two lines inside a paragraph, a list item or a cell."""
        return Md("<br />") if self.flavor == "mdx" else Md("<br>")

    def line(self, text: str) -> Md:
        r"""Escape a text that may begin a paragraph, a list item or a heading; its line breaks stay.

        >>> print(Markdown().line("1. a_b *c*"))
        1\. a_b \*c\*
        """
        first, *others = _lines(text)
        return self.line_break.joined((self._start(first), *(self._escape(part) for part in others)))

    def inline(self, text: str) -> Md:
        """Escape a text that stands behind something else on its line.

        >>> print(Markdown().inline("- <b> & 5 < 6"))
        - &lt;b> & 5 < 6
        """
        return self.line_break.joined(self._escape(part) for part in _lines(text))

    def heading(self, text: str) -> Md:
        """Escape a text for one line without breaks."""
        line = _one_line(text)
        start = self._start(line)
        return Md(_CLOSING.sub(r"\#", start)) if line.strip("#") else start  # noqa: S704 - it was escaped before

    def alt(self, text: str) -> Md:
        r"""Escape a text for the description of a picture, which shows no comment and in which nothing is linked.

        >>> print(Markdown().alt("*you* @me"))
        \*you\* @me
        """
        line = _one_line(text)
        return _ended(self._pattern.sub(self._replace_in_alt, line))

    def summary(self, text: str) -> Md:
        r"""Escape a text for the summary of a fold: in HTML no backslash helps, so that references stand for marks.

        >>> print(Markdown().summary("*you*"))
        &#42;you&#42;
        """
        escaped = _BACKSLASHED.sub(lambda mark: f"&#{ord(mark[1])};", self.heading(text))
        return Md(escaped)  # noqa: S704 - it was escaped before

    def anchor(self, name: str) -> Md:
        """Return the id of a part of the page; of other characters than those of our own ids, nothing is left."""
        return Md(_NOT_IN_ID.sub("", name))  # noqa: S704 - letters, digits and hyphens

    def link(self, text: Md, url: str) -> Md:
        """Make a link of an escaped text; the text alone where the address is not one that we link to."""
        address = safe_url(url)
        if address is None:
            return text
        return Md("[{}]({})").fill(text.swapped(self._part, Md()), self.address(address))  # nothing is linked in a link

    def address(self, url: str) -> Md:
        """Escape the target of a link or a picture.

        >>> Markdown().address("a (1).svg?b&lt;")
        'a%20%281%29.svg?b&amp;lt;'
        """
        escaped = url.replace(" ", "%20").translate(_URL_ESCAPES)
        return Md(re.sub(r"&(?=#?[A-Za-z0-9]+;)", "&amp;", escaped))  # noqa: S704 - it is escaped here

    def code(self, text: str) -> Md:
        """Write a path or a revision as code, with a similar sign for what would end it."""
        line = " ".join(text.replace("`", "\N{MODIFIER LETTER GRAVE ACCENT}").split()) or "?"
        line = line.replace("##", "#\N{FULLWIDTH NUMBER SIGN}")
        return Md("`{}`").fill(Md(line))  # noqa: S704 - nothing else has a meaning there

    @property
    def _part(self) -> Md:
        """What parts a text without being seen: a comment."""
        return Md("{/* */}") if self.flavor == "mdx" else Md("<!-- -->")

    @property
    def _pattern(self) -> re.Pattern[str]:
        return _MDX if self.flavor == "mdx" else _GITHUB

    def _start(self, text: str) -> Md:
        """Escape a text at the start of a line, where a mark makes a list, a quote or a heading."""
        if self.flavor == "mdx" and _MODULE.match(text):
            return Md("&#{};{}").fill(ord(text[0]), self._escape(text[1:]))
        number = _NUMBER.match(text)
        at = number.end() if number else 0
        if _START.match(text, at):
            mark = Md(f"{text[:at]}\\{text[at]}")  # noqa: S704 - digits, and a sign that is escaped here
            return Md("{}{}").fill(mark, self._escape(text[at + 1 :]))
        return self._escape(text)

    def _escape(self, text: str) -> Md:
        escaped = self._pattern.sub(self._replace, text)
        if self.flavor == "github" and _MATH.search(text):
            escaped = escaped.replace("$", "<span>$</span>")
        return _ended(escaped)

    def _replace(self, found: re.Match[str]) -> str:
        """Escape one find, by the name of the group that found it."""
        char = found.group()
        match found.lastgroup:
            case "part":
                return char + self._part
            case "diff":
                return f"\\{char}{self._part}" if char == "[" else char + self._part
            case _:
                return self._replace_in_alt(found)

    def _replace_in_alt(self, found: re.Match[str]) -> str:
        """Escape one find without parting the text."""
        char = found.group()
        match found.lastgroup:
            case "entity":
                return "&amp;"
            case "tag" | "less":
                return "&lt;"
            case "part" if self.flavor == "mdx" and char == ":":
                return "\\:"
            case "word" | "part":
                return char
            case "diff" if char == "{":
                return char
            case _:
                return f"\\{char}"


def _one_line(text: str) -> str:
    return " ".join(part for part in _lines(text) if part)


def table(titles: Iterable[Md], rows: Iterable[Iterable[Md]]) -> Md:
    """Write a table. Its columns are not padded, so that a change of one text is a change of one line."""
    head = list(titles)
    lines = (_row(head), Md("|{}").fill(Md("").joined([Md(" --- |")] * len(head))), *map(_row, rows))
    return Md("\n").joined(lines)


def _row(cells: Iterable[Md]) -> Md:
    """Write a row, in whose cells a bar is no border."""
    return Md("| {} |").fill(Md(" | ").joined(cell.swapped(Md("|"), Md("\\|")) for cell in cells))


def _ended(escaped: str) -> Md:
    """Keep the blanks at the ends of an escaped text, of which Markdown would drop some."""
    return Md(_ENDS.sub(lambda found: f"&#{ord(found.group())};", escaped))  # noqa: S704 - see above


def _lines(text: str) -> list[str]:
    """Part a text at its line breaks; what is blank at both ends is dropped, as it is not seen."""
    return [_BLANKS.sub(" ", part) for part in _NEWLINE.split(text.strip(" \t\r\n"))]
