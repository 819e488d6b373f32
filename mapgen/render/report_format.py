"""The contract of a format of a report, such as that of `mapgen diff`.

A module in the `formats/` of a report offers one as `FORMAT`; the module's name is the format's id.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from mapgen.record import record

T = TypeVar("T")


@record
class ReportFormat(Generic[T]):
    """A kind of file for reports of one type. `suffix` ends the names of its files; `render` returns the whole content.

    `refuse` returns why a report cannot be shown in this format, None where it can.
    """

    suffix: str
    render: Callable[[T], str]
    refuse: Callable[[T], str | None] = lambda _: None
