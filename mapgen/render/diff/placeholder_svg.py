"""Report -> a small picture that tells in a line a spec what became of it, where there is no map to draw."""

from mapgen.render.diff.report import DiffReport
from mapgen.render.diff.summary import lead, title
from mapgen.render.formats.svg import EMPTY, SYSTEM
from mapgen.render.markup import Xml, xml

_LEADING = 24
_EM = 9  # pixels, as wide as a letter is at most on average


def placeholder_svg(report: DiffReport) -> Xml:
    """Write a picture of lines; black on light ground and white on dark."""
    lines = [f"{title(entry)}: {lead(entry)}" for entry in report.entries]
    lines = lines or [f"no changes between {report.old} and {report.new}"]
    width, height = max(map(len, lines)) * _EM + 40, len(lines) * _LEADING + 32
    texts = [xml(" ".join(line.split())) for line in lines]
    text_line = Xml('<text x="20" y="{}">{}</text>')
    return Xml(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        ' role="img" font-family="{family}" font-size="15" fill="#111827"><title>{title}</title>'
        "<style>@media (prefers-color-scheme:dark){{rect{{fill:#0f141b}}text{{fill:#eef2f7}}}}</style>"
        '<rect width="{width}" height="{height}" fill="#ffffff"/>{lines}</svg>\n'
    ).fill(
        width=width,
        height=height,
        family=xml(SYSTEM),
        title=texts[0],
        lines=EMPTY.joined(text_line.fill(36 + at * _LEADING, text) for at, text in enumerate(texts)),
    )
