"""A Markdown page that mapgen has built -> the data of a spec: stages, touchpoints, and what its tables say of them."""

import re
from collections.abc import Iterator, Sequence

from mapgen.importers.draft import Draft
from mapgen.importers.markdown.blocks import PipeTable, is_rule, pipe_table
from mapgen.importers.markdown.inline import plain
from mapgen.importers.tables.values import number
from mapgen.model.journey import Number
from mapgen.record import record
from mapgen.source.tree import Json
from mapgen.words import Words
from mapgen.words.language import LANGUAGES

_HEADING = re.compile(r"(#{1,6}) (.*)")
_DETAILS = re.compile(r'<details(?: id="([a-z0-9-]+)")?>')
_SCORED = re.compile(r"(?:(.*?) )?([+\-\u2212]?\d+(?:[.,]\d+)?)(?: (.*))?")
_NUMBERED = re.compile(r"(\d+)\s(.*)", re.DOTALL)
_SHARE = re.compile(r"\d+(?:[.,]\d+)?\s?%.*|%\s?\d.*")
_FIVE = 5  # the end of the scale from 1
_MARKS = re.compile("[\u200e\u200f]")  # of the direction of numbers
_BETWEEN = " \u00b7 "
_SEVERITIES = ("low", "medium", "high", "critical")
_STATUSES = ("idea", "planned", "in-progress", "done", "dropped")

Item = dict[str, Json]


@record
class PageSection:
    """A heading of the second level with its tables, by the anchor of the fold that they are in."""

    name: str
    tables: dict[str, PipeTable]


def read_own(text: str) -> dict[str, Json]:
    """Return the data of the spec."""
    title, sections = _sections(text.split("\n"))
    words = _language(sections)
    return _OwnPage(title, sections, words).spec()


def _sections(lines: Sequence[str]) -> tuple[str, list[PageSection]]:
    title, anchor, base, index = "", "", 0, 0
    sections: list[PageSection] = []
    while index < len(lines):
        heading, details = _HEADING.fullmatch(lines[index]), _DETAILS.fullmatch(lines[index])
        if heading and not base:
            title, base = plain(heading[2]), len(heading[1])
        elif heading and len(heading[1]) == base + 1:
            sections.append(PageSection(plain(heading[2]), {}))
        elif details:
            anchor = details[1] or "touchpoints"
        elif lines[index].startswith("</details>"):
            anchor = ""
        elif lines[index].startswith("|") and index + 1 < len(lines) and is_rule(lines[index + 1]):
            table = pipe_table(lines, index)
            if sections:
                sections[-1].tables[anchor] = table
            index += len(table.rows)
        index += 1
    return title, sections


def _language(sections: Sequence[PageSection]) -> Words:
    """Return the words of the language in which most headings are."""
    said = {section.name for section in sections}
    said |= {cell for section in sections for table in section.tables.values() for cell in table.rows[0]}
    keys = ("tables", "journey", "personas", "what-hurts", "touchpoints", "emotion-curve", "pain-point", "opportunity")
    candidates = [Words(code) for code in LANGUAGES]
    return max(candidates, key=lambda words: sum(1 for key in keys if words(key) in said))


class _OwnPage:
    def __init__(self, title: str, sections: Sequence[PageSection], words: Words) -> None:
        self._words = words
        self._draft = Draft()
        self._tables = sections[-1].tables if sections and sections[-1].name == words("tables") else {}
        self._stages: dict[str, Item] = {}
        self._by_number: dict[str, Item] = {}
        self._home: dict[int, Item] = {}
        self._channels = {row[0] for row in self._rows("channels")}
        self._owners = {row[0] for row in self._rows("owners")}
        self._scores: list[str] = []
        self._title = title
        for section in _stages_of(sections, words):
            self._read_stage(section)
        self._read_owners()
        self._read_pains()
        self._read_opportunities()

    def _word(self, key: str) -> str:
        return self._words(key).casefold()

    def _rows(self, anchor: str) -> list[Sequence[str]]:
        table = self._tables.get(anchor)
        return list(table.rows[1:]) if table else []

    def _named(self, anchor: str) -> Iterator[dict[str, str]]:
        """Yield the rows of a table by the headers of their cells."""
        table = self._tables.get(anchor)
        for row in table.rows[1:] if table else ():
            yield dict(zip(map(str.casefold, table.rows[0]), row, strict=False)) if table else {}

    def _read_stage(self, section: PageSection) -> None:
        touchpoints: list[Json] = []
        stage: Item = {"name": section.name, "touchpoints": touchpoints}
        self._stages[section.name] = stage
        table = section.tables.get("touchpoints")
        for row in table.rows[1:] if table else ():
            cells = dict(zip(table.rows[0], row, strict=False)) if table else {}
            touchpoint = self._touchpoint(row[1].split("\n"))
            emotion = self._emotion(cells.get(self._words("emotion-curve"), ""))
            if emotion:
                touchpoint["emotion"] = emotion
            touchpoints.append(touchpoint)
            self._by_number[row[0]] = touchpoint
            self._home[id(touchpoint)] = stage

    def _touchpoint(self, lines: Sequence[str]) -> Item:
        touchpoint: Item = {"name": lines[0].removeprefix("\u2605 ")}
        for line in lines[1:]:
            parts = line.split(_BETWEEN)
            if all(part in self._channels for part in parts):
                names = [self._draft.channels.reference(part) for part in parts]
                touchpoint |= {"channel": names[0], "channels": list(names[1:])}
            elif line == self._words("asks-feedback"):
                touchpoint["asks_feedback"] = True
            elif line not in self._owners and not _SHARE.fullmatch(line):
                touchpoint["action"] = line
        return touchpoint

    def _emotion(self, cell: str) -> Item:
        emotion: Item = {}
        by: Item = {}
        for index, line in enumerate(filter(None, _MARKS.sub("", cell).split("\n"))):
            found = _SCORED.fullmatch(line)
            if found is None:
                if index == 0 and not emotion:
                    emotion["feeling"] = line
                continue
            self._scores.append(found[2])
            score = _number(found[2])
            if index == 0 and found[1] in {None, self._words("everyone")}:
                emotion |= {"score": score, **({"feeling": found[3]} if found[3] else {})}
            elif found[1] == self._words("target"):
                emotion["target"] = score
            elif found[1]:
                by[self._draft.personas.reference(found[1])] = score
        return {**emotion, **({"by": by} if by else {})}

    def _read_owners(self) -> None:
        for row in self._named("owners"):
            name = self._draft.owners.reference(next(iter(row.values())))
            for item in self._owned(row.get(self._word("owns"), "")):
                item["owner"] = name
            for item in self._owned(row.get(self._word("contributes-to"), "")):
                held = item.setdefault("contributors", [])
                if isinstance(held, list):
                    held.append(name)

    def _owned(self, cell: str) -> Iterator[Item]:
        """Yield the stages and touchpoints that a cell of the table of owners names."""
        for line in cell.split("\n"):
            if line.startswith(f"{self._words('stages')} "):
                names = line.removeprefix(f"{self._words('stages')} ").split(_BETWEEN)
                yield from (self._stages[name] for name in names if name in self._stages)
            elif line.startswith(f"{self._words('touchpoints')} "):
                numbers = re.findall(r"\d+", line.removeprefix(self._words("touchpoints")))
                yield from (self._by_number[one] for one in numbers if one in self._by_number)

    def _place(self, cell: str) -> Item | None:
        """Return the touchpoint or stage that a cell names."""
        found = _NUMBERED.fullmatch(cell)
        return (self._by_number.get(found[1]) if found else None) or self._stages.get(cell)

    def _read_pains(self) -> None:
        severities = {self._word(f"severity-{name}"): name for name in _SEVERITIES}
        for row in self._named("pain-points"):
            place = self._place(row.get(self._word("touchpoint"), ""))
            if place is not None:
                pain: Item = {"text": self._claim(row, "pain-point")}
                pain["severity"] = severities.get(row.get(self._word("severity"), "").casefold())
                _append(place, "pain_points", self._with_owner(pain, row, place))

    def _read_opportunities(self) -> None:
        statuses = {self._word(f"status-{name}"): name for name in _STATUSES}
        for row in self._named("opportunities"):
            place = self._place(row.get(self._word("touchpoint"), ""))
            if place is not None:
                found: Item = {"text": self._claim(row, "opportunity")}
                found |= {key: number(row.get(self._word(key), "")) for key in ("impact", "effort")}
                found["status"] = statuses.get(row.get(self._word("status"), "").casefold())
                found["addresses"] = list(filter(None, row.get(self._word("addresses"), "").split("\n")))
                owner = row.get(self._word("owner"), "")
                found["owner"] = self._draft.owners.reference(owner) if owner in self._owners else None
                _append(place, "opportunities", {key: value for key, value in found.items() if value not in (None, [])})

    def _claim(self, row: dict[str, str], key: str) -> str:
        """Return the text of a claim, without the note that nothing supports it."""
        lines = row.get(self._word(key), "").split("\n")
        return " ".join(line for line in lines if line != self._words("hypothesis"))

    def _with_owner(self, item: Item, row: dict[str, str], place: Item) -> Item:
        """Name the owner of an item where it is another one than that of its place."""
        name = row.get(self._word("owner"), "")
        usual = place.get("owner") or self._home.get(id(place), {}).get("owner")
        owner = self._draft.owners.reference(name) if name in self._owners else None
        kept: Item = {key: value for key, value in item.items() if value not in (None, [])}
        return {**kept, "owner": owner} if owner and owner != usual else kept

    def spec(self) -> dict[str, Json]:
        """Return the data of the spec."""
        spec = self._draft.spec()
        spec |= {"title": self._title, "stages": list(self._stages.values())}
        if self._words.language != "en":
            spec["language"] = self._words.language
        scores = [_number(score) or 0 for score in self._scores]
        if any(scores) and not any(score[0] in "+-\u2212" for score in self._scores):
            spec["emotion_scale"] = {"min": 1 if min(scores) else 0, "max": 5 if max(scores) <= _FIVE else 10}
        return spec


def _stages_of(sections: Sequence[PageSection], words: Words) -> Iterator[PageSection]:
    """Yield the sections that are stages: those behind the parts that each page has, and before the tables."""
    before = [words("what-hurts"), words("journey"), words("personas")]
    for section in sections:
        if section.name in before:
            before = before[before.index(section.name) + 1 :]
        elif section.name != words("tables"):
            before = []
            yield section


def _number(text: str) -> Number | None:
    return number(text.replace("\u2212", "-"))


def _append(item: Item, key: str, value: Json) -> None:
    held = item.setdefault(key, [])
    if isinstance(held, list):
        held.append(value)
