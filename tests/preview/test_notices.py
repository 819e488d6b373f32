from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.span import Span
from mapgen.preview.notices import SHOWN, notices

TEXT = "title: x\r\nstages:\r\n  - nam\x1b: <b>One</b>\r\n"


def test_a_notice_shows_the_place_and_the_guilty_part() -> None:
    one = Diagnostic("unknown-key", 'there is no key "nam"', span=Span(3, 5, 3, 9), hint="write `name`")

    assert notices("a.journey.yaml", TEXT, [one]) == [
        {
            "severity": "error",
            "code": "unknown-key",
            "message": 'there is no key "nam"',
            "place": "a.journey.yaml:3:5",
            "excerpt": ["  - ", "nam<U+001B>", ": <b>One</b>"],
            "hint": "write `name`",
        }
    ]


def test_what_is_true_of_a_whole_file_has_no_place_in_it() -> None:
    one = Diagnostic("unreadable-file", "the spec cannot be read", Severity.ERROR)

    (notice,) = notices("a.journey.yaml", "", [one])

    assert (notice["place"], notice["excerpt"], notice["hint"]) == ("a.journey.yaml", None, None)


def test_they_stand_by_place_and_the_worst_first() -> None:
    told = [
        Diagnostic("c", "later", span=Span(2, 1, 2, 2)),
        Diagnostic("b", "a note", Severity.INFO, span=Span(1, 1, 1, 2)),
        Diagnostic("a", "an error", span=Span(1, 1, 1, 2)),
    ]

    assert [one["message"] for one in notices("x", TEXT, told)] == ["an error", "a note", "later"]


def test_a_long_line_is_cut_around_the_guilty_part() -> None:
    line = "a" * 500 + "GUILTY" + "b" * 500
    (notice,) = notices("x", line, [Diagnostic("x", "y" * 1000, span=Span(1, 501, 1, 507))])
    excerpt = notice["excerpt"]

    assert isinstance(excerpt, list)
    assert excerpt[1] == "GUILTY"
    assert excerpt[0].startswith("…a")
    assert excerpt[2].endswith("b…")
    assert sum(map(len, excerpt)) < 200
    assert len(str(notice["message"])) < 500


def test_a_place_behind_the_end_and_a_part_of_several_lines_are_shown_as_far_as_they_go() -> None:
    told = [
        Diagnostic("a", "over lines", span=Span(1, 8, 3, 2)),
        Diagnostic("b", "behind the end", span=Span(9, 9, 9, 10)),
    ]

    assert [one["excerpt"] for one in notices("x", TEXT, told)] == [["title: ", "x", ""], ["", "", ""]]


def test_of_very_many_the_first_are_told() -> None:
    told = [Diagnostic("a", str(number), span=Span(number + 1, 1, number + 1, 2)) for number in range(500)]

    assert [one["message"] for one in notices("x", "", told)] == [str(number) for number in range(SHOWN)]
