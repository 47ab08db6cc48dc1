"""A committee with every kind of rule, and what they come to: worked out here once more, from the words of README.md and with fractions,
so that the program does not judge itself. Everything that is unknown is tried in all the ways that it could turn out."""

from fractions import Fraction
from itertools import product

KERNTAAK = "B1-K2"
CRITERIA = {"B1-K2-W1": 5, "B1-K2-W2": 8, "B1-K2-W3": 7}
BEOORDELING = """beoordeling:
  schaal: [onvoldoende, voldoende, goed]
  punten:
    - {waarde: onvoldoende, punten: 0}
    - {waarde: voldoende, punten: 2}
    - {waarde: goed, punten: 3}
  cesuur:
    criteria: 60%
    werkproces_punten: 50%
    werkproces_minimum: 40%
    werkprocessen: 60%
    kerntaak_punten: 55%
  onderdelen:
    - {code: B1-K2-W1, gewicht: 2}
    - {code: B1-K2-W1-G2, gewicht: 3}
    - {code: B1-K2-W2, cesuur: 60%, minimum: 50%}
    - {code: B1-K2-W3, minimum: 6 punten}
  cruciaal: [B1-K2-W2-G4]
  niet_van_toepassing: [B1-K2-W2-G1, B1-K2-W2-G2]
  cijfer: {bij_cesuur: "5,5", afronding: een decimaal}
  herkansing: {pogingen: 2, telt: hoogste}

"""
POINTS = {"o": 0, "v": 2, "g": 3}
KEYS = {"o": "onvoldoende", "v": "voldoende", "g": "goed", "x": "niet-van-toepassing", "-": ""}
CRUCIAL = ("B1-K2-W2", 3)
MAY_DROP = {("B1-K2-W2", 0), ("B1-K2-W2", 1)}


def enough(share, part, whole):
    return part >= Fraction(share, 100) * whole


def weight(w, i):
    return 3 if (w, i) == ("B1-K2-W1", 1) else 1


class Part:
    """A werkproces of which all is known."""

    def __init__(self, w, letters):
        counted = [(i, c) for i, c in enumerate(letters) if c != "x"]
        self.passed = sum(c != "o" for i, c in counted)
        self.count = len(counted)
        self.have = sum(weight(w, i) * POINTS[c] for i, c in counted)
        self.most = sum(weight(w, i) * 3 for i, c in counted)
        self.line = 60 if w == "B1-K2-W2" else 50
        crucial = w != CRUCIAL[0] or letters[CRUCIAL[1]] != "o"
        self.good = enough(60, self.passed, self.count) and enough(self.line, self.have, self.most) and crucial
        least = {"B1-K2-W1": Fraction(40, 100) * self.most, "B1-K2-W2": Fraction(50, 100) * self.most, "B1-K2-W3": 6}[w]
        self.minimum = self.have >= least


def parts_of(answers):
    return {w: Part(w, letters) for w, letters in answers.items()}


def whole(parts):
    have = sum(p.have * (2 if w == "B1-K2-W1" else 1) for w, p in parts.items())
    most = sum(p.most * (2 if w == "B1-K2-W1" else 1) for w, p in parts.items())
    good = enough(60, sum(p.good for p in parts.values()), len(parts)) and enough(55, have, most) and all(p.minimum for p in parts.values())
    return good, have, most


def completions(w, letters):
    """All that is on the form, with what is unknown in every way that it could turn out."""
    places = [("ovg" + ("x" if (w, i) in MAY_DROP else "")) if c == "-" else c for i, c in enumerate(letters)]
    return ["".join(one) for one in product(*places)]


def word(outcomes):
    outcomes = set(outcomes)
    return "onbeslist" if len(outcomes) == 2 else "voldoende" if outcomes == {True} else "onvoldoende"


def results(answers):
    """By code of the werkproces and of the kerntaak; the points; the mark in tenths, None where something is unknown."""
    ways = {w: completions(w, letters) for w, letters in answers.items()}
    out = {w: word(Part(w, letters).good for letters in ways[w]) for w in answers}
    out[KERNTAAK] = word(whole(parts_of(dict(zip(answers, one))))[0] for one in product(*ways.values()))
    if any("-" in letters for letters in answers.values()):
        return out, None, None
    good, have, most = whole(parts_of(answers))
    line = -(-55 * most // 100)
    mark = 1 + Fraction(9, 2) * Fraction(have, line) if have < line else Fraction(11, 2) + Fraction(9, 2) * Fraction(have - line, most - line)
    tenths = int(mark * 10 + Fraction(1, 2))
    return out, have, max(tenths, 55) if good else min(tenths, 54)
