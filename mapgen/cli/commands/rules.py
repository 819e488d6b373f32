"""`mapgen rules`: what an audit asks of each journey."""

from pathlib import Path

import click

from mapgen.audit import RULES
from mapgen.audit.rule_docs import explain
from mapgen.build.discovery import SettingsError
from mapgen.config.audit_settings import shown, written
from mapgen.config.settings import SettingsFault, load
from mapgen.terminal import console
from mapgen.terminal.diagnostic_output import DiagnosticWriter


@click.command("rules", short_help="List the audit rules.")
def rules() -> int:
    """List the audit rules with their severity and settings in this project."""
    settings = load(Path())
    if isinstance(settings, SettingsFault):
        DiagnosticWriter().write(settings.name, settings.text, settings.diagnostics)
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
        console.echo(f"{name:<{width}}  {said:<7}  {summary}" + (f" ({told.strip()})" if told else ""))
    return 0


COMMAND = rules
