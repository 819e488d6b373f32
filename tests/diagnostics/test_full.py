import re
import unicodedata

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.reporters.full import MAX_SHOWN, report, summary
from mapgen.diagnostics.span import Span

CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]"
)


def fault(
    message: str = 'unknown owner "paymnts"',
    line: int = 1,
    column: int = 1,
    length: int = 1,
    hint: str | None = None,
) -> Diagnostic:
    return Diagnostic("unknown-owner", message, span=Span(line, column, line, column + length), hint=hint)


def test_the_whole_layout() -> None:
    text = "\n" * 40 + "        owner: paymnts\n"
    found = fault(line=41, column=16, length=7, hint='did you mean "payments"?')

    assert report("checkout.journey.yaml", text, [found], color=False) == (
        'error[unknown-owner]: unknown owner "paymnts"\n'
        " --> checkout.journey.yaml:41:16\n"
        "   |\n"
        "41 |         owner: paymnts\n"
        "   |                ^^^^^^^\n"
        '   = hint: did you mean "payments"?\n'
    )


def test_nothing_to_say_is_nothing() -> None:
    assert report("a", "x", [], color=False) == ""


def test_blocks_stand_apart_in_the_order_of_the_text() -> None:
    told = report("a", "x\ny\n", [fault("second", line=2), fault("first")], color=False)

    assert told.index("first") < told.index("\n\n") < told.index("second")


def test_a_fault_of_the_whole_file_has_a_line_and_no_excerpt() -> None:
    found = Diagnostic("file-too-large", "the file is too large")

    assert report("a", "x\n", [found], color=False) == "error[file-too-large]: the file is too large\n --> a:1:1\n"


def test_a_file_that_could_not_be_read_has_no_line() -> None:
    found = Diagnostic("unreadable-file", "no such file")

    assert report("a", "", [found], color=False) == "error[unreadable-file]: no such file\n --> a\n"


@pytest.mark.parametrize("line", [3, 99])
def test_a_place_after_the_end_has_no_excerpt(line: int) -> None:
    assert "|" not in report("a", "x\ny\n", [fault(line=line)], color=False)


def test_severities_have_their_names() -> None:
    told = [report("a", "", [Diagnostic("c", "m", severity)], color=False) for severity in Severity]

    assert [line.partition("[")[0] for line in told] == ["info", "warning", "error"]


def test_the_caret_of_several_lines_goes_to_the_end_of_the_first() -> None:
    found = Diagnostic("c", "m", span=Span(1, 4, 3, 2))

    assert report("a", "a: [b,\n  c\n]", [found], color=False).splitlines()[-1] == "   |    ^^^"


def test_carets_stand_below_wide_characters() -> None:
    lines = report("a", "名前: 東京", [fault(column=5, length=2)], color=False).splitlines()

    assert lines[3:] == [" 1 | 名前: 東京", "   |       ^^^^"]


def test_marks_without_width_move_no_caret() -> None:
    lines = report("a", "e\u0301e\u0301: x", [fault(column=7)], color=False).splitlines()

    assert lines[4] == "   |     ^"


def test_a_tab_is_shown_as_spaces() -> None:
    lines = report("a", "\tx: 1", [fault(column=1)], color=False).splitlines()

    assert lines[3:] == [" 1 |     x: 1", "   | ^^^^"]


def test_a_long_line_is_cut_around_the_caret() -> None:
    lines = report("a", "x" * 5000 + "GUILTY" + "y" * 5000, [fault(column=5001, length=6)], color=False).splitlines()

    excerpt, caret = lines[3], lines[4]
    assert len(excerpt) < 120
    assert excerpt[caret.index("^") : caret.rindex("^") + 1] == "GUILTY"
    assert excerpt.count("…") == 2


def test_a_long_guilty_part_is_cut_with_its_line() -> None:
    lines = report("a", "x" * 5000, [fault(column=1, length=5000)], color=False).splitlines()

    assert all(len(line) < 120 for line in lines)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_yaml_counts_them(end: str) -> None:
    assert " 3 | c" in report("a", end.join("abc"), [fault(line=3)], color=False)


HIDDEN = "\x00\x07\x1b\x7f\x9b\u061c\u200b\u200e\u200f\u202e\u2066\u2069\u2028\ufeff\ud800"


@pytest.mark.parametrize("character", HIDDEN)
def test_what_a_terminal_obeys_or_hides_is_spelt_out(character: str) -> None:
    found = fault(f"a{character}b", column=3, hint=f"c{character}d")
    told = report(f"e{character}f", f"g{character}h", [found], color=False)

    spelt = f"<U+{ord(character):04X}>"
    assert [told.count(f"{before}{spelt}{after}") for before, after in ("ab", "cd", "ef", "gh")] == [1, 1, 1, 1]
    assert not CONTROL.search(told.replace("\n", ""))


def test_the_caret_stands_right_after_what_was_spelt_out() -> None:
    lines = report("a", "\u202eab", [fault(column=2)], color=False).splitlines()

    assert lines[3:] == [" 1 | <U+202E>ab", "   |         ^"]


@pytest.mark.parametrize("text", ["::error file=a::fake", "##[error]fake", "x\n::add-mask::x", "x\r##[error]y"])
def test_no_line_can_be_taken_for_a_command(text: str) -> None:
    told = report(text, text, [fault(text, hint=text), fault(text, line=2)], color=True) + summary(text, [fault(text)])

    assert not re.search(r"^(::|##\[)", told, re.MULTILINE)


def test_at_most_twenty_are_told() -> None:
    told = report("a", "x\n" * 100, [fault(line=line + 1) for line in range(100)], color=False)

    assert told.count("-->") == MAX_SHOWN
    assert told.endswith("\n… and 80 more\n")


@pytest.mark.parametrize("letter", ["x", "é", "東", "\u202e", "\x1b", "\U0001f600"])
@pytest.mark.parametrize("color", [True, False])
def test_a_report_has_at_most_eight_kilobytes(letter: str, color: bool) -> None:  # noqa: FBT001 - pytest calls it
    found = [fault(letter * 10_000, column=line, length=50, hint=letter * 10_000) for line in range(1, 100)]
    told = report(letter * 5000, letter * 10_000, found, color=color)

    assert told.count("[unknown-owner]") > 0
    assert len((told + summary(letter * 5000, found)).encode()) <= 8192


def test_color_changes_nothing_but_the_color() -> None:
    found = fault(column=2, hint="a hint")
    plain, colored = (report("a", "xyz", [found], color=color) for color in (False, True))

    assert plain != colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_a_summary_counts_by_severity() -> None:
    found = [
        Diagnostic("c", "m", severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.ERROR, Severity.INFO)
    ]

    assert summary("a.yaml", found) == "2 errors, 1 warning, 1 note in a.yaml"
    assert summary("a.yaml", []) == "nothing to say in a.yaml"


def test_nothing_invisible_is_printed_whatever_the_text() -> None:
    every = "".join(
        map(chr, [*range(0x3000), *range(0xD800, 0xD810), *range(0xFE00, 0x10000), *range(0xE0000, 0xE0080)])
    )
    for start in range(0, len(every), 80):
        part = every[start : start + 80]
        told = report("a", part.replace("\n", "").replace("\r", ""), [fault(part)], color=False).replace("\n", "")

        assert not {unicodedata.category(character) for character in told} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
