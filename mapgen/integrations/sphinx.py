"""An extension of Sphinx: the directive `mapgen`, in reStructuredText and in MyST.

`mapgen.integrations.sphinx` under `extensions` in `conf.py` loads it.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from mapgen import __version__
from mapgen.integrations.block import OPTIONS, BlockError, read_options
from mapgen.integrations.figure import figure
from mapgen.integrations.picture import Drawn, Place, draw_block, not_drawn

_FORMATS = {"application/pdf": "pdf", "image/png": "png", "image/svg+xml": "svg"}
"""What an image can be, the best first."""

_log = logging.getLogger(__name__)


class MapNode(nodes.General, nodes.Element):
    """A map in a document; `given` are its options, `text` its spec, `place` where it stands."""


class MapDirective(SphinxDirective):
    """`.. mapgen:: checkout.journey.yaml`, or with a spec as its content."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]] | None] = {
        name: directives.unchanged for name in OPTIONS if name != "file"
    }

    def run(self) -> list[nodes.Node]:
        """Return the map, or a box with what is wrong."""
        given = {**({"file": self.arguments[0]} if self.arguments else {}), **self.options}
        text = "".join(f"{line}\n" for line in self.content)
        place = self._place()
        drawn = _drawn(given, text, place, ("svg",))
        for file in drawn.files:
            self.env.note_dependency(str(file))
        if drawn.said:
            say = _log.warning if drawn.is_broken else _log.info
            say("%s\n%s", drawn.summary, drawn.report, location=self.get_location(), type="mapgen")
        if drawn.picture is None:
            return [nodes.danger("", nodes.literal_block(drawn.report, drawn.report))]
        node = MapNode(
            given=given,
            text=text,
            place=[getattr(place, name) for name in Place.__annotations__],
            html=str(figure(drawn.picture)),
        )
        node["story"] = drawn.picture.story
        self.set_source_info(node)
        return [node]

    def _place(self) -> Place:
        source, line = self.get_source_info()
        path = Path(source)
        here = Path.cwd()
        name = path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
        head = self.block_text.partition("\n")[0].strip()
        return Place(name, line, head, path.parent, Path(self.env.srcdir), self._start(line))

    def _start(self, line: int) -> int:
        """Return the line of the page in which the content begins, which MyST counts from the block."""
        is_own = type(self.state).__module__.startswith("docutils.")
        return self.content_offset + 1 + (0 if is_own else line)


def _drawn(given: Mapping[str, str], text: str, place: Place, formats: tuple[str, ...]) -> Drawn:
    try:
        return draw_block(read_options(given), text, place, formats)
    except BlockError as error:
        return not_drawn(error, place)


class OtherFormats(SphinxPostTransform):
    """Puts what a builder can show in the place of maps, where that is not HTML."""

    default_priority = 50

    def run(self, **_: Any) -> None:  # noqa: ANN401 - what Sphinx passes
        """Put an image, or the alternative text where the builder shows no images."""
        if self.app.builder.format == "html":
            return
        for node in list(self.document.findall(MapNode)):
            image = self._image(node)
            node.replace_self(image or nodes.paragraph("", node["story"]))

    def _image(self, node: MapNode) -> nodes.image | None:
        wanted = self.app.builder.supported_image_types
        said = ""
        for kind, format_ in _FORMATS.items():
            if kind in wanted:
                drawn = _drawn(node["given"], node["text"], Place(*node["place"]), ("svg", format_))
                if drawn.picture:
                    return self._written(node, kind, drawn.picture.files[f".{format_}"])
                said = drawn.report
        if said:
            _log.warning("%s", said, location=node, type="mapgen")
        return None

    def _written(self, node: MapNode, kind: str, content: bytes) -> nodes.image:
        """Write an image where Sphinx keeps those that it makes, and return its node."""
        folder = Path(self.env.doctreedir) / "mapgen"
        folder.mkdir(exist_ok=True)
        path = folder / f"map-{sha256(content).hexdigest()[:16]}.{_FORMATS[kind]}"
        path.write_bytes(content)
        self.env.images.add_file(self.env.docname, str(path))
        return nodes.image(uri=str(path), candidates={kind: str(path)}, alt=node["story"], width="100%")


def _visit(translator: HTML5Translator, node: MapNode) -> None:
    translator.body.append(f"{node['html']}\n")
    raise nodes.SkipNode


def _add_style(_: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(Path(__file__).with_name("static")))


def setup(app: Sphinx) -> dict[str, object]:
    """Register the directive."""
    app.add_node(MapNode, html=(_visit, None))
    app.add_directive("mapgen", MapDirective)
    app.add_post_transform(OtherFormats)
    app.connect("config-inited", _add_style)
    app.add_css_file("mapgen.css")
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
