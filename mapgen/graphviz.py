"""DOT text -> what Graphviz makes of it, as JSON: the one program that mapgen starts.

Nothing of an author reaches it: the text holds names and numbers of ours (see `layout/flow/ranks.py`), the arguments
are fixed, and what it says on standard error is not read.
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer

from mapgen.diagnostics.failure import MissingEngineError
from mapgen.diagnostics.phrases import quoted
from mapgen.render.optional_engine import EngineError

CHOSEN = "MAPGEN_DOT"
_BUNDLED = "graphviz-pure"
_PROGRAM = "dot"
_SECONDS = 5.0
_MOST = 64_000_000  # bytes; a journey of 600 touchpoints takes less than one
_HINT = f"`pip install {_BUNDLED}` installs it, or name one in {CHOSEN}"


def lay_out(text: str) -> str:
    """Return what Graphviz answers; EngineError where none is found, or where it fails, hangs or does not stop."""
    program = find()
    if program is None:
        message = "Graphviz is not installed"
        raise MissingEngineError(message, _HINT)
    answer = _ask([program, "-Tjson"], text.encode())
    try:
        return answer.decode()
    except UnicodeDecodeError as error:
        raise _failed(program, "did not answer with text") from error


def find() -> str | None:
    """Return the program: the one that is chosen, else the one that comes with mapgen, else `dot` on the path."""
    return os.environ.get(CHOSEN) or _bundled() or _on_path(_PROGRAM)


def _on_path(name: str) -> str | None:
    from shutil import which

    return which(name)


def _bundled() -> str | None:
    """Return the program of the package: it lies beside Python, on the path, or where the installer noted it."""
    name = _BUNDLED + (".exe" if os.name == "nt" else "")
    beside = Path(sys.executable or _BUNDLED).with_name(name)
    if beside.is_file():
        return str(beside)
    return _on_path(_BUNDLED) or _noted(name)


def _noted(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, distribution

    with suppress(PackageNotFoundError):
        for file in distribution(_BUNDLED).files or ():
            if file.name == name:
                return str(file.locate())
    return None


def _ask(command: list[str], text: bytes) -> bytes:
    """Run the program until it ends, takes too long or says too much."""
    program = command[0]
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is the user's choice or ours, the arguments are fixed
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise _failed(program, "cannot be started") from error
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        _end(process)

    timer = Timer(_SECONDS, end)
    timer.daemon = True
    timer.start()
    try:
        answer = _talk(process, text)
    except BaseException:
        _end(process)
        raise
    finally:
        timer.cancel()
    if late:
        raise _failed(program, f"took longer than {_SECONDS:g} seconds")
    if len(answer) > _MOST:
        raise _failed(program, "printed too much")
    if process.returncode:
        raise _failed(program, f"failed with code {process.returncode}")
    return answer


def _talk(process: subprocess.Popen[bytes], text: bytes) -> bytes:
    """Write and read at the same time, and no more than is wanted."""
    assert process.stdin is not None, "it was requested"  # noqa: S101 - tells mypy
    assert process.stdout is not None, "it was requested"  # noqa: S101 - tells mypy
    writer = Thread(target=_write, args=(process, text), daemon=True)
    writer.start()
    parts: list[bytes] = []
    size = 0
    while size <= _MOST and (part := os.read(process.stdout.fileno(), 1 << 16)):
        parts.append(part)
        size += len(part)
    if size > _MOST:
        _end(process)
    process.wait()
    writer.join()
    process.stdout.close()
    return b"".join(parts)


def _write(process: subprocess.Popen[bytes], text: bytes) -> None:
    with suppress(OSError, ValueError):
        process.stdin.write(text)  # type: ignore[union-attr]
    with suppress(OSError, ValueError):
        process.stdin.close()  # type: ignore[union-attr]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and whatever it started."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _failed(program: str, how: str) -> EngineError:
    return EngineError(f"Graphviz, {quoted(program)}, {how}", _HINT)
