import subprocess
import sys

import pytest
import yaml

from mapgen.source import parser
from mapgen.source.parser import parse
from mapgen.source.tree import Source

TOP = "title: Morning coffee\n"


def source(text: str | bytes) -> Source:
    found, faults = parse(text, name="a.journey.yaml")

    assert not faults
    assert found is not None
    return found


def codes(text: str | bytes) -> list[str]:
    return [fault.code for fault in parse(text, name="a.journey.yaml")[1]]


def told(text: str | bytes) -> list[tuple[str, str]]:
    faults = parse(text, name="a.journey.yaml")[1]
    return [(f"{one.span.line}:{one.span.column}" if one.span else "-", one.code) for one in faults]


def test_data_is_plain() -> None:
    text = "a: 1\nb: [x, {c: true}]\nd:\n  - e: |\n      two\n      lines\n  - null\n"

    assert source(text).data == {"a": 1, "b": ["x", {"c": True}], "d": [{"e": "two\nlines"}, None]}


@pytest.mark.parametrize("style", ["|", "|+", "|-", ">", ">+", ">-"])
def test_a_line_break_at_the_end_of_a_block_is_no_part_of_the_text(style: str) -> None:
    breaks = "\n\n" if style.startswith(">") else "\n"

    assert source(f"a: {style}\n  two{breaks}  lines\n\n\nb: 1\n").data == {"a": "two\nlines", "b": 1}


def test_each_key_and_value_has_its_place() -> None:
    found = source("a: 1\nb:\n  - x\n  - {c: dd}\n\nf: g\n")

    assert found.keys == {"/a": (1, 1, 1, 2), "/b": (2, 1, 2, 2), "/b/1/c": (4, 6, 4, 7), "/f": (6, 1, 6, 2)}
    assert found.values == {
        "": (1, 1, 6, 5),
        "/a": (1, 4, 1, 5),
        "/b": (3, 3, 4, 12),
        "/b/0": (3, 5, 3, 6),
        "/b/1": (4, 5, 4, 12),
        "/b/1/c": (4, 9, 4, 11),
        "/f": (6, 4, 6, 5),
    }


def test_pointers_escape_what_rfc_6901_escapes() -> None:
    assert set(source("a/b: {c~d: 1}\n").keys) == {"/a~1b", "/a~1b/c~0d"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_kind_of_line_end_counts_once(end: str) -> None:
    found = source(end.join(["a: 1", "", "b:", "  - x", ""]))

    assert found.values["/b/0"] == (4, 5, 4, 6)


def test_a_byte_order_mark_takes_no_column() -> None:
    marked = source(b"\xef\xbb\xbfa: 1\n")

    assert marked.data == {"a": 1}
    assert marked.keys["/a"] == (1, 1, 1, 2)
    assert marked.text == "a: 1\n"


def test_columns_count_characters_not_bytes() -> None:
    assert source('"é😀": x\n').values["/é😀"] == (1, 7, 1, 8)


def test_a_number_is_a_key_as_it_is_written() -> None:
    assert source("labels: {1: angry, 01: bored, -2.50: sad}\n").data == {
        "labels": {"1": "angry", "01": "bored", "-2.50": "sad"}
    }


def test_version_1_2_may_be_named() -> None:
    assert source("%YAML 1.2\n---\na: 1\n...\n").data == {"a": 1}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_another_encoding_is_named(encoding: str) -> None:
    (fault,) = parse(TOP.encode(encoding), name="a")[1]

    assert (fault.code, fault.message) == ("not-utf-8", "the file is not UTF-8 text")
    assert fault.hint == f"it is {encoding.upper()[:6]}; save it as UTF-8"


@pytest.mark.parametrize(
    ("data", "place", "hint"),
    [
        (b"title: x\nname: caf\xe9\n", "2:10", "it may be Windows-1252 or Latin-1; save it as UTF-8"),
        (b"a: \xed\xa0\x80", "1:4", "it may be Windows-1252 or Latin-1; save it as UTF-8"),
        (b"\x1f\x8b\x08\x00", "1:2", "it may not be text; save it as UTF-8"),
        (b"\xff", "1:1", "it may be Windows-1252 or Latin-1; save it as UTF-8"),
    ],
)
def test_bytes_that_are_no_utf_8_are_told_at_their_place(data: bytes, place: str, hint: str) -> None:
    (fault,) = parse(data, name="a")[1]

    assert told(data) == [(place, "not-utf-8")]
    assert fault.hint == hint


@pytest.mark.parametrize(
    "character",
    ["\0", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\ud800", "\ufffe", "\uffff"],
)
def test_characters_that_no_spec_may_contain(character: str) -> None:
    assert told(f"title: x\nsummary: a{character}b: c\n")[0] == ("2:11", "forbidden-character")


def test_forbidden_characters_do_not_hide_other_faults() -> None:
    assert told("a: \x07\nb: &x 1\nb: 2\n") == [
        ("2:4", "anchor"),
        ("3:1", "duplicate-key"),
        ("1:4", "forbidden-character"),
    ]


@pytest.mark.parametrize("escape", [r"\x07", r"\0", r"\x85", r"\N", r"\L", r"\P", r"\uffff"])
def test_an_escape_cannot_bring_in_what_is_forbidden(escape: str) -> None:
    found, faults = parse(f'a: "x{escape}"\n"k{escape}": 1\n', name="a")

    assert [(fault.code, fault.pointer) for fault in faults] == [
        ("forbidden-character", "/a"),
        ("forbidden-character", ""),
    ]
    assert found is not None
    assert found.data == {"a": "x\N{REPLACEMENT CHARACTER}"}


def test_tabs_and_line_ends_are_allowed_in_a_text() -> None:
    assert source(r'a: "x\ty\nz\r"').data == {"a": "x\ty\nz\r"}


def test_all_faults_that_do_not_hide_the_rest_are_told() -> None:
    text = "a: &x 1\nb: *x\nc: !!str 5\n<<: {d: 1}\ntrue: x\na: 2\ne: .nan\n? f\n"

    assert told(text) == [
        ("1:4", "anchor"),
        ("2:4", "alias"),
        ("3:4", "tag"),
        ("4:1", "merge-key"),
        ("5:1", "key-not-text"),
        ("6:1", "duplicate-key"),
        ("7:4", "bad-number"),
    ]


def test_the_first_of_two_equal_keys_is_kept_with_its_places() -> None:
    found, faults = parse("a: {b: 1}\na: {b: 2, c: [3]}\nd: 4\n", name="a")

    assert [fault.message for fault in faults] == ["`a` is given twice, first on line 1"]
    assert found is not None
    assert found.data == {"a": {"b": 1}, "d": 4}
    assert found.values["/a/b"] == (1, 8, 1, 9)
    assert "/a/c" not in found.values


def test_what_was_refused_has_no_place() -> None:
    found, _ = parse("a: *x\nb: .inf\nc: !t x\nd: 1\n", name="a")

    assert found is not None
    assert set(found.values) == {"", "/d"}


@pytest.mark.parametrize("text", ["*a : b", "&a b: c", "!t a: b", "? *a\n: b"])
def test_names_and_types_are_refused_before_keys_too(text: str) -> None:
    assert set(codes(text)) <= {"alias", "anchor", "tag"}
    assert codes(text)


def test_every_name_and_type_before_a_value_is_told_at_its_place() -> None:
    assert told("a: &x !!str 5\nb: !t &y [&z 1]\n") == [
        ("1:4", "anchor"),
        ("1:7", "tag"),
        ("2:4", "tag"),
        ("2:7", "anchor"),
        ("2:11", "anchor"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("\n", "empty-file"),
        ("# only a comment\n", "empty-file"),
        ("---\n", "empty-file"),
        ("null", "empty-file"),
        ("5", "not-a-journey"),
        ('"x"', "not-a-journey"),
        ("[]", "not-a-journey"),
        ("- a\n", "not-a-journey"),
        ("a: 1\n---\nb: 2\n", "several-documents"),
        ("a: 1\n...\nb: 2\n", "several-documents"),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", "directive"),
        ("%YAML 1.1\n---\na: 1\n", "directive"),
        ("%YAML 9.9\n---\na: 1\n", "directive"),
        ("[a]: b", "complex-key"),
        ("{{ a }}", "complex-key"),
        ('a: "\\ud800"', "bad-escape"),
        ('a: "\\U00110000"', "bad-escape"),
        ('a: "\\x1"', "bad-escape"),
        ("{a", "unclosed-bracket"),
        ("a: [*]", "special-character"),
        ("a: [1, , 2]", "special-character"),
        ("a: [?x, b]", "special-character"),
        ("a: [?x: b]", "special-character"),
        ("a: {?x: b}", "special-character"),
        ('a: [?"x"]', "special-character"),
        ("k" * 2000 + ": 1", "syntax-error"),
    ],
)
def test_files_that_are_no_journey(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize("end", ["", "\n", " # a comment\n\n", "\n---\n", "\n..."])
@pytest.mark.parametrize("begin", ["a: [", "a: {", "a: [[b], [c,", "a: [b: {c:", "- {a: b}\n- {a:"])
def test_a_bracket_that_nothing_follows_is_the_one_to_close(begin: str, end: str) -> None:
    lines = begin.splitlines()
    column = max(lines[-1].rfind("["), lines[-1].rfind("{")) + 1

    assert told(begin + end) == [(f"{len(lines)}:{column}", "unclosed-bracket")]


def test_a_file_over_the_limit_is_not_read() -> None:
    found, (fault,) = parse("a: " + "x" * 100, name="a", limit=50)

    assert found is None
    assert fault.code == "file-too-large"


def test_many_faults_are_cut_off() -> None:
    assert len(codes("a: 1\n" * 1000)) == parser.MAX_REPORTED


HOSTILE = {
    "brackets": "a: " + "[" * 100_000,
    "braces": "{a: " * 20_000,
    "dashes": "a:\n" + "- " * 20_000,
    "question marks": "? " * 10_000,
    "deep block": "".join(" " * depth + "a:\n" for depth in range(3000)),
    "anchors": "".join(f"k{index}: &a{index} x\n" for index in range(50_000)),
    "laughs": "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)),
    "blank lines": "\n" * 1_000_000,
    "long text": 'a: "' + "x" * 9_999_000 + '"',
    "long plain text": "a: " + "x" * 9_999_000,
    "long comment": "# " + "x" * 9_999_000,
    "long broken line": "a: b: " + "x " * 4_999_000,
    "open quote": 'a: "' + "x\n" * 2_000_000,
    "documents": "---\na: 1\n" * 20_000,
    "quotes": '"' * 10_000,
    "exclamation marks": "!" * 10_000,
    "ampersands": "&" * 10_000,
    "tabs": "\t" * 1000,
    "escapes": 'a: "' + "\\x41" * 300_000 + '"',
    "control characters": "a: " + "\x07" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_hangs_the_parser(name: str) -> None:
    _, faults = parse(HOSTILE[name], name="a")

    assert faults


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("'[' * 100_000", "too-deep"),
        ("'{a: ' * 20_000", "too-deep"),
        ("'- ' * 5_000_000", "too-deep"),
        ("'[{' * 1_000_000", "complex-key"),
        ("'? ' * 100_000", "complex-key"),
    ],
)
def test_no_depth_crashes_the_process(text: str, code: str) -> None:
    program = f"from mapgen.source.parser import parse; print(parse({text}, name='a')[1][0].code)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout.strip()) == (0, code)


class ShallowLoader(yaml.SafeLoader):
    """A library with a limit of its own, below which the language's depth still has room."""

    def fetch_flow_collection_start(self, token_class: type[yaml.Token]) -> None:
        if self.flow_level >= 60:
            raise yaml.scanner.ScannerError(None, None, "words of another release", self.get_mark())
        super().fetch_flow_collection_start(token_class)


DEEP = {
    "brackets": ("é: [" + "[" * 100, "too-deep"),
    "brackets after closed ones": ("a: " + "[[], " * 100, "too-deep"),
    "brackets after quoted ones": ("a: " + '["[", ' * 100, "too-deep"),
    "brackets as keys": ("[{" * 100, "complex-key"),
    "braces as keys": ("a: {{ " * 100, "complex-key"),
}


@pytest.mark.parametrize("name", DEEP)
def test_depth_is_recognized_whatever_the_library_makes_of_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "_LOADER", ShallowLoader)

    assert codes(DEEP[name][0]) == [DEEP[name][1]]


def test_brackets_in_a_text_are_not_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "_LOADER", ShallowLoader)

    assert codes(f"a: '{'[' * 100}' # {'{' * 100}\nb: c{'[' * 100}\nc: |\n  {'[' * 100}\n") == []
    assert codes(f"a: ['{'[' * 100}', *]") == ["special-character"]


def test_the_loader_without_c_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        "a: 1\nb: [x, {c: true}]\nd:\n  - e: |\n      two\n",
        "a: &x 1\nb: *x\na: 2\n",
        "a: [1, 2\nb: 3\n",
        "a: b: c\n",
        'a: "x\n',
    ]
    in_c = [parse(text, name="a") for text in texts]
    monkeypatch.setattr(parser, "_LOADER", yaml.SafeLoader)

    assert [parse(text, name="a") for text in texts] == in_c
    assert codes('a: "\\U00110000"') == ["bad-escape"]


def test_a_text_longer_than_anybody_reads_is_refused_at_its_place() -> None:
    source, told = parse(f"title: Coffee\nsummary: {'long ' * 2500}\n", name="a")

    assert source
    assert [(one.code, one.message, one.span and one.span.line) for one in told] == [
        ("text-too-long", "a text has 12,499 characters; the maximum is 10,000", 2)
    ]


def test_a_long_text_that_somebody_may_read_is_not_refused() -> None:
    assert parse(f"title: Coffee\nsummary: {'long ' * 1500}\n", name="a")[1] == ()
