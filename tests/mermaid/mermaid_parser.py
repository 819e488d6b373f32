"""Mermaid's own parser, in a process of Node.js: what it finds in the text of a journey."""

import json
import os
import re
import shutil
import subprocess
from typing import Any, NamedTuple

import pytest

FOLDER = os.environ.get("MAPGEN_MERMAID", "")
NODE = shutil.which("node")
needs_mermaid = pytest.mark.skipif(
    not (FOLDER and NODE), reason="MAPGEN_MERMAID is not the folder of the npm packages mermaid and jsdom, or no node"
)

_REFERENCE = re.compile("\ufb02\u00b0\u00b0(\\d+)\u00b6\u00df")
_PROGRAM = """
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import readline from "node:readline";

const folder = process.argv.at(-1);
const { JSDOM } = createRequire(folder + "/")("jsdom");
globalThis.window = new JSDOM("").window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(folder + "/mermaid/dist/mermaid.core.mjs"));
mermaid.initialize({ maxTextSize: 10_000_000 });
for await (const line of readline.createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  let found;
  try {
    await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const tasks = db.getTasks().map((task) => [task.section, task.task, task.score, task.people]);
    found = { title: db.getDiagramTitle(), description: db.getAccDescription(), sections: db.getSections(), tasks };
  } catch (error) {
    found = { error: String(error) };
  }
  console.log(JSON.stringify(found));
}
"""


class Task(NamedTuple):
    """A task that Mermaid has found."""

    section: str
    name: str
    score: float | None
    people: tuple[str, ...]


class Found(NamedTuple):
    """What Mermaid has found, as it is shown: with references resolved."""

    title: str
    description: str
    sections: list[str]
    tasks: list[Task]


class MermaidParser:
    """Asks Mermaid."""

    def __init__(self) -> None:
        """Start Node.js."""
        assert NODE
        self._process = subprocess.Popen(
            [NODE, "--input-type=module", "-e", _PROGRAM, FOLDER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def read(self, text: str) -> Found | None:
        """Return what Mermaid finds in a diagram; None where it fails."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        found: dict[str, Any] = json.loads(self._process.stdout.readline())
        if "error" in found:
            return None
        tasks = [
            Task(_shown(a), _shown(b), score, tuple(map(_shown, people))) for a, b, score, people in found["tasks"]
        ]
        return Found(_shown(found["title"]), _shown(found["description"]), list(map(_shown, found["sections"])), tasks)

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def _shown(text: str) -> str:
    """Return a text as the drawing shows it: numbers are references there, which Mermaid puts back at the end."""
    return _REFERENCE.sub(lambda found: chr(int(found[1])), text).strip()
