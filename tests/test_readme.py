"""What README and docs show is true: specs build, commands parse, and each path, option and lane they name is there."""

import importlib
import json
import re
import shlex
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import click
import pytest
from markdown_it import MarkdownIt

from mapgen.analysis import analyze
from mapgen.audit import RULES
from mapgen.audit.policy import Policy
from mapgen.audit.rule import Case, Rule
from mapgen.audit.rule_docs import explain
from mapgen.audit.run import run_audit
from mapgen.cli.group import COMMANDS
from mapgen.cli.group import mapgen as group
from mapgen.composition import compose
from mapgen.config.audit_settings import shown, written
from mapgen.config.settings import Settings, load
from mapgen.diagnostics import REPORTERS
from mapgen.diagnostics.codes import CODES
from mapgen.diagnostics.reporter import Report, Reporter
from mapgen.lanes import LANES
from mapgen.lanes.lane import Lane, lane_context
from mapgen.model.libraries import Libraries
from mapgen.model.library import LibraryFile, LibraryUse
from mapgen.pipeline import DrawRequest, check, draw
from mapgen.registry import Offers
from mapgen.render import FORMATS
from mapgen.render.drawing import VIEWS, Drawing, ViewKind
from mapgen.render.format import Format
from mapgen.source.tree import Source
from mapgen.tables.table import TableKind
from mapgen.words import Words
from mapgen.words.language import LANGUAGES
from tests.reference import reference

ROOT = Path(__file__).parents[1]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob(".github/*.md")})
    if path.name != "CHANGELOG.md"  # what was true once
}
MARKER = "<!-- generated from schemas/journey.schema.json by `make accept`; do not edit below -->\n"
PARSER = MarkdownIt("commonmark").enable("table")
UNSURE = r"[A-Z]{3,}|--to outline|^mapgen lanes$"
"""Places to fill in, and what the examples of additions add."""
UNIDIOMATIC = re.compile(
    r"\b(tells?|told|telling|anew|mend(?:s|ed|ing)?|likeliest|left out"
    r"|colours?|grey|behaviours?|organisations?|neighbours?|centre|labelled|analyse)\b",
    re.IGNORECASE,
)
"""Words for which American technical English has others: report, rebuild, fix, most likely, omitted, color."""
NUMBER_WORDS = dict(
    enumerate(["nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"], start=9)
)
CONTRACTS: dict[str, tuple[str, type]] = {
    "lanes/kinds": ("LANE", Lane),
    "tables/kinds": ("TABLE", TableKind),
    "render/formats": ("FORMAT", Format),
    "render/views": ("VIEW", ViewKind),
    "diagnostics/reporters": ("REPORTER", Reporter),
    "cli/commands": ("COMMAND", click.Command),
    "audit/rules": ("RULE", Rule),
}
SPEC = """\
title: Morning coffee
channels: [App]
stages:
  - name: Order
    touchpoints:
      - {name: Pays, channel: app, asks_feedback: true, tools: [Till]}
"""


def fenced(language: str) -> Iterator[tuple[str, str]]:
    """Yield the blocks of code in a language, with the page they stand on."""
    for page, text in PAGES.items():
        for token in PARSER.parse(text):
            if token.type == "fence" and token.info == language:
                yield page, token.content


def spoken() -> Iterator[str]:
    """Yield what stands in backticks in the text, and in headings; tables of keys from the schema aside."""
    for text in PAGES.values():
        for token in PARSER.parse(text.partition(MARKER)[0]):
            yield from (child.content for child in token.children or () if child.type == "code_inline")


def commands() -> Iterator[str]:
    """Yield each command that is shown."""
    yield from (code for code in spoken() if re.match(r"mapgen( |$)", code) and not re.search(UNSURE, code))
    for _, block in fenced("sh"):
        yield from re.findall(r"(?:^|/)(mapgen .*)$", block, re.MULTILINE)


SPECS = [
    pytest.param(block, id=f"{page}-{at}")
    for at, (page, block) in enumerate(fenced("yaml"))
    if "title:" in block and not block.startswith("# shared/")
]
LIBRARIES = {block.split()[1]: block for _, block in fenced("yaml") if block.startswith("# shared/")}
"""The libraries that are shown, by the names in their first lines."""


class ShownLibraries:
    """Finds the libraries that are shown."""

    by_default = False

    def of(self, source: Source) -> LibraryUse:
        return Libraries(self.find).of(source, source.name)

    def find(self, name: str, _: str) -> LibraryFile:
        path = name.removeprefix("../")
        return LibraryFile(path, path, LIBRARIES[path].encode())


SPOKEN = sorted(set(spoken()))
SHOWN = sorted(set(commands()))


@pytest.mark.parametrize("spec", SPECS)
def test_each_spec_builds_without_a_word(spec: str) -> None:
    checked = check(spec, name="journey.yaml", libraries=ShownLibraries())

    assert checked.diagnostics == ()
    assert all(library.diagnostics == () for library in checked.libraries)
    assert checked.journey
    assert all(draw(DrawRequest(checked.journey, "journey", ("svg", "html", "md", "json"))).values())


def test_there_are_specs_and_commands_to_look_at() -> None:
    assert len(SPECS) >= 6
    assert len(SHOWN) >= 10


@pytest.mark.parametrize("shown", SHOWN)
def test_each_command_is_one_that_mapgen_knows(shown: str) -> None:
    words = shlex.split(re.split(" [<>] ", shown)[0])[1:]
    if not words or words[0].startswith("-"):
        assert set(words) <= {"--help", "--version"}
        return
    command = COMMANDS[words[0]]

    with command.make_context(words[0], words[1:], parent=click.Context(group)) as context:
        assert context.params.get("model") in {None, "lifecycle-5"}
        assert context.params.get("code") in {None, *CODES, *RULES}


@pytest.mark.parametrize("page", PAGES)
def test_each_link_leads_somewhere(page: str) -> None:
    tokens = [child for token in PARSER.parse(PAGES[page]) for child in token.children or ()]
    links = {
        str(token.attrs.get("href") or token.attrs.get("src"))
        for token in tokens
        if token.type in {"link_open", "image"}
    }
    broken = []
    for link in sorted(links):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        target = (ROOT / page).parent / name if name else ROOT / page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            broken.append(link)

    assert broken == []


@cache
def anchors(text: str) -> set[str]:
    """Return what GitHub makes of the headings of a page."""
    tokens = PARSER.parse(text)
    titles = (after.content for token, after in pairwise(tokens) if token.type == "heading_open")
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES)
def test_docs_use_the_terms_of_the_field(page: str) -> None:
    prose = " ".join(token.content for token in PARSER.parse(PAGES[page]) if token.type == "inline")

    assert UNIDIOMATIC.findall(prose) == []


def test_each_path_is_there() -> None:
    tops = {path.name for path in ROOT.iterdir()}
    paths = [code for code in SPOKEN if "/" in code and code.split("/")[0] in tops and " " not in code]

    missing = [path for path in paths if not (ROOT / re.sub(r"/[a-z-]*(NAME|CODE)\b.*", "", path)).exists()]

    assert len(paths) >= 10
    assert missing == []


def test_the_option_tables_are_complete() -> None:
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(SPOKEN)))
    params = [param for command in COMMANDS.values() for param in command.params]
    options = {name for param in params for name in (*param.opts, *param.secondary_opts) if name[0] == "-"}

    assert options - named == set(), "describe these in docs/commands.md"
    assert {name for name in named if name.startswith("--")} - options == {"--help", "--version"}


def test_commands_formats_and_settings_are_all_described() -> None:
    page = PAGES["docs/commands.md"]

    assert [name for name in COMMANDS if not re.search(rf"^## `mapgen {name}[ `]", page, re.MULTILINE)] == []
    assert [name for name in FORMATS if not re.search(rf"^\| `{name}` \| ", page, re.MULTILINE)] == []
    assert [name for name in VIEWS if not re.search(rf"^\| `{name}` \| ", page, re.MULTILINE)] == []
    assert [name for name in REPORTERS if not re.search(rf"^\|.* `{name}`.* \| ", page, re.MULTILINE)] == []
    assert [name for name in vars_of(Settings) if not re.search(rf"^\| `{name}` \| ", page, re.MULTILINE)] == []


def vars_of(settings: type[Settings]) -> list[str]:
    """Return the names of the settings."""
    return [name.replace("_", "-") for name in settings.__annotations__ if name not in {"file", "text"}]


def test_the_settings_that_are_shown_are_followed(tmp_path: Path) -> None:
    (block,) = [block for page, block in fenced("toml") if page == "docs/commands.md"]
    (tmp_path / "mapgen.toml").write_text(block, encoding="utf-8")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "company.library.yaml").write_text("owners: [IT]", encoding="utf-8")

    settings = load(tmp_path)

    assert isinstance(settings, Settings)
    assert [name for name in vars_of(Settings) if not getattr(settings, name.replace("-", "_"))] == []


def test_each_lane_and_each_theme_is_named() -> None:
    page = language_page()
    themes = [path.stem for path in (ROOT / "templates/themes").glob("*.yaml")]

    assert [name for name in LANES if f"| `{name}` | " not in page] == [], "describe each lane in the schema"
    assert [name for name in themes if f"`{name}`" not in page] == []


def test_the_numbers_of_rules_and_languages_are_right() -> None:
    page = PAGES["README.md"]

    assert f"[{len(RULES)} rules](docs/audit.md)" in page
    assert f"Maps in {NUMBER_WORDS[len(LANGUAGES)]} languages" in page


def test_each_rule_stands_in_the_table_as_it_is() -> None:
    page = PAGES["docs/audit.md"]
    rows = [row.strip("| ").split(" | ") for row in page.splitlines() if row.startswith("| `")]
    told = {row[0].strip("`"): row[1:] for row in rows if row[0].strip("`") in RULES}

    assert list(told) == list(RULES)
    for name, rule in RULES.items():
        severity, settings, summary = told[name]
        assert severity == rule.severity.name.lower()
        assert settings.strip() == ", ".join(
            f"`{shown(key)} = {written(one.default)}`" for key, one in rule.settings.items()
        )
        assert summary == explain(name, rule).summary.removesuffix(".")


@pytest.mark.parametrize("spec", [spec for spec in SPECS if "language" not in str(spec.id)])
def test_the_audit_has_nothing_against_the_specs_that_are_shown(spec: str) -> None:
    checked = check(spec, name="journey.yaml", libraries=ShownLibraries())
    assert checked.source
    assert checked.journey

    assert run_audit(checked.source, checked.journey, Policy(day="2026-11-01")).reported == ()


def test_the_keys_are_those_of_the_schema(expect: Callable[[Path, str], None]) -> None:
    expect(ROOT / "docs/language.md", language_page())


def language_page() -> str:
    """Return the page on the language as the schema has it, also where the page itself is still to be accepted."""
    schema = json.loads((ROOT / "schemas/journey.schema.json").read_text(encoding="utf-8"))
    prose, marker, _ = PAGES["docs/language.md"].partition(MARKER)
    assert marker
    return f"{prose}{marker}\n{reference(schema)}"


def test_ci_runs_the_command_that_passes_the_tests() -> None:
    build, tests = re.findall(r"^python3 .*$", PAGES["README.md"], re.MULTILINE)
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    (pattern,) = re.findall(r"grep -m 1 -E '(.*)' README\.md", script)

    assert re.fullmatch(pattern, tests)
    assert not re.fullmatch(pattern, build)
    assert 'bash -c "$tests"' in script
    assert "examples/music-subscription -o maps" in build


ADDITIONS = [pytest.param(block, id=block.split()[1]) for _, block in fenced("python") if block.startswith("# mapgen/")]


@pytest.mark.parametrize("block", ADDITIONS)
def test_each_example_of_an_addition_works(block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(block.split()[1])
    assert not (ROOT / path).exists()
    package = importlib.import_module(".".join(path.parent.parts))
    (tmp_path / path.name).write_text(block, encoding="utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    name, kind = CONTRACTS["/".join(path.parent.parts[1:])]

    offers: Mapping[str, object] = Offers(package.__name__, name, kind)

    assert worked(offers[path.stem.replace("_", "-")])
    ranks = [offer.rank for offer in offers.values() if isinstance(offer, Lane | TableKind | ViewKind)]
    assert len(ranks) == len(set(ranks)), "no two may have the same rank"


def worked(offer: object) -> bool:  # noqa: PLR0911 - one a kind of offer
    """Use what a module offers, and tell whether anything came of it."""
    journey = check(SPEC, name="journey.yaml").journey
    assert journey
    analysis = analyze(journey)
    view = lane_context(journey, analysis, Words("en"))
    match offer:
        case Lane():
            return any(cell.blocks for cell in offer.cells(view))
        case TableKind():
            return all(len(row) == len(offer.columns) for row in offer.rows(view))
        case Rule():
            return bool(list(offer.check(Case(journey, analysis, {}, None, strict=True))))
        case Format():
            return bool(offer.render(Drawing("journey", journey, analysis, partial(compose, journey, analysis))))
        case ViewKind():
            return bool(offer.scene(Drawing("journey", journey, analysis, partial(compose, journey, analysis))).items)
        case Reporter():
            return offer.report(Report(())).endswith("\n")
        case click.Command():
            return bool(offer.main([], standalone_mode=False) == 0)
        case _:
            return False


def test_the_layers_are_those_that_are_enforced() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers, _, pure = project["tool"]["importlinter"]["contracts"]
    rows = re.findall(r"^\| (`.*`) \| .* \| (yes|no) \|$", PAGES["docs/architecture.md"], re.MULTILINE)
    table = [(re.findall(r"`(\w+)`", names), edge) for names, edge in rows]

    assert [names for names, _ in table] == [layer.split(" | ") for layer in layers["layers"]]
    assert {f"mapgen.{name}" for names, edge in table if edge == "no" for name in names} == set(pure["source_modules"])


def test_each_folder_of_tests_and_each_target_of_make_that_is_named_is_there() -> None:
    blocks = "\n".join(block for _, block in fenced("sh"))
    folders = {word for line in re.findall(r"^pytest (.*)$", blocks, re.MULTILINE) for word in line.split()}
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert [name for name in folders if not name.startswith("-") and not (ROOT / name).exists()] == []
    assert {code[5:] for code in SPOKEN if code.startswith("make ")} == set(phony.split())


def test_each_function_of_a_test_that_is_named_is_there() -> None:
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))

    assert [code for code in SPOKEN if code.startswith("test_") and f"def {code}(" not in tests] == []
