"""Words for the steps of a scale, in six languages -> the words of the language."""

from collections.abc import Mapping
from typing import NamedTuple

from mapgen.importers.tables.headers import plain_text


class Ranks(NamedTuple):
    """Words that stand for the steps of a scale."""

    words: Mapping[str, str]

    def of(self, text: str) -> str | None:
        """Return the step that a text names, None where it names none."""
        return self.words.get(plain_text(text))


def _ranks(steps: Mapping[str, str]) -> Ranks:
    return Ranks({word: step for step, words in steps.items() for word in words.split(", ")})


SEVERITIES = _ranks(
    {
        "low": "low, l, minor, small, mild, 1, niedrig, gering, leicht, klein, n, laag, licht, faible, mineur, mineure,"
        " basse, baja, bajo, leve, menor, baixa, baixo, trivial",
        "medium": "medium, m, moderate, mid, middle, normal, 2, mittel, mittelmassig, gemiddeld, middel, moyen, moyenne,"
        " modere, moderee, media, medio, moderada, moderado",
        "high": "high, h, major, serious, severe, big, 3, hoch, gross, schwer, stark, hoog, ernstig, eleve, elevee,"
        " haute, forte, majeur, majeure, alta, alto, grave, mayor, importante",
        "critical": "critical, c, crit, blocker, very high, urgent, 4, kritisch, sehr hoch, blockierend, kritiek,"
        " zeer hoog, critique, bloquant, bloquante, tres eleve, tres elevee, critica, critico, muy alta, muy alto,"
        " muito alta, muito alto, bloqueante, p0",
    }
)
STATUSES = _ranks(
    {
        "idea": "idea, new, proposed, backlog, open, idee, neu, offen, nieuw, nouvelle, nouveau, nueva, ideia, nova",
        "planned": "planned, approved, next, to do, todo, geplant, gepland, planifie, planifiee, prevu, prevue,"
        " planificada, planificado, planeada, planejada, planejado",
        "in-progress": "in progress, doing, started, ongoing, active, wip, in arbeit, laufend, in bearbeitung, loopt,"
        " bezig, en cours, en curso, en progreso, em andamento, em curso",
        "done": "done, completed, complete, finished, live, closed, umgesetzt, fertig, erledigt, abgeschlossen, klaar,"
        " gereed, afgerond, realise, realisee, termine, terminee, fait, hecha, hecho, terminada, concluida, concluido,"
        " feito, feita",
        "dropped": "dropped, rejected, cancelled, canceled, wont do, verworfen, abgelehnt, vervallen, afgewezen,"
        " abandonne, abandonnee, descartada, descartado, rejeitada",
    }
)
MOMENTS = _ranks({"trust": "trust", "conversion": "conversion, convert", "churn": "churn", "delight": "delight"})
NO = frozenset(["no", "n", "false", "0", "nein", "nee", "non", "nao", "-", "–"])
