"""The names that people type for specs, and for the files that are to be written."""

from pathlib import Path

import pytest

from tests.cli.cli_runner import SMALL, Command, names, spec
from tests.cli.repo import Repo

FLOW = SMALL + "        exits: [{kind: abandon, share: 0.2}]\n"
FORMS = ["svg", "html", "md", "dot", "json", "png", "pdf"]


@pytest.mark.parametrize("name", ["a.journey.yaml", "a.journey.yml", "a.yaml", "a.yml"])
def test_the_ending_of_a_spec_may_be_left_out(mapgen: Command, folder: Path, name: str) -> None:
    spec(folder / "deep" / name)

    assert mapgen("validate", "deep/a").out.startswith(f"deep/{name}: no problems")
    assert mapgen("fmt", "--check", "deep/a").code == 0
    assert mapgen("build", "--to", "md", "deep/a").code == 0
    assert mapgen("scenarios", "deep/a").code == 0


@pytest.mark.parametrize(
    ("there", "meant"),
    [
        (["a.journey.yaml", "a.yaml"], "a.journey.yaml"),
        (["a.journey.yml", "a.yaml"], "a.journey.yml"),
        (["a", "a.journey.yaml"], "a"),
        (["a/x.journey.yaml", "a.journey.yaml"], "a/x.journey.yaml"),
        (["a/picture.txt", "a.journey.yaml"], "a.journey.yaml"),
    ],
)
def test_what_is_called_exactly_so_comes_first(mapgen: Command, folder: Path, there: list[str], meant: str) -> None:
    for name in there:
        spec(folder / name)

    assert mapgen("validate", "a").out.startswith(f"{meant}: ")


def test_a_name_with_a_slash_at_its_end_is_a_folder(mapgen: Command, folder: Path) -> None:
    spec(folder / "a.journey.yaml")

    assert mapgen("validate", "a/").code == 2


@pytest.fixture
def repo(folder: Path) -> Repo:
    """Two specs, of which one has changed."""
    (folder / ".git").rmdir()
    repo = Repo(folder)
    repo.commit("begin", a=SMALL, b=SMALL)
    repo.commit("change", a=SMALL.replace("-1", "-2"))
    return repo


@pytest.mark.usefixtures("repo")
def test_endings_may_be_left_out_where_git_is_asked(mapgen: Command) -> None:
    assert "a.journey.yaml" in mapgen("diff", "HEAD~1", "a").out
    assert mapgen("diff", "HEAD~1", "b").out.startswith("no changes")
    assert mapgen("diff", "a", "b").out == mapgen("diff", "a.journey.yaml", "b.journey.yaml").out
    assert mapgen("history", "a").out == mapgen("history", "a.journey.yaml").out
    assert mapgen("diff", "a").code == 0
    assert 'did you mean "a.journey.yaml"?' in mapgen("history", "a.jorney").err
    assert 'did you mean "a.journey.yaml"?' in mapgen("diff", "a.jorney").err


def test_a_revision_wins_over_a_spec_whose_ending_was_left_out(mapgen: Command, repo: Repo) -> None:
    repo.git("branch", "a", "HEAD~1")

    assert mapgen("diff", "a").out == mapgen("diff", "HEAD~1").out.replace("HEAD~1", "a")


@pytest.mark.parametrize("name", ["map.svg", "deep/map.svg", "MAP.SVG", "page.html", "map.json"])
def test_an_output_with_the_ending_of_a_format_is_one_file(mapgen: Command, folder: Path, name: str) -> None:
    spec(folder / "x.journey.yaml", FLOW)

    ended = mapgen("build", "x.journey.yaml", "-o", name)

    assert (ended.code, ended.out) == (0, f"x.journey.yaml -> {name}\n")
    assert names(folder) == sorted([name, "x.journey.yaml"])
    assert mapgen("build", "--check", "x.journey.yaml", "-o", name).code == 0


def test_the_ending_wins_over_the_formats_and_views_of_the_settings(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", FLOW)
    (folder / "mapgen.toml").write_text('formats = ["md", "html"]\nviews = ["map", "flow"]\noutput = "site"\n')
    printed = mapgen("build", "x.journey.yaml", "--to", "svg", "-o", "-", "--view", "poster").out

    mapgen("build", "x.journey.yaml", "-o", "x.svg")

    assert (folder / "x.svg").read_text() == printed


def test_one_view_can_be_chosen_for_the_file(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml", FLOW)
    printed = mapgen("build", "x.journey.yaml", "--to", "svg", "-o", "-", "--view", "flow").out

    mapgen("build", "x.journey.yaml", "-o", "x.svg", "--view", "flow")

    assert (folder / "x.svg").read_text() == printed


@pytest.mark.parametrize(
    ("typed", "said", "works"),
    [
        ([".", "-o", "m.svg"], "-o m.svg is one file, but there are 2 specs\n", "-o m/"),
        (["a", "-o", "m.svg", "--view", "map,flow"], "but there are 2 views\n", "-o m/"),
        (["a", "-o", "m.svg", "--to", "svg,png"], "is a single svg file, but --to asks for svg and png", "-o m/"),
        (["a", "-o", "m.svg", "--to", "md"], "is a single svg file, but --to asks for md", "-o m/"),
        (["a", "-o", "m.jpg"], 'no format for "m.jpg"', "-o m.jpg/"),
    ],
)
def test_a_file_for_more_than_one_map_is_refused_with_a_hint_that_works(
    mapgen: Command, folder: Path, typed: list[str], said: str, works: str
) -> None:
    spec(folder / "a.journey.yaml", FLOW)
    spec(folder / "b.journey.yaml")
    refused = mapgen("build", *typed)

    assert refused.code == 2
    assert said in refused.err
    assert f"{works}\n" in refused.err
    assert names(folder) == ["a.journey.yaml", "b.journey.yaml"]
    assert mapgen("build", typed[0], *works.split()).code == 0


def test_a_folder_may_be_called_like_a_file(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.journey.yaml")
    (folder / "old.svg").mkdir()

    assert mapgen("build", "x", "--to", "svg", "-o", "old.svg").code == 0
    assert mapgen("build", "x", "--to", "svg", "-o", "new.svg/").code == 0
    assert names(folder) == ["new.svg/x.journey.svg", "old.svg/x.journey.svg", "x.journey.yaml"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A.journey.yaml", "a.journey.yaml"),
        ("stra\u00dfe.yaml", "STRASSE.yaml"),
        ("caf\u00e9.yaml", "cafe\u0301.yaml"),
        ("CAF\u00c9.yaml", "cafe\u0301.yaml"),
        ("x/a.yaml", "y/A.yaml"),
    ],
)
def test_maps_that_are_one_file_on_other_systems_are_refused(
    mapgen: Command, folder: Path, one: str, other: str
) -> None:
    spec(folder / one)
    spec(folder / other)

    ended = mapgen("build", one, other, "-o", "out")

    assert ended.code == 2
    assert "are the same file on macOS and Windows\n" in ended.err
    assert not (folder / "out").exists()


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_mapgen_did_not_make_is_kept_until_it_is_forced(mapgen: Command, folder: Path, form: str) -> None:
    spec(folder / "README.yaml")
    mine = folder / f"README.{form}"
    mine.write_text("# Mine\n")

    refused = mapgen("build", "README.yaml", "--to", f"{form},svg,md")

    assert refused.code == 1
    assert f"README.{form} exists, but mapgen did not build it; nothing was written\n" in refused.err
    assert "hint: use `--force` to overwrite it" in refused.err
    assert names(folder) == sorted([mine.name, "README.yaml"])
    assert mine.read_text() == "# Mine\n"
    assert mapgen("build", "README.yaml", "--to", form, "--force").code == 0
    assert mine.read_bytes() != b"# Mine\n"


@pytest.mark.parametrize("form", FORMS)
def test_a_map_of_ours_is_built_again_whatever_became_of_it(mapgen: Command, folder: Path, form: str) -> None:
    path = spec(folder / "x.yaml")
    mapgen("build", "x.yaml", "--to", form)
    old = (folder / f"x.{form}").read_bytes()
    edits = [old]
    if form not in {"png", "pdf"}:
        edits += [old.replace(b"\n", b"\r\n"), old.replace(b"queue", b"line"), old + b"\nand more\n"]
    path.write_text(SMALL.replace("Morning", "Evening"))

    for edited in edits:
        (folder / f"x.{form}").write_bytes(edited)
        assert mapgen("build", "x.yaml", "--to", form).code == 0


def test_a_page_that_quotes_the_mark_is_not_ours(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.yaml")
    mapgen("build", "x.yaml", "--to", "md")
    mark = (folder / "x.md").read_text().rstrip().rpartition("\n")[2]
    (folder / "x.md").write_text(f"# Mine\n\nAt the end stands:\n\n{mark}\n\nwhich is a comment.\n")

    assert mapgen("build", "x.yaml", "--to", "md").code == 1


def test_a_link_in_the_place_of_a_map_is_kept_and_replaced_only_by_force(mapgen: Command, folder: Path) -> None:
    spec(folder / "x.yaml")
    (folder / "mine.md").write_text("# Mine\n")
    (folder / "x.md").symlink_to("mine.md")

    assert mapgen("build", "x.yaml", "--to", "md").code == 1
    assert (folder / "x.md").is_symlink()
    assert mapgen("build", "x.yaml", "--to", "md", "--force").code == 0
    assert not (folder / "x.md").is_symlink()
    assert (folder / "mine.md").read_text() == "# Mine\n"
