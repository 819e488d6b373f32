"""What an author wrote is a plain text, which no writer takes without an escape: mypy checks the lines that follow.

`warn_unused_ignores` makes a line an error that would begin to type-check; `RUF100` does the same for `S704`.
"""

from mapgen.render.markdown import Markdown, Md
from mapgen.render.markup import Xml, xml

TEXT = "<b> *c*"


def test_a_plain_text_is_no_fragment() -> None:
    escape = Markdown()
    wrong: list[Md | Xml] = [
        Md("- {}").fill(TEXT),  # type: ignore[arg-type]
        Md("\n").joined([TEXT]),  # type: ignore[list-item]
        f"- {escape.line(TEXT)}",  # type: ignore[list-item]
        escape.line(TEXT) + TEXT,  # type: ignore[list-item]
        "".join([escape.line(TEXT)]),  # type: ignore[list-item]
        Md("{}").fill(xml(TEXT)),  # type: ignore[arg-type]
        Xml("<p>{}</p>").fill(TEXT),  # type: ignore[arg-type]
        Xml("<p>{}</p>").fill(escape.line(TEXT)),  # type: ignore[arg-type]
        Xml(f"<p>{TEXT}</p>"),  # noqa: S704 - that this is found is what the line is for
        Md(TEXT),  # noqa: S704 - the same
    ]

    assert all(wrong)


def test_fragments_make_fragments() -> None:
    item = Md("- {}").fill(Markdown().line(TEXT))
    page = Md("\n").joined((item, item.swapped(Md("- "), Md("+ "))))

    assert isinstance(page, Md)
    assert page == "- &lt;b> \\*c\\*\n+ &lt;b> \\*c\\*"
    assert Xml('<p id="{n}">{text}</p>').fill(n=1, text=xml(TEXT)) == '<p id="1">&lt;b&gt; *c*</p>'
