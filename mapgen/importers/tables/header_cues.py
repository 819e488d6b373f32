"""A header that is a question or half a sentence, "What goes wrong?" -> the field that it means, in six languages.

The patterns are for text in lowercase without accents and signs, as `headers` compares it. The first that fits decides.
"""

import re
from collections.abc import Mapping
from functools import cache

_CUES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "opportunities": r"(?:could|can|should) (?:we|be) |we (?:could|can|should)|improved?$|make it better",
        "owner": r"who (?:owns|is responsible|takes care)|in charge",
        "pain_points": r"go(?:es)? wrong|what (?:hurts|annoys|bothers|frustrates|is hard)|gets? in the way",
        "delights": r"(?:go(?:es)?|works?) well|what (?:they|customers|users) (?:like|love)|what delights",
        "thoughts": r"(?:what|customers?|users?|they) .*think",
        "feeling": r"how .*feels?$|(?:what|customers?|users?|they) .*feels?$",
        "quotes": r"(?:what|customers?|users?|they) .*says?$",
        "needs": r"(?:what|customers?|users?|they) .*(?:need|want|expect)s?$",
        "action": r"what .*(?:do|does|doing|happens)$",
        "channels": r"^where (?:it|does|do|they|this)",
        "duration": r"^how long",
    },
    "de": {
        "opportunities": r"(?:konnen|konnten|sollten|wollen) wir|besser machen|verbessern",
        "owner": r"^wer (?:ist|macht|kummert|verantwortet)|kummert sich|zustandig",
        "pain_points": r"wo hakt|hakt es|was (?:stort|nervt|argert|frustriert|fehlt)|schief|klemmt",
        "delights": r"(?:lauft|klappt) (?:schon )?gut|was (?:gefallt|begeistert|freut)",
        "thoughts": r"(?:was|kunde|kundin|kunden|nutzer) .*denk(?:t|en)|^denkt",
        "feeling": r"fuhl(?:t|en)",
        "quotes": r"sag(?:t|en)\b",
        "needs": r"(?:braucht|brauchen|erwartet|erwarten|benotigt)\b|was will",
        "action": r"was (?:macht|machen|tut|tun|passiert|geschieht)|(?:kunde|kundin|nutzer) (?:macht|tut)",
        "channels": r"^wo (?:findet|passiert|ist|geschieht)",
        "duration": r"^wie lange",
    },
    "fr": {
        "opportunities": r"(?:peut|pourrait|pouvons) (?:on|nous)|on (?:peut|pourrait)|nos idees|^pistes|amelior",
        "owner": r"s en occupe|en charge|^qui est responsable",
        "pain_points": r"(?:qui|le|la|les) (?:coince|bloque|gene|derange|agace|enerve)|va mal|ne va pas|irritant",
        "delights": r"(?:qui|lui|leur) plait|marche bien|(?:qui|le|la|les) ravit",
        "thoughts": r"pens(?:e|ent)\b",
        "feeling": r"ressent(?:ent|i|is)?\b|se sent(?:ent)?\b",
        "quotes": r"\b(?:dit|disent)\b",
        "needs": r"a besoin|ont besoin|(?:il|client|utilisateur) (?:attend|veut)",
        "action": r"(?:que|client|utilisateur|qu ils?|qu elles?) (?:fait|font)|que se passe t il",
        "channels": r"^ou (?:ca|cela|est|se)\b",
        "duration": r"^combien de temps",
    },
    "es": {
        "opportunities": r"podemos (?:hacer|mejorar)|podriamos|mejorar",
        "owner": r"se encarga|^quien es (?:el )?responsable",
        "pain_points": r"(?:que|lo que) (?:le |les )?(?:molesta|frustra|duele|falla)|sale mal|va mal",
        "delights": r"(?:que|lo que) (?:le |les )?gusta|funciona bien|sale bien",
        "thoughts": r"piensan?\b",
        "feeling": r"sienten?\b",
        "quotes": r"\bdicen?\b",
        "needs": r"necesitan?\b|esperan?\b|quieren?\b",
        "action": r"(?:que|cliente|clientes|usuario) (?:hace|hacen)\b",
        "channels": r"^donde (?:ocurre|pasa|sucede)",
        "duration": r"^cuanto (?:tiempo|dura|tarda)",
    },
    "pt": {
        "opportunities": r"podemos (?:fazer|melhorar)|poderiamos|melhorar",
        "owner": r"^quem (?:cuida|e o responsavel|e responsavel)",
        "pain_points": r"(?:que|o que) (?:o |a |os |as )?(?:incomoda|frustra|irrita|falha)|corre mal|da errado",
        "delights": r"do que gostam?|corre bem|funciona bem",
        "thoughts": r"pensam?\b",
        "feeling": r"sentem?\b",
        "quotes": r"\bdizem?\b",
        "needs": r"precisam?\b|esperam?\b|querem?\b",
        "action": r"(?:que|cliente|clientes|usuario|utilizador) (?:faz|fazem)\b",
        "channels": r"^onde (?:acontece|ocorre)",
        "duration": r"^quanto tempo|^quanto demora",
    },
    "nl": {
        "opportunities": r"kunnen we|kunnen wij|zouden we|verbeteren|beter maken",
        "owner": r"^wie (?:is|doet|regelt)|verantwoordelijk",
        "pain_points": r"(?:loopt|gaat) (?:het )?(?:mis|fout)|misgaat|wat (?:stoort|ergert|frustreert)",
        "delights": r"gaat (?:er |het )?goed|goed gaat|wat bevalt",
        "thoughts": r"(?:wat|klant|klanten|gebruiker) .*denk(?:t|en)",
        "feeling": r"voel(?:t|en)\b",
        "quotes": r"\b(?:zegt|zeggen)\b",
        "needs": r"nodig\b|verwacht(?:en)?\b",
        "action": r"wat (?:doet|doen|gebeurt)|(?:klant|klanten|gebruiker) (?:doet|doen)",
        "channels": r"^waar (?:gebeurt|vindt)",
        "duration": r"^hoe lang",
    },
}


def cue(plain: str) -> tuple[str, str] | None:
    """Return the language and the field of a header of several words; None where it is no such sentence.

    >>> cue("wo hakt es"), cue("ce que fait le client"), cue("pain points")
    (('de', 'pain_points'), ('fr', 'action'), None)
    """
    if " " not in plain:
        return None
    return next(((code, field) for code, field, pattern in _patterns() if pattern.search(plain)), None)


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (code, field, re.compile(rf"\b(?:{text})")) for code, cues in _CUES.items() for field, text in cues.items()
    )
