"""The command does not compile the patterns of PyYAML's Python parser, and what it reads stays the same."""

import subprocess
import sys

SCRIPT = """
import re
before = re.compile
from mapgen.cli.yaml_import import import_yaml
import_yaml()
assert re.compile is before
import yaml
assert not isinstance(yaml.SafeLoader.NON_PRINTABLE, re.Pattern)
read = yaml.load("a: [1, 2.5, yes, 2026-10-01, null, text]", Loader=yaml.SafeLoader)["a"]
print([type(each).__name__ for each in read])
try:
    yaml.load("a: \\0", Loader=yaml.SafeLoader)
except yaml.reader.ReaderError as error:
    print(error.position)
"""


def test_yaml_reads_the_same_without_compiled_patterns() -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.stdout.splitlines() == ["['int', 'float', 'bool', 'date', 'NoneType', 'str']", "3"]
