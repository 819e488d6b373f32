"""A command that was used wrongly, with a hint that says what to type."""

import click


class MisuseError(click.UsageError):
    """A usage error whose `hint` is printed in place of the one that leads to `--help`."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Belong to the command that runs."""
        super().__init__(message, click.get_current_context(silent=True))
        self.hint = hint
