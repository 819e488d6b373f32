"""Numbers -> text for messages."""

from mapgen.model.journey import Number


def percent(share: Number) -> str:
    """Return a fraction as a percentage.

    >>> percent(0.702), percent(1)
    ('70 %', '100 %')
    """
    return f"{100 * share:.0f} %"


def days_or_months(days: Number) -> str:
    """Return a number of days in days or, from 60 days on, in months.

    >>> days_or_months(40), days_or_months(800)
    ('40 days', '26 months')
    """
    return f"{days} days" if days < 2 * 30 else f"{days / 30.4375:.0f} months"
