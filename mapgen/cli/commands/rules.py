"""`mapgen rules`: what an audit asks of each journey."""

from pathlib import Path

import click

from mapgen.audit import RULES
from mapgen.audit.pages import explain
from mapgen.cli import streams
from mapgen.cli.policies import shown, written
from mapgen.cli.settings import Wrong, load
from mapgen.cli.sources import SettingsError
from mapgen.cli.voice import Voice


@click.command("rules", short_help="List the rules of the audit.")
def rules() -> int:
    """List the rules of the audit as they hold here: how bad a finding is, the settings, and what each tells."""
    settings = load(Path())
    if isinstance(settings, Wrong):
        Voice().tell(settings.name, settings.text, settings.diagnostics)
        raise SettingsError
    policy = settings.audit
    followed = tuple(policy.chosen(RULES)) if policy else tuple(RULES)
    width = max(map(len, RULES))
    for name, rule in RULES.items():
        severity = (policy.severities.get(name) if policy else None) or rule.severity
        said = severity.name.lower() if name in followed else "off"
        own = policy.settings.get(name, {}) if policy else {}
        values = {key: own.get(key, setting.default) for key, setting in rule.settings.items()}
        told = "".join(f" {shown(key)}={written(value)}" for key, value in values.items())
        summary = explain(name, rule).summary.removesuffix(".")
        streams.say(f"{name:<{width}}  {said:<7}  {summary}" + (f" ({told.strip()})" if told else ""))
    return 0


COMMAND = rules
