"""Words, faces and signs for how people feel -> a level from -2 (worst) to 2 (best)."""

LEVELS = {
    2: "very positive, very happy, delighted, excited, love, loves it, enthusiastic, thrilled, excellent, great, amazing,"
    " ecstatic, very satisfied, overjoyed, sehr positiv, sehr gut, begeistert, sehr zufrieden, sehr glucklich,"
    " zeer positief, zeer goed, enthousiast, zeer tevreden, verrukt, tres positif, tres positive, tres bien, ravi, ravie,"
    " tres satisfait, enthousiaste, muy positivo, muy positiva, muy bien, muy contento, muy satisfecho, encantado,"
    " encantada, muito positivo, muito positiva, muito bom, muito feliz, muito satisfeito, entusiasmado, very good",
    1: "positive, happy, good, satisfied, glad, pleased, interested, curious, hopeful, confident, relieved, relaxed,"
    " optimistic, content, positiv, gut, zufrieden, glucklich, froh, freude, erleichtert, neugierig, interessiert,"
    " hoffnungsvoll, entspannt, sicher, positief, goed, tevreden, blij, opgelucht, nieuwsgierig, positif, bien, bon,"
    " satisfait, satisfaite, content, contente, heureux, heureuse, joyeux, soulage, curieux, confiant, positivo, positiva,"
    " bueno, buena, contento, contenta, feliz, satisfecho, satisfecha, aliviado, curioso, confiado, bom, boa, satisfeito,"
    " satisfeita, alegre, joy, calm, trusting, reassured",
    0: "neutral, ok, okay, indifferent, average, so so, mixed, fine, surprised, neutraal, neutre, neutro, neutra, mittel,"
    " durchschnittlich, gleichgultig, gemiddeld, onverschillig, indifferente, moyen, moyenne, mitige, regular, normal,"
    " medio, media, uncertain, unsicher, gemischt, gemengd",
    -1: "negative, unhappy, bad, dissatisfied, unsatisfied, sad, frustrated, annoyed, confused, worried, anxious, nervous,"
    " disappointed, impatient, bored, stressed, unsure, concerned, skeptical, overwhelmed, negativ, schlecht, unzufrieden,"
    " traurig, frustriert, genervt, verwirrt, besorgt, angstlich, nervos, enttauscht, ungeduldig, gestresst, skeptisch,"
    " negatief, slecht, ontevreden, verdrietig, gefrustreerd, geirriteerd, verward, bezorgd, teleurgesteld, ongeduldig,"
    " negatif, mal, mauvais, insatisfait, insatisfaite, mecontent, triste, frustre, frustree, agace, confus, inquiet,"
    " inquiete, decu, decue, impatient, stresse, negativo, negativa, malo, mala, insatisfecho, insatisfecha, frustrado,"
    " frustrada, molesto, confundido, confuso, preocupado, preocupada, decepcionado, impaciente, ruim, insatisfeito,"
    " insatisfeita, irritado, ansioso, ansiosa, desapontado",
    -2: "very negative, very unhappy, very bad, angry, furious, terrible, awful, hate, very dissatisfied, desperate,"
    " horrible, very frustrated, very angry, outraged, sehr negativ, sehr schlecht, wutend, verargert, sehr unzufrieden,"
    " verzweifelt, zeer negatief, zeer slecht, boos, woedend, zeer ontevreden, tres negatif, tres mal, tres mauvais,"
    " en colere, furieux, furieuse, tres insatisfait, muy negativo, muy negativa, muy mal, muy malo, enfadado, enojado,"
    " furioso, furiosa, muy insatisfecho, muito negativo, muito negativa, muito ruim, com raiva, zangado, muito insatisfeito",
}
"""Words for how people feel, in six languages, in lowercase and without accents, by level."""

FACES = {
    2: "😀😁😂😃😄😆🤩😍🥰😻🥳😎🤗❤💚🎉👏💯🌟",
    1: "🙂😊☺😌😏😉😋😺👍😇🤓😅🟢💪",
    0: "😐😑🤔😶🫤😯😮🙄🟡😲🤷",
    -1: "🙁☹😕😟😔😒😞😣😖😥😰😓👎😬😩😫🥱🟠😨😧😦😢",
    -2: "😡😠🤬😤😭👿😱💔🤯🔴🤮🤢☠💀",
}
"""Faces and other pictures, by level."""

TYPED = {":-)": 1, ":)": 1, ":-d": 2, ":d": 2, ":-|": 0, ":|": 0, ":-(": -1, ":(": -1, ">:(": -2, ";)": 1, ";-)": 1}
"""Faces of signs."""

SIGNS = {"++": 2, "+": 1, "o": 0, "0": 0, "+/-": 0, "-/+": 0, "±": 0, "~": 0, "-": -1, "--": -2, "+++": 2, "---": -2}
"""Signs that stand for a level."""
