"""Ctrl-C -> the end of a command that would go on for ever: at once, without a word, and with nothing wrong."""

import os
import signal
from typing import NoReturn


def exit_on_interrupt() -> None:
    """Let Ctrl-C end the process with exit code 0; what is written at that moment is written whole."""
    signal.signal(signal.SIGINT, _end)


def _end(*_: object) -> NoReturn:
    os._exit(0)  # all that was said has been flushed, and threads that wait for a browser are not worth waiting for
