"""The words of PyYAML and libyaml by which a slip is recognized: where a release changes one, a test here names it."""

import ast
from pathlib import Path

import pytest
import yaml

from mapgen.source import bracket_errors, parser, yaml_errors
from mapgen.source.parser import parse

C, PYTHON = "the loader in C", "the loader in Python"
LOADERS: dict[str, type[yaml.CSafeLoader] | type[yaml.SafeLoader]] = {C: yaml.CSafeLoader, PYTHON: yaml.SafeLoader}

WORDS = {
    "%YAML": ({C: "%YAML x\n---\na: 1"}, "directive"),
    "directive": ({C: "%FOO\n---\na: 1", PYTHON: "%YAML x\n---\na: 1"}, "directive"),
    "incompatible YAML": ({C: "%YAML 9.9\n---\na: 1", PYTHON: "%YAML 9.9\n---\na: 1"}, "directive"),
    "escape": ({C: r'a: "\q"', PYTHON: r'a: "\q"'}, "bad-escape"),
    "hexdecimal": ({C: r'a: "\x1"'}, "bad-escape"),
    "hexadecimal": ({PYTHON: r'a: "\x1"'}, "bad-escape"),
    "end of stream": ({C: 'a: "x\n', PYTHON: 'a: "x\n'}, "unclosed-quote"),
    "document indicator": ({C: 'a: "x\n---\nb'}, "unclosed-quote"),
    "document separator": ({PYTHON: 'a: "x\n---\nb'}, "unclosed-quote"),
    "quoted scalar": ({C: 'a: "x\n', PYTHON: 'a: "x\n'}, "unclosed-quote"),
    "flow sequence": ({C: "a: [1, 2\nb: 3", PYTHON: "a: [1, 2\nb: 3"}, "unclosed-bracket"),
    "flow mapping": ({C: "a: {b: 1\nc: 2", PYTHON: "a: {b: 1\nc: 2"}, "unclosed-bracket"),
    "flow node": ({C: "a: [", PYTHON: "a: ["}, "unclosed-bracket"),
    "node content": ({C: "a: [1, , 2]", PYTHON: "a: [1, , 2]"}, "special-character"),
    "alphabetic or numeric": ({C: "a: * b", PYTHON: "a: * b"}, "special-character"),
    "cannot start any token": ({C: "a: @b", PYTHON: "a: @b"}, "special-character"),
    "sequence entries are not allowed": ({C: "a: - b", PYTHON: "a: - b"}, "special-character"),
    "mapping keys are not allowed": ({C: "a: ? b", PYTHON: "a: ? b"}, "special-character"),
    "block scalar": ({C: "a: > text", PYTHON: "a: > text"}, "special-character"),
    "mapping values are not allowed": ({C: "a: b: c", PYTHON: "a: b: c"}, "colon-in-text"),
    "could not find expected ':'": ({C: "a: 1\nb\nc: 2", PYTHON: "a: 1\nb\nc: 2"}, "missing-colon"),
    "document start>": ({C: "a: 1\n...\nb: 2", PYTHON: "a: 1\n...\nb: 2"}, "several-documents"),
    "did not find expected key": ({C: "a:\n  stages\n- c: 1"}, "missing-colon"),
    "expected <block end>": ({PYTHON: "a:\n  stages\n- c: 1"}, "missing-colon"),
}
"""Each phrase, a spec on which each loader uses it, and the code of the diagnostic that depends on it."""


def said(text: str, loader: str) -> str:
    """Return what the library says of a text."""
    with pytest.raises(yaml.MarkedYAMLError) as raised:
        list(yaml.parse(text, LOADERS[loader]))
    return f"{raised.value.context or ''} {raised.value.problem}"


@pytest.mark.parametrize(("words", "loader"), [(words, loader) for words in WORDS for loader in WORDS[words][0]])
def test_the_library_still_uses_the_words(words: str, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    specs, code = WORDS[words]
    monkeypatch.setattr(parser, "_LOADER", LOADERS[loader])

    assert words in said(specs[loader], loader)
    assert [fault.code for fault in parse(specs[loader], name="a")[1]] == [code]


def test_no_other_words_are_relied_on() -> None:
    files = (str(module.__file__) for module in (yaml_errors, bracket_errors))
    trees = [ast.parse(Path(file).read_text(encoding="utf-8")) for file in files]
    nodes = (node for tree in trees for node in ast.walk(tree))
    calls = [node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    used = {
        ast.literal_eval(word) for call in calls if getattr(call.func, "attr", "") == "mentions" for word in call.args
    }

    assert used == set(WORDS)
