"""What a browser is shown in each round: the last good map, and what stands in the way of a newer one."""

import json
from pathlib import Path

import pytest

from mapgen.build.plan import BuildPlan
from mapgen.build.specs import Spec, read_spec
from mapgen.build.watcher import Rebuild
from mapgen.config.settings import Settings
from mapgen.config.themes import Choice
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.reporter import File
from mapgen.files.errors import FileError
from mapgen.preview.session import PreviewSession, address
from mapgen.preview.site import PreviewPage, Site
from mapgen.record import replace
from mapgen.render.options import Options
from tests.cli.cli_runner import FAULTY, SMALL, spec

ORDER = BuildPlan(Settings(), None, ("html",), (), Choice("default"), Options())
COFFEE = Spec(Path("coffee.journey.yaml"))


class Seen:
    """A gallery, and what is seen of it."""

    def __init__(self, *, single: bool) -> None:
        self.site = Site()
        self.gallery = PreviewSession(self.site, "word", single=single)

    def take(self, *specs: Spec, told: tuple[File, ...] = ()) -> list[str]:
        """Read specs and show them; return the names of those that were drawn."""
        found = Rebuild(specs, tuple(map(read_spec, specs)), told, ORDER)
        return [one.name for one in self.gallery.update(found)]

    def text(self, at: str = "/") -> str:
        page = self.site.page(at)
        assert page
        return page.content.decode()

    def told(self, at: str = "/") -> list[str]:
        page = self.site.page(at)
        assert page
        return [notice["message"] for notice in json.loads(page.news)["notices"]]


@pytest.fixture
def one(folder: Path) -> Seen:
    """The gallery of a single map."""
    spec(folder / "coffee.journey.yaml")
    return Seen(single=True)


@pytest.fixture
def many(folder: Path) -> Seen:
    """The gallery of what a folder holds."""
    spec(folder / "coffee.journey.yaml")
    spec(folder / "tea.journey.yaml", SMALL.replace("Morning coffee", "Tea & <b>"))
    return Seen(single=False)


def test_a_single_map_is_what_one_comes_to(one: Seen) -> None:
    assert one.take(COFFEE) == ["coffee.journey.yaml"]
    assert "<title>Morning coffee</title>" in one.text()
    assert one.told() == []


def test_the_last_good_map_stays_with_what_is_wrong_now(one: Seen, folder: Path) -> None:
    one.take(COFFEE)
    good = one.text()
    spec(folder / "coffee.journey.yaml", FAULTY)

    assert one.take(COFFEE) == []
    assert one.text() == good
    assert one.told() == ["a touchpoint has no key `emotoin`"]


def test_a_spec_that_was_never_good_has_a_page_of_its_own(one: Seen, folder: Path) -> None:
    spec(folder / "coffee.journey.yaml", "title: [")

    one.take(COFFEE)

    assert "There is no map yet." in one.text()
    assert len(one.told()) == 1


def test_a_spec_that_is_mended_is_shown_anew_without_a_word(one: Seen, folder: Path) -> None:
    spec(folder / "coffee.journey.yaml", FAULTY)
    one.take(COFFEE)
    spec(folder / "coffee.journey.yaml")

    assert one.take(COFFEE) == ["coffee.journey.yaml"]
    assert one.told() == []


def test_settings_that_are_wrong_are_told_on_every_page(many: Seen) -> None:
    many.take(*SPECS)
    wrong = File("mapgen.toml", "theme = 1\n", (Diagnostic("bad-setting", "it is wrong"),))

    list(many.gallery.update(Rebuild(SPECS, told=(wrong,))))

    assert [many.told(at) for at in ("/", "/coffee.journey.yaml", "/tea.journey.yaml")] == [["it is wrong"]] * 3
    list(many.gallery.update(Rebuild(SPECS, order=ORDER)))
    assert [many.told(at) for at in ("/", "/coffee.journey.yaml", "/tea.journey.yaml")] == [[]] * 3


SPECS = (COFFEE, Spec(Path("tea.journey.yaml")))


def test_several_maps_are_listed_with_those_that_have_errors(many: Seen, folder: Path) -> None:
    many.take(*SPECS)
    assert "has errors" not in many.text()
    spec(folder / "coffee.journey.yaml", FAULTY)
    many.take(*SPECS)

    text = many.text()
    assert '<a href="/tea.journey.yaml">Tea &amp; &lt;b&gt;</a><span>tea.journey.yaml</span></li>' in text
    assert '<span>coffee.journey.yaml</span><span class="error">has errors</span></li>' in text
    assert "<title>Tea &amp; &lt;b&gt;</title>" in many.text("/tea.journey.yaml")


def test_a_lane_that_was_asked_for_and_is_empty_is_told(one: Seen) -> None:
    found = read_spec(COFFEE)
    list(one.gallery.update(Rebuild((COFFEE,), (found,), order=replace(ORDER, lanes=("touchpoints", "x-risk")))))

    assert one.told() == ['lane "x-risk" is empty: no stage or touchpoint has this key']


def test_a_spec_that_has_gone_keeps_its_last_map(many: Seen) -> None:
    many.take(*SPECS)
    list(many.gallery.update(Rebuild(SPECS[1:], order=ORDER, gone=SPECS[:1])))

    assert "<title>Morning coffee</title>" in many.text("/coffee.journey.yaml")
    assert many.told("/coffee.journey.yaml") == ["the spec was deleted"]
    assert many.told("/tea.journey.yaml") == []


def test_each_map_is_shown_as_soon_as_it_is_drawn(many: Seen) -> None:
    drawing = many.gallery.update(Rebuild(SPECS, tuple(map(read_spec, SPECS)), order=ORDER))

    next(drawing)
    assert "Morning coffee" in many.text("/coffee.journey.yaml")
    assert "There is no map yet." in many.text("/tea.journey.yaml")
    next(drawing)
    assert "There is no map yet." not in many.text("/tea.journey.yaml")


def test_the_pictures_of_a_map_are_told_before_its_page_is_made(
    one: Seen, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one.take(COFFEE)
    before = one.site.page("/")
    assert before
    told: list[PreviewPage | None] = []

    def island(_: object) -> str:
        told.append(one.site.page("/"))
        return "{}"

    monkeypatch.setattr("mapgen.render.formats.html.page_data", island)
    spec(folder / "coffee.journey.yaml", SMALL.replace("Sees the queue", "Sees no queue"))
    one.take(COFFEE)
    early, after = told[0], one.site.page("/")

    assert early
    assert after
    assert early.content == before.content
    news = json.loads(early.news)
    assert (news["version"], news["since"]) == (before.version, before.version)
    assert any("Sees no" in picture for _, picture in news["pictures"])
    assert json.loads(after.news)["pictures"] == news["pictures"]


def test_a_fault_of_ours_does_not_end_the_preview(
    one: Seen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mapgen.build.plan.draw", lambda *_, **__: 1 / 0)

    assert one.take(COFFEE) == []
    assert one.told() == ["internal error: ZeroDivisionError: division by zero"]
    assert "internal error" in capsys.readouterr().err


def test_a_file_that_stands_in_the_way_is_told(one: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        message = "mapgen-baseline.json cannot be followed"
        raise FileError(message)

    monkeypatch.setattr("mapgen.build.plan.draw", fail)
    one.take(COFFEE)

    assert one.told() == ["mapgen-baseline.json cannot be followed"]


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("maps/a b.journey.yaml", "/maps/a b.journey.yaml"),
        ("./maps/../café.yaml", "/café.yaml"),
        ("/srv/maps/a.yaml", "/srv/maps/a.yaml"),
        ("~news", "/~news"),
    ],
)
def test_a_map_is_found_at_the_path_of_its_spec(folder: Path, path: str, at: str) -> None:
    assert (folder / "x").parent.samefile(Path())
    assert address(Spec(Path(path))) == at
