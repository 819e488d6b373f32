"""The command `mapgen`: a person's words -> steps of the pipeline; what there is to say -> the terminal.

Exit codes: 0, nothing is wrong; 1, something is wrong with a spec or a file; 2, the command was used wrongly.
"""

import sys


def main() -> None:
    """Run the command that was typed, and end the process.

    The imports wait until Ctrl-C ends the process without a word and the net for what nobody foresaw is stretched.
    """
    import _signal  # type: ignore[import-not-found]  # `signal` would import enum first, 4 ms in which Ctrl-C is loud
    import gc

    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    gc.disable()  # a run is short and makes no circles worth collecting; 10,000 touchpoints build a third faster
    from mapgen.terminal import console

    console.prepare()
    try:
        from mapgen.cli.group import run

        code = run(sys.argv[1:])
    except BaseException as error:  # noqa: BLE001 - the last net; a panic of a Rust library is a BaseException
        from mapgen.terminal.crash import handle_exceptions

        code = handle_exceptions(error)
    console.exit_process(code)
