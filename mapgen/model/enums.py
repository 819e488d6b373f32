"""The values of each enumeration of the language, in its order, for reading them with their type."""

from typing import Literal, get_args

from mapgen.model.journey import (
    BuyingRole,
    CurveGaps,
    EdgeKind,
    ExitKind,
    Level,
    Market,
    Mode,
    Severity,
    State,
    Status,
    Turn,
)

Better = Literal["higher", "lower"]

BETTER: tuple[Better, ...] = get_args(Better)
BUYING_ROLES: tuple[BuyingRole, ...] = get_args(BuyingRole)
CURVE_GAPS: tuple[CurveGaps, ...] = get_args(CurveGaps)
EDGE_KINDS: tuple[EdgeKind, ...] = get_args(EdgeKind)
EXIT_KINDS: tuple[ExitKind, ...] = get_args(ExitKind)
LEVELS: tuple[Level, ...] = get_args(Level)
MARKETS: tuple[Market, ...] = get_args(Market)
MODES: tuple[Mode, ...] = get_args(Mode)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
STATES: tuple[State, ...] = get_args(State)
STATUSES: tuple[Status, ...] = get_args(Status)
TURNS: tuple[Turn, ...] = get_args(Turn)
