"""Drawing -> a diagram for draw.io: native shapes and connectors, to go on drawing with.

Ids are those of the HTML page (`touchpoint-pays`), so that a diagram can be compared with the next one. The texts of
an author are values, never styles; draw.io reads them as HTML, so they are escaped twice.
"""

from collections.abc import Iterator, Mapping

from mapgen.ci_commands import inert_markup
from mapgen.lanes.lane import lane_context
from mapgen.render.diagram import BoxDiagram, DiagramBox, DiagramLink, diagram
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.markup import Xml, xml
from mapgen.render.theme import Colors
from mapgen.words import Words

_BASE = "html=1;whiteSpace=wrap;fontFamily=Inter,Helvetica,Arial;fontSize=12;"
_SCORES = 4  # the colors of scores, counted from 0
_BOXES = {
    "title": "text;strokeColor=none;fillColor=none;align=left;verticalAlign=top;fontSize=24;fontStyle=1;"
    "fontColor={ink};",
    "stage": "rounded=0;fillColor={stage};strokeColor=none;fontColor={on-stage};fontStyle=1;fontSize=14;",
    "card": "rounded=1;arcSize=6;spacing=6;verticalAlign=top;fillColor={paper};strokeColor={stage};fontColor={ink};",
    "point": "ellipse;shape=ellipse;perimeter=ellipsePerimeter;aspect=fixed;"
    "verticalLabelPosition=bottom;verticalAlign=top;labelWidth=150;"
    "fillColor={score};strokeColor={paper};fontColor={ink};",
    "pain": "rounded=1;arcSize=6;spacing=6;fillColor={bad-soft};strokeColor={bad};fontColor={ink};",
    "idea": "rounded=1;arcSize=6;spacing=6;fillColor={good-soft};strokeColor={good};fontColor={ink};",
}
_LINKS = {
    "next": "edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=block;strokeColor={bar};",
    "skip": "edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=block;dashed=1;strokeColor={bar};",
    "back": "edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=block;dashed=1;strokeColor={bad};",
    "repeat": "edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=block;dashed=1;strokeColor={bad};",
    "parallel": "edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=block;strokeColor={stage-1};",
    "feedback": "edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=open;dashed=1;strokeColor={muted};",
    "curve": "endArrow=none;strokeWidth=2;strokeColor={muted};",
    "addresses": "edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=open;dashed=1;strokeColor={good};",
}
_LEAVES, _ENTERS = 0.65, 0.35
"""Where connectors that run above the cards leave a card and enter one, as a part of its width."""

_OVER = f"exitX={_LEAVES};exitY=0;entryX={_ENTERS};entryY=0;"

_BOX = Xml(
    '        <mxCell id="{id}" value="{text}" style="{style}" vertex="1" parent="1">\n'
    '          <mxGeometry x="{x}" y="{y}" width="{width}" height="{height}" as="geometry"/>\n        </mxCell>'
)
_LINK = Xml(
    '        <mxCell id="{id}" value="{text}" style="{style}" edge="1" parent="1" source="{start}" target="{end}">\n'
    "          {geometry}\n        </mxCell>"
)
_NOTED = Xml(
    '        <UserObject id="{id}" label="{text}" tooltip="{note}">\n'
    '          <mxCell style="{style}" edge="1" parent="1" source="{start}" target="{end}">\n'
    "            {geometry}\n          </mxCell>\n        </UserObject>"
)
_STRAIGHT = Xml('<mxGeometry relative="1" as="geometry"/>')
_THROUGH = Xml(
    '<mxGeometry relative="1" as="geometry"><Array as="points">'
    '<mxPoint x="{start}" y="{over}"/><mxPoint x="{end}" y="{over}"/></Array></mxGeometry>'
)
_FILE = Xml("""\
<mxfile host="mapgen" compressed="false">
  <diagram id="{id}" name="{title}">
    <mxGraphModel grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="0" \
pageScale="1" pageWidth="{width}" pageHeight="{height}" math="0" shadow="0">
      <root>
        <mxCell id="0"/>
        <mxCell id="1" parent="0"/>
{cells}
      </root>
    </mxGraphModel>
  </diagram>
</mxfile>
""")


def _render(drawing: Drawing) -> str:
    journey = drawing.journey
    found = diagram(lane_context(journey, drawing.analysis, Words(journey.language)))
    return inert_markup(
        _FILE.fill(
            id=xml(journey.id),
            title=xml(journey.title),
            width=_number(found.width),
            height=_number(found.height),
            cells=Xml("\n").joined(_cells(found, drawing.theme.light)),
        )
    )


def _cells(found: BoxDiagram, colors: Colors) -> Iterator[Xml]:
    """Yield the connectors, and over them the boxes."""
    boxes = {box.id: box for box in found.boxes}
    for link in found.links:
        yield _link(link, colors, boxes)
    for box in found.boxes:
        yield _box(box, colors)


def _box(box: DiagramBox, colors: Colors) -> Xml:
    return _BOX.fill(
        id=xml(box.id),
        text=_html(box.text, has_name=box.kind == "card"),
        style=xml(_style(box, colors)),
        x=_number(box.x),
        y=_number(box.y),
        width=_number(box.width),
        height=_number(box.height),
    )


def _style(box: DiagramBox, colors: Colors) -> str:
    """Return the style of a shape, in which only our own words and colors stand."""
    stage, score = colors[f"stage-{box.color}"], colors[f"score-{round((box.share or 0) * _SCORES) + 1}"]
    return _BASE + _BOXES[box.kind].format_map({**colors, "stage": stage, "score": score})


def _link(link: DiagramLink, colors: Colors, boxes: Mapping[str, DiagramBox]) -> Xml:
    style = _LINKS[link.kind].format_map(colors) + ("" if link.over is None else _OVER)
    label = f"html=1;fontFamily=Inter,Helvetica,Arial;fontSize=11;labelBackgroundColor={colors['paper']};"
    values = {
        "id": xml(link.id),
        "text": _html(link.text),
        "style": xml(f"{style}{label}fontColor={colors['soft']};"),
        "start": xml(link.start),
        "end": xml(link.end),
        "geometry": _geometry(link, boxes),
    }
    return _NOTED.fill(**values, note=_html(link.note)) if link.note else _LINK.fill(**values)


def _geometry(link: DiagramLink, boxes: Mapping[str, DiagramBox]) -> Xml:
    """Return the way of a connector; draw.io finds a straight one by itself."""
    if link.over is None:
        return _STRAIGHT
    start, end = boxes[link.start], boxes[link.end]
    return _THROUGH.fill(
        start=_number(start.x + _LEAVES * start.width),
        end=_number(end.x + _ENTERS * end.width),
        over=_number(link.over),
    )


def _html(text: str, *, has_name: bool = False) -> Xml:
    """Return a text as the value of a cell: HTML that shows it exactly, in an attribute; its first line may be bold."""
    first, *others = (str(xml(line)) for line in text.split("\n"))
    return xml("<br>".join((f"<b>{first}</b>" if has_name else first, *others)))


def _number(value: float) -> Xml:
    return xml(f"{value:.10g}")


FORMAT = Format(".drawio", _render, comment="<!-- {} -->")
