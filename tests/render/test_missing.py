"""Text for which there is no font: found by the engine that draws, reported with its scripts."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from mapgen.render import FORMATS
from mapgen.render.font_fallback import script
from mapgen.render.missing import visible, warning

ROOT = Path(__file__).parents[2]
SPEC = """\
title: 커피 हिन्दी 日本語 🚲
stages: [{name: Ψυχή, touchpoints: [{name: Заказ, emotion: 1}]}]
"""
FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{}</dir></fontconfig>'


def without_system_fonts(kind: str, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Return how a format finds missing characters on a machine without fonts."""
    module, function, option = {
        "png": ("resvg_py", "svg_to_bytes", "skip_system_fonts"),
        "pdf": ("typst", "compile", "ignore_system_fonts"),
    }[kind]
    engine = pytest.importorskip(module)
    monkeypatch.setattr(engine, function, partial(getattr(engine, function), **{option: True}))
    missing = FORMATS[kind].missing
    assert missing is not None
    return missing


@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_an_engine_knows_which_characters_no_font_has(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = without_system_fonts(kind, monkeypatch)

    assert missing("A한漢→🚲é") == "한漢🚲"


@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_where_a_font_has_all_of_them_nothing_is_missing(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = without_system_fonts(kind, monkeypatch)

    assert missing("AB→é") == ""


def test_only_what_has_ink_needs_a_font() -> None:
    assert visible(["a한 \u200b", "한हि\u3000\u3164\u0301、"], str.isascii) == "한ह、"


def test_a_warning_names_each_script_once_with_its_first_characters() -> None:
    said = warning("PDF", "커피를주문하기도한ह漢日", "shows boxes instead")

    assert said.message == (
        'no installed font has Hangul ("커피를주문하기도…"), Devanagari ("ह") and Han ("漢日")'
        "; the PDF shows boxes instead"
    )
    assert said.hint is not None
    assert "`apt install fonts-noto-cjk fonts-noto-core`" in said.hint


def test_a_warning_stays_short_whatever_is_missing() -> None:
    letters = "".join(chr(code) for code in range(0x0900, 0x1400) if visible([chr(code)], str.isascii))
    said = warning("PNG", letters, "omits the text")

    assert len({script(letter) for letter in letters}) > 20
    assert len(said.message) < 300
    assert "more scripts;" in said.message


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig names the folders of fonts on Linux")
@pytest.mark.parametrize(("module", "kind"), [("resvg_py", "PNG"), ("typst", "PDF")])
def test_the_build_reports_it_once_and_can_fail_on_it(module: str, kind: str, tmp_path: Path) -> None:
    pytest.importorskip(module)
    built = partial(build_without_fonts, tmp_path, SPEC, kind.lower())
    warned, failed = built(), built("--fail-on", "warning")

    assert (warned.returncode, failed.returncode) == (0, 1)
    assert warned.stderr.count(b"warning[text-without-font]") == 1
    assert f"; the {kind} " in warned.stderr.decode()
    assert "Hangul" in warned.stderr.decode()
    assert "Greek" not in warned.stderr.decode()
    assert failed.stderr == warned.stderr
    assert (tmp_path / f"a.journey.{kind.lower()}").is_file()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig names the folders of fonts on Linux")
def test_a_map_in_the_font_of_maps_needs_no_other(tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    ended = build_without_fonts(tmp_path, SPEC.replace("커피 हिन्दी 日本語 🚲", "Café"), "png", "--fail-on", "info")

    assert (ended.returncode, ended.stderr) == (0, b"")


def build_without_fonts(folder: Path, text: str, kind: str, *options: str) -> subprocess.CompletedProcess[bytes]:
    """Build a map on a machine whose folder of fonts is empty."""
    (folder / "a.journey.yaml").write_text(text, encoding="utf-8")
    (folder / "fonts").mkdir(exist_ok=True)
    (folder / "fonts.conf").write_text(FONTS.format(folder / "fonts"), encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    command = [sys.executable, "-m", "mapgen", "build", "a.journey.yaml", "--to", kind, "--quiet", *options]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=60)
