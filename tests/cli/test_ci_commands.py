"""No line of any output is a command to the CI service that reads it, and the documents mean what they meant."""

import json
import re
from pathlib import Path

import html5lib
import pytest
from lxml import etree

from mapgen.diagnostics import REPORTERS
from mapgen.render import FORMATS
from tests.cli.cli_runner import Command
from tests.cli.repo import Repo

TEXTS = ("##vso[task.complete]x ###[error]x ##teamcity[x]", "::error::x", "x\n::set-output name=a::b\n##[group]y")
OBEYED = re.compile(r"##\w*\[|(?:\A|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])\s*::")
GIVEN = re.compile(r"(?m)^::(error|warning|notice) (file|title)=")
WRITTEN = [name for name in FORMATS if name not in {"png", "pdf", "xlsx", "pptx"}]
NAME = "##vso[a]b.journey.yaml"


def spec(text: str, score: int = 0) -> str:
    """Write a spec in which everything says a text."""
    touchpoints = [
        {
            "id": f"t{at}",
            "name": text,
            "action": text,
            "thought": text,
            "emotion": {"score": score, "feeling": text},
            "pain_points": [text],
            "metrics": [{"name": text, "value": score, "unit": text}],
            "links": [{"title": text, "url": "https://example.com/"}],
            "x-note": [text, text],
        }
        for at in range(2)
    ]
    persona = {"id": "p", "name": text, "quote": text, "goals": [text]}
    return json.dumps(
        {
            "title": text,
            "scenario": text,
            "x-remark": text,
            "personas": [persona],
            "evidence": [{"id": "e", "title": text}],
            "stages": [{"id": "s", "name": text, "goal": text, "x-note": text, "touchpoints": touchpoints}],
            "flow": [{"from": "t0", "to": "t1", "share": 0.5, "trigger": text}],
            "scenarios": [{"id": "c", "name": text, "path": ["t0", "t1"], "playbook": text}],
        }
    )


def means(kind: str, document: str) -> str:
    """Return all that a document says."""
    if kind in {"json", "sarif", "gitlab", "rdjson"}:
        return json.dumps(json.loads(document), ensure_ascii=False).replace("\\n", "\n")
    if kind in {"svg", "junit"}:
        root = etree.fromstring(document.encode())
        return " ".join(
            [*map(str, root.itertext()), *(str(value) for one in root.iter() for value in one.attrib.values())]
        )
    if kind == "html":
        return "".join(html5lib.parse(document, namespaceHTMLElements=False).itertext())
    return "\n".join(TEXTS)  # what it means is shown by its own tests


@pytest.fixture
def repo(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The current folder as an empty repository."""
    (folder / ".git").rmdir()
    monkeypatch.setenv("HOME", str(folder))
    return Repo(folder)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", WRITTEN)
def test_no_map_commands(kind: str, text: str, repo: Repo, mapgen: Command) -> None:
    (repo.folder / "a.journey.yaml").write_text(spec(text), encoding="utf-8")
    ended = mapgen("build", "--to", kind, "-o", "-", "--findings", "a.journey.yaml")

    assert ended.code == 0
    assert OBEYED.search(ended.out) is None
    assert text.partition("\n")[0] in means(kind, ended.out)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", REPORTERS)
def test_no_finding_commands(kind: str, text: str, repo: Repo, mapgen: Command) -> None:
    wrong = spec(text).replace('"name":', f'{json.dumps(text)}: 1, "owner": {json.dumps(text)}, "name":')
    for name in (NAME, "a.journey.yaml"):
        (repo.folder / name).write_text(wrong, encoding="utf-8")
    (repo.folder / "b.journey.yaml").write_text(spec(text), encoding="utf-8")
    ended = mapgen("validate", "--fail-on", "error", "--output-format", kind, ".")

    assert ended.code == 1
    assert OBEYED.search(GIVEN.sub("", ended.out)) is None
    assert OBEYED.search(ended.err) is None
    assert text.partition("\n")[0] in means(kind, ended.out)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("command", "kinds"),
    [("diff", "text md json svg html"), ("history", "text md json svg html"), ("scenarios", "text md json csv")],
)
def test_no_report_commands(command: str, kinds: str, text: str, repo: Repo, mapgen: Command) -> None:
    repo.commit(text, **{NAME.removesuffix(".journey.yaml"): spec(text)})
    repo.commit(text, **{NAME.removesuffix(".journey.yaml"): spec(f"{text} again", 1)})
    rest = {"diff": ["HEAD~1"], "history": [NAME], "scenarios": [NAME]}[command]
    for kind in kinds.split():
        ended = mapgen(command, *rest, "--to", kind)

        assert ended.code == 0, ended.err
        assert OBEYED.search(ended.out) is None, kind
        assert OBEYED.search(ended.err) is None, kind
