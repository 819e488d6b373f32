"""What is watched, and what is read again when it changes. A change that is there already is found without waiting."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from mapgen.build import watcher
from mapgen.build.discovery import named_specs
from mapgen.build.plan import BuildPlan
from mapgen.build.specs import Spec
from mapgen.build.watcher import Rebuild, Watcher
from mapgen.config.themes import chosen
from mapgen.files.polling import changed
from mapgen.render.options import Options
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from tests.cli.cli_runner import FAULTY, PNG, SMALL, spec

Begin = Callable[..., Iterator[Rebuild]]


@pytest.fixture
def watching(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Begin:  # noqa: ARG001 - where one types
    """Begin with the rounds for what is named, without a pause between two searches or before bad news."""
    monkeypatch.setattr(watcher, "_SEARCH", 0.001)
    monkeypatch.setattr(watcher, "_MOMENT", 0.002)

    def begin(*names: str, theme: str | None = None) -> Iterator[Rebuild]:
        def commission(voice: DiagnosticWriter) -> tuple[tuple[Spec, ...], BuildPlan]:
            specs, settings = named_specs(names, voice)
            return specs, BuildPlan(settings, None, ("md",), (), chosen(theme, settings, voice), Options())

        return iter(Watcher(names, commission))

    return begin


def read(found: Rebuild) -> list[str]:
    return [one.spec.name for one in found.reads]


def titles(found: Rebuild) -> list[str]:
    return [one.checked.journey.title for one in found.reads if one.checked.journey]


def messages(found: Rebuild) -> list[str]:
    return [one.message for told in found.told for one in told.diagnostics]


def save(path: Path, text: str) -> None:
    """Save as careful editors do: beside the file, then over it."""
    path.with_suffix(".part").write_text(text, encoding="utf-8")
    path.with_suffix(".part").replace(path)


def test_everything_is_read_at_first_and_then_what_has_changed(watching: Begin, folder: Path) -> None:
    for name in ("a", "b"):
        spec(folder / f"{name}.journey.yaml")
    found = watching(".")

    assert read(next(found)) == ["a.journey.yaml", "b.journey.yaml"]
    save(folder / "b.journey.yaml", SMALL.replace("Morning", "Evening"))
    assert titles(next(found)) == ["Evening coffee"]


def test_a_transcript_that_changes_is_searched_again(watching: Begin, folder: Path) -> None:
    evidence = "evidence: [{id: ada, title: Ada, sources: [talks/ada.txt]}]\n"
    spec(
        folder / "x.journey.yaml",
        f"{evidence}title: A\nstages: [{{name: B, quotes: [{{text: Oh., evidence: [ada]}}]}}]\n",
    )
    rounds = watching("x.journey.yaml")
    (first,) = next(rounds).reads
    (folder / "talks").mkdir()
    save(folder / "talks/ada.txt", "Oh.")
    (second,) = next(rounds).reads

    assert [one.code for one in first.checked.diagnostics] == ["unusable-source"]
    assert second.checked.diagnostics == ()
    assert second.checked.journey
    assert second.checked.journey.search
    assert list(second.checked.journey.search.places.values()) == ["talks/ada.txt:1"]


def test_an_image_that_comes_later_is_waited_for(watching: Begin, folder: Path) -> None:
    spec(folder / "x.journey.yaml", SMALL + "        images: [{src: pictures/a.png, alt: A queue}]\n")
    found = watching("x.journey.yaml")

    assert next(found).is_bad
    (folder / "pictures").mkdir()
    (folder / "pictures/a.png").write_bytes(PNG)
    second = next(found)
    assert list(second.reads[0].pictures) == ["pictures/a.png"]
    assert not second.is_bad


def test_what_lies_outside_of_the_folder_is_not_watched(watching: Begin, folder: Path) -> None:
    lines = "".join(f"          - {{src: {src}, alt: A queue}}\n" for src in ("/etc/passwd", "../a.png"))
    spec(folder / "specs/x.journey.yaml", f"{SMALL}        images:\n{lines}")
    found = watching("specs/x.journey.yaml")
    next(found)
    (folder / "a.png").write_bytes(PNG)
    save(folder / "specs/x.journey.yaml", SMALL)

    assert not next(found).is_bad


def test_a_new_spec_is_found_and_one_that_has_gone_is_told(
    watching: Begin, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec(folder / "a.journey.yaml")
    found = watching(".")
    next(found)
    spec(folder / "deep/b.journey.yaml")
    second = next(found)
    (folder / "a.journey.yaml").unlink()
    third = next(found)
    third.tell()

    assert read(second) == ["deep/b.journey.yaml"]
    assert third.reads == ()
    assert [one.name for one in third.gone] == ["a.journey.yaml"]
    assert capsys.readouterr().err == "a.journey.yaml was deleted; its map is kept\n"


def test_a_spec_that_is_named_is_waited_for(watching: Begin, folder: Path) -> None:
    path = spec(folder / "a.journey.yaml")
    found = watching("a.journey.yaml")
    next(found)
    path.unlink()
    second = next(found)
    spec(path)

    assert [one.message for one in second.reads[0].checked.diagnostics] == ["the spec cannot be read: no such file"]
    assert titles(next(found)) == ["Morning coffee"]


def test_a_folder_that_holds_no_spec_any_longer_is_told_once(watching: Begin, folder: Path) -> None:
    path = spec(folder / "maps/a.journey.yaml")
    found = watching("maps")
    next(found)
    path.unlink()
    second = next(found)
    spec(path)

    assert messages(second) == ["the folder maps contains no *.journey.yaml or journey.yaml"]
    assert second.order is None
    assert titles(next(found)) == ["Morning coffee"]


def test_other_settings_concern_every_map(watching: Begin, folder: Path) -> None:
    for name in ("a", "b"):
        spec(folder / f"{name}.journey.yaml")
    found = watching(".")
    next(found)
    (folder / "mapgen.toml").write_text('theme = "drak"\n')
    wrong = next(found)
    save(folder / "mapgen.toml", 'theme = "dark"\n')
    right = next(found)

    assert (wrong.order, wrong.reads) == (None, ())
    assert messages(wrong)[0] == '`theme` is wrong: unknown theme "drak"; did you mean "dark"?'
    assert read(right) == ["a.journey.yaml", "b.journey.yaml"]
    assert right.order
    assert right.order.choice.theme == "dark"


def test_a_theme_and_its_logo_concern_every_map(watching: Begin, folder: Path) -> None:
    spec(folder / "a.journey.yaml")
    theme = folder / "look/acme.yaml"
    spec(theme, "logo: {src: logo.png, alt: Acme}\n")
    (folder / "look/logo.png").write_bytes(PNG)
    found = watching("a.journey.yaml", theme="look/acme.yaml")
    next(found)

    save(theme, "logo: {src: logo.png, alt: Acme}\nradius: much\n")
    assert next(found).order is None
    save(theme, "logo: {src: logo.png, alt: Acme}\nradius: 1\n")
    assert read(next(found)) == ["a.journey.yaml"]
    (folder / "look/logo.png").write_bytes(PNG + PNG)
    assert read(next(found)) == ["a.journey.yaml"]


def test_a_baseline_that_comes_concerns_every_map(watching: Begin, folder: Path) -> None:
    spec(folder / "a.journey.yaml")
    found = watching("a.journey.yaml")
    next(found)
    (folder / "mapgen-baseline.json").write_text("{}")

    assert read(next(found)) == ["a.journey.yaml"]


def test_a_change_while_nothing_could_be_read_is_not_lost(watching: Begin, folder: Path) -> None:
    spec(folder / "a.journey.yaml")
    found = watching("a.journey.yaml")
    next(found)
    (folder / "mapgen.toml").write_text("theme = 1\n")
    next(found)
    save(folder / "a.journey.yaml", SMALL.replace("Morning", "Evening"))
    (folder / "mapgen.toml").unlink()

    assert titles(next(found)) == ["Evening coffee"]


def test_bad_news_wait_for_an_editor_that_is_still_saving(
    watching: Begin, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = spec(folder / "a.journey.yaml")
    found = watching("a.journey.yaml")
    next(found)
    path.write_text("")  # an editor that empties a file before it fills it
    looks = []

    def wait(seen: watcher.Seen, *, patience: float) -> frozenset[Path]:
        looks.append(patience)
        if patience == watcher._MOMENT:  # noqa: SLF001 - the moment in which the editor goes on
            path.write_text(SMALL.replace("Morning", "Evening"))
        return changed(seen)

    monkeypatch.setattr(watcher, "wait", wait)

    assert titles(next(found)) == ["Evening coffee"]
    assert looks.count(watcher._MOMENT) == 1  # noqa: SLF001 - the same


def test_what_a_round_leaves_is_cleared_away_once_when_nothing_is_to_do(
    watching: Begin, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = spec(folder / "a.journey.yaml")
    found = watching("a.journey.yaml")
    next(found)
    waits: list[float] = []
    cleared: list[int] = []

    def wait(seen: watcher.Seen, *, patience: float) -> frozenset[Path]:
        waits.append(patience)
        if len(waits) == 4:
            save(path, SMALL.replace("Morning", "Evening"))
        return changed(seen)

    monkeypatch.setattr(watcher, "wait", wait)
    monkeypatch.setattr("gc.collect", lambda: cleared.append(len(waits)))

    assert titles(next(found)) == ["Evening coffee"]
    assert cleared == [1]


def test_the_first_round_fails_as_a_build_would(watching: Begin, folder: Path) -> None:
    (folder / "empty").mkdir()

    with pytest.raises(click.UsageError, match=r"none\.yaml cannot be read: no such file"):
        next(watching("none.yaml"))
    with pytest.raises(click.UsageError, match="contains no"):
        next(watching("empty"))
    with pytest.raises(click.UsageError, match="no spec given"):
        next(watching())
    with pytest.raises(click.UsageError, match="standard input cannot be watched"):
        next(watching("-"))


def test_a_spec_with_errors_is_no_reason_not_to_begin(watching: Begin, folder: Path) -> None:
    path = spec(folder / "a.journey.yaml", FAULTY)
    os.utime(path, (0, 0))
    found = watching("a.journey.yaml")

    assert next(found).is_bad
    save(path, SMALL)
    assert not next(found).is_bad


LIBRARY = "owners: [Bar]\n"
USING = SMALL.replace("stages:", "uses: [company.library.yaml]\nstages:")


def test_specs_that_use_a_library_are_read_again_when_it_changes(watching: Begin, folder: Path) -> None:
    spec(folder / "a.journey.yaml", USING)
    spec(folder / "b.journey.yaml")
    spec(folder / "company.library.yaml", LIBRARY)
    rounds = watching()
    next(rounds)

    save(folder / "company.library.yaml", "owners: [Cafe]\n")

    assert read(next(rounds)) == ["a.journey.yaml"]


def test_a_library_that_is_missing_is_waited_for(watching: Begin, folder: Path) -> None:
    spec(folder / "a.journey.yaml", USING)
    rounds = watching()
    assert next(rounds).is_bad

    save(folder / "company.library.yaml", LIBRARY)

    assert titles(next(rounds)) == ["Morning coffee"]
