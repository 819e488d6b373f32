"""The text of a journey map of DGMO -> the data of a spec.

The first line names the chart and its title. A persona, groups of tags and options follow, each at the begin of its
line; then phases in brackets, and indented below them the steps with what is said of each.
"""

import re
from collections.abc import Iterator

from mapgen.diagnostics.phrases import quoted
from mapgen.importers.decoding import text_of
from mapgen.importers.draft import Draft
from mapgen.importers.importer import Confidence, Imported, ImportFile, ImportOptions, failed
from mapgen.importers.places import line_span, placed
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.headers import meaning
from mapgen.model.ids import slug
from mapgen.source.tree import Json

_MAX_SIZE = 2_000_000  # bytes
_MAX_LINES = 50_000
_FIRST = re.compile(r"(?:chart\s*:\s*)?journey-map\b[ \t:]*(.*)", re.IGNORECASE)
_PERSONA = re.compile(r"persona\s+(.+?)(?:\s+color:\s*\S+|\s+\(\w+\))?", re.IGNORECASE)
_TAG = re.compile(r"(?:tag:?|##)\s+(?:\"(?P<quoted>[^\"]+)\"|(?P<name>\S+(?:[ \t](?![a-z]{1,4}$|alias\b|\S*\().+?)?))"
                  r"(?:\s+(?:alias\s+)?(?P<alias>[a-z]{1,4}))?(?:\s+\S*\(.*)?")  # fmt: skip
_PHASE = re.compile(r"\[(.+)\](?:\s*\(\w+\))?")
_DETAIL = re.compile(r"(pain|opportunity|thought|description|color)\s*:\s*(.*)", re.IGNORECASE)
_OPTION = re.compile(r"(?:active-tag\s.*|solid-fill|no-title|no-legend|title\s*:.*|chart\s*:.*)", re.IGNORECASE)
_KEY = re.compile(r"(?:^|[\s,|])([A-Za-z][\w-]*):[ \t]*")
_LEGACY = re.compile(r"(?P<score>\d+)(?:\s+(?P<emotion>[^\s,:]+))?(?=$|,)")
_COLORS = frozenset(
    {"red", "orange", "yellow", "green", "blue", "purple", "teal", "cyan", "gray", "grey", "black", "white"}
)
_LISTS = {"pain": "pain_points", "opportunity": "opportunities", "thought": "thoughts"}
_SCALE = range(1, 6)
_ONLY = "Journey"


def recognize(document: ImportFile) -> Confidence:
    """Return whether the first line names the chart."""
    text = document.data[:2_000].decode(errors="replace").lstrip("\ufeff")
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("//")), "")
    return Confidence.SURE if _FIRST.fullmatch(first.strip()) else Confidence.NO


def read(document: ImportFile, options: ImportOptions) -> Imported:  # noqa: ARG001 - it takes none
    """Read a journey map."""
    remarks = Remarks()
    text = text_of(document, remarks, _MAX_SIZE, "diagrams are")
    if isinstance(text, Imported):
        return text
    if text.count("\n") > _MAX_LINES:
        return failed(f"the file has more than {_MAX_LINES:,} lines")
    if recognize(document) is Confidence.NO:
        return failed("the file is no journey map of DGMO", "it begins with `journey-map` and the title", text)
    reader = _DgmoReader(remarks)
    for number, line in _statements(text):
        reader.take(line, number)
    spec = reader.spec()
    if not spec["stages"]:
        return failed("the file has no phases and no steps", "a phase is a name in brackets: `[Search]`", text)
    return Imported(spec, tuple(placed(remarks.all(), text)), text)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that is no comment, with its number; blank lines end a block."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.lstrip().startswith("//"):
            yield number, line.expandtabs(2).rstrip()


class _DgmoReader:
    """Takes line by line."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._draft = Draft()
        self._persona: dict[str, Json] | None = None
        self._block = ""
        self._tags: dict[str, str] = {}
        self._stages: list[dict[str, Json]] = []
        self._step: dict[str, Json] | None = None
        self._step_indent = 0
        self._begun = False

    def take(self, line: str, number: int) -> None:
        """Take a line."""
        text, indent = line.strip(), len(line) - len(line.lstrip())
        if not text:
            self._block = ""
        elif not self._stages and self._take_head(text, indent, number):
            return
        elif indent == 0 and (phase := _PHASE.fullmatch(text)):
            self._stages.append({"name": " ".join(phase[1].split()), "touchpoints": []})
            self._step = None
        elif self._step is not None and indent > self._step_indent:
            self._take_detail(self._step, text, number)
        else:
            self._take_step(text, indent, number)

    def _take_head(self, text: str, indent: int, number: int) -> bool:
        """Take a line before the first phase or step; return whether it was one of the head."""
        if self._block and indent:
            if self._block == "persona":
                self._describe(text)
            return True
        self._block = ""
        if not self._begun and (first := _FIRST.fullmatch(text)):
            self._begun = True
            self._draft.top["title"] = first[1].strip()
        elif indent == 0 and (persona := _PERSONA.fullmatch(text)):
            self._persona, self._block = {"name": _without_color(persona[1])}, "persona"
        elif indent == 0 and (tag := _TAG.fullmatch(text)):
            name, self._block = tag["quoted"] or tag["name"], "tag"
            self._tags |= {name.lower(): name, (tag["alias"] or name).lower(): name}
        elif indent or not _OPTION.fullmatch(text):
            return False
        else:
            self._remarks.dropped(f"the option {quoted(text)} is left out", line_span(number), group="option")
        return True

    def _describe(self, text: str) -> None:
        """Add a line to the description of the persona."""
        detail = _DETAIL.fullmatch(text)
        if self._persona is None or (detail and detail[1].lower() == "color"):
            return
        words = detail[2] if detail and detail[1].lower() == "description" else text
        self._persona["description"] = f"{self._persona.get('description', '')} {words}".strip()

    def _take_detail(self, step: dict[str, Json], text: str, number: int) -> None:
        detail = _DETAIL.fullmatch(text)
        kind = detail[1].lower() if detail else ""
        if detail and kind in _LISTS:
            _append(step, _LISTS[kind], detail[2])
        elif detail and kind == "description":
            step["action"] = detail[2]
        elif not detail and not _keys(text, self._tags)[0]:
            self._set(step, _keys(text, self._tags)[1], number)
        elif kind != "color":
            message = f"DGMO does not show {quoted(text)}; it is kept as `x-note`"
            self._remarks.doubted(message, line_span(number), group="note")
            _append(step, "x-note", text)

    def _take_step(self, text: str, indent: int, number: int) -> None:
        if not self._stages:
            self._stages.append({"name": _ONLY, "touchpoints": []})
        elif indent == 0 and self._stages[-1]["name"] != _ONLY:
            message = f"DGMO does not show the step {quoted(text)}, which is not indented"
            self._remarks.doubted(message, line_span(number), group="outside")
        name, keys = _keys(text, self._tags)
        self._step, self._step_indent = {"name": name or text}, indent
        self._set(self._step, keys, number)
        touchpoints = self._stages[-1]["touchpoints"]
        if isinstance(touchpoints, list):
            touchpoints.append(self._step)

    def _set(self, step: dict[str, Json], keys: dict[str, str], number: int) -> None:
        """Put what is said of a step into it."""
        for key, text in keys.items():
            if key == "score":
                self._set_score(step, text, number)
            elif key == "emotion":
                _emotion(step)["feeling"] = text
            elif key in _LISTS:
                _append(step, _LISTS[key], text)
            elif key == "description":
                step["action"] = text
            elif key != "color":
                self._set_tag(step, self._tags[key], text)
        emotion = step.get("emotion")
        if isinstance(emotion, dict) and emotion.keys() == {"score"}:
            step["emotion"] = emotion["score"]

    def _set_score(self, step: dict[str, Json], text: str, number: int) -> None:
        try:
            score = float(text.replace(",", "."))
        except ValueError:
            score = 0
        if _SCALE[0] <= score <= _SCALE[-1]:
            _emotion(step)["score"] = int(score) if score.is_integer() else score
            if not score.is_integer():
                self._remarks.doubted(
                    f"DGMO shows no score that is not whole: {text}", line_span(number), group="score"
                )
        else:
            message = f"the score {quoted(text)} is left out: scores go from {_SCALE[0]} to {_SCALE[-1]}"
            self._remarks.dropped(message, line_span(number), group="score")

    def _set_tag(self, step: dict[str, Json], group: str, text: str) -> None:
        """Set a channel, an owner or a persona where the group of a tag is called so, else a custom key."""
        known = meaning(group)
        field = known.field if known else ""
        if field == "channels":
            step["channel"] = self._draft.channels.reference(text)
        elif field == "owner":
            step["owner"] = self._draft.owners.reference(text)
        elif field == "personas":
            step["personas"] = [self._draft.personas.reference(text)]
        else:
            step[f"x-{slug(group)[:60]}"] = text

    def spec(self) -> dict[str, Json]:
        """Return the data of the spec."""
        top = self._draft.spec()
        top["emotion_scale"] = {"min": _SCALE[0], "max": _SCALE[-1]}
        top["stages"] = list(self._stages)
        personas = self._draft.personas.declared()
        if self._persona is not None and self._persona["name"] not in personas:
            alone = self._persona if "description" in self._persona else self._persona["name"]
            top["personas"] = [alone, *personas]
        return top


def _keys(text: str, tags: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Part a line into a name and what follows it as `key: value`, separated by commas, bars or blanks."""
    known = {"score", "emotion", "pain", "opportunity", "thought", "description", "color", *tags}
    marks = [found for found in _KEY.finditer(text) if found[1].lower() in known]
    ends = [*(mark.start() for mark in marks), len(text)]
    name = text[: ends[0]].rstrip(" ,|")
    keys = {mark[1].lower(): text[mark.end() : end].strip(" ,|") for mark, end in zip(marks, ends[1:], strict=True)}
    name, bar, rest = name.partition("|")
    if bar and (old := _LEGACY.match(rest.strip())):
        keys = {"score": old["score"], **({"emotion": old["emotion"]} if old["emotion"] else {}), **keys}
    return " ".join(name.split()), {key: value for key, value in keys.items() if value}


def _emotion(step: dict[str, Json]) -> dict[str, Json]:
    """Return the emotion of a step, which can be added to."""
    found = step.get("emotion")
    emotion: dict[str, Json] = found if isinstance(found, dict) else {} if found is None else {"score": found}
    step["emotion"] = emotion
    return emotion


def _append(step: dict[str, Json], key: str, text: str) -> None:
    held = step.setdefault(key, [])
    if isinstance(held, list):
        held.append(text)


def _without_color(name: str) -> str:
    """Return the name of a persona without the color behind it, which is in lowercase."""
    words = name.split()
    return " ".join(words[:-1] if len(words) > 1 and words[-1] in _COLORS else words)
