"""Touchpoint, stage -> who answers for what is there."""

from mapgen.model.journey import Owner, Stage, Touchpoint


def owner_of(touchpoint: Touchpoint, stage: Stage) -> Owner | None:
    """Return the owner of a touchpoint, else that of its stage: what is written there is theirs."""
    return touchpoint.owner or stage.owner
