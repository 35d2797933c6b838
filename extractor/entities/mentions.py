"""Where the known arms and cohorts are named: their names become pieces of their own before the grammar runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from extractor.entities.arms.clusters import CONTROL_DRUGS
from extractor.entities.arms.doses import dose_runs, dose_span
from extractor.entities.arms.entity import ArmEntity
from extractor.entities.arms.letters import is_lettered, letters_before, letters_behind, span_from
from extractor.entities.cohorts.entity import CohortEntity
from extractor.knowledge.lexicon import Sense
from extractor.pieces import Piece
from extractor.pieces.sentence import Sentence, overlay
from extractor.spans import Span, longest_first


@dataclass(frozen=True, slots=True)
class Alias:
    """A name by which an entity may be mentioned; a weak one counts only beside a head word or another arm."""

    text: str
    entity: str
    kind: str
    weak: bool
    code: str = ""


class MentionFinder:
    """Finds the names of one abstract's arms and cohorts."""

    def __init__(self, arms: Sequence[ArmEntity], cohorts: Sequence[CohortEntity]) -> None:
        self._letters = {letter: arm.id for arm in arms for letter in arm.letters}
        coded = [(code, arm.id) for arm in arms for code in arm.drugs]
        self._drugs = {c: i for c, i in coded if len({other for code, other in coded if code == c}) == 1}
        doses = [(a.dose, a.id) for a in arms if a.dose is not None]
        self._doses = {d: i for d, i in doses if len([x for x, _ in doses if x == d]) == 1}
        self._stems = frozenset(n.lower() for a in arms if a.dose is not None for n in _stems(a))
        self._without = next((a.id for a in arms if a.role == "no_treatment"), None)
        active = [a.id for a in arms if a.role not in ("placebo", "no_treatment")]
        controls = [a.id for a in arms if a.role == "control"]
        self._control = controls[0] if len(controls) == 1 else None
        self._exposed = active[0] if len(active) == 1 < len(arms) else None
        self._aliases = {a.text.lower(): a for a in reversed([*_arm_aliases(arms), *_cohort_aliases(cohorts)])}

    @cached_property
    def _matcher(self) -> regex.Pattern[str] | None:
        if not self._aliases:
            return None
        texts = sorted(self._aliases, key=lambda t: (-len(t), t))
        joined = "|".join(regex.sub(r"(?:\\ |\\\n|\\-|-)+", r"[\\s-]+", regex.escape(t)) for t in texts)
        return regex.compile(rf"(?<![A-Za-z](?=[A-Za-z]))(?:{joined})(?:(?<![A-Za-z])|(?![A-Za-z]))", regex.IGNORECASE)

    def mark(self, sentence: Sentence, view: str) -> Sentence:
        """The sentence with each name of an arm or cohort as one piece (its head word included)."""
        if self._matcher is None:
            return sentence
        dosed = list(self._dosed(sentence, view)) if self._doses else []
        found = [
            (Span(*m.span()), alias)
            for m in self._matcher.finditer(view, sentence.span.start, sentence.span.end)
            if (alias := self._alias(m[0])) is not None
        ]
        designs = [p.span for p in sentence.pieces if p.is_a("study_noun")]
        taken = [p.span for p in dosed]
        found = [f for f in found if not any(f[0].overlaps(s) for s in taken) and not _is_part(f[0], designs)]
        known = [p.span for p in sentence.pieces if p.is_a("outcome") and not p.is_a("people")]
        found = [f for f in found if not f[1].weak or not _is_part(f[0], known)]
        kept = longest_first(found, lambda f: f[0])
        strong = [self._piece(sentence, s, a) for s, a in kept if not (a.weak or _is_event(sentence.pieces, s, a))]
        weak = [self._piece(sentence, s, a) for s, a in kept if a.weak and _is_backed(sentence.pieces, s, a, kept)]
        named = [*dosed, *strong, *weak]
        lettered = [p for p in self._lettered(sentence, view) if not any(p.span.overlaps(n.span) for n in named)]
        named += lettered
        others = [p for p in self._meant(sentence) if not any(p.span.overlaps(n.span) for n in named)]
        return sentence.with_pieces(overlay(sentence.pieces, [*named, *others]))

    def _dosed(self, sentence: Sentence, view: str) -> Iterator[Piece]:
        """The doses that are arms, each of a list for itself: '50 and 100 mg of tramadol'."""
        for run in dose_runs(sentence.pieces):
            if all(d.amount in self._doses for d in run):
                for dose in run:
                    span = dose_span(sentence.pieces, dose, self._stems, view)
                    yield self._piece(sentence, span, Alias("", self._doses[dose.amount], "arm", weak=False))

    def _meant(self, sentence: Sentence) -> Iterator[Piece]:
        """Drugs that only one arm was given, 'controls', 'vaccinated', and 'without (it)' for the arm without."""
        pieces = sentence.pieces
        contrasted = any(set(p.codes("drug")) & CONTROL_DRUGS or p.is_a("arm_role", "placebo") for p in pieces)
        for i, piece in enumerate(pieces):
            entity = next((self._drugs[c] for c in piece.codes("drug") if c in self._drugs), None)
            if entity is not None:
                yield self._piece(sentence, piece.span, Alias("", entity, "arm", weak=False))
            elif self._control is not None and piece.is_a("control_people"):
                yield self._piece(sentence, piece.span, Alias("", self._control, "arm", weak=False))
            elif self._exposed is not None and contrasted and piece.is_a("exposed"):
                yield self._piece(sentence, piece.span, Alias("", self._exposed, "arm", weak=False))
            elif self._without is not None and piece.is_a("negation") and piece.is_a("with_condition"):
                follow = next((p for p in pieces[i + 1 :] if not p.is_a("name_stop")), None)
                if follow is None or any(follow.is_a(k) for k in ("open", "close", "comma", "stop", "semicolon")):
                    yield Piece(piece.span, (Sense("arm", ""),), entity=self._without)

    def _lettered(self, sentence: Sentence, view: str) -> Iterator[Piece]:
        """The members of lists of letters: 'groups A, B and C', 'A、B、C组', '(A, 24%; B, 15%)'."""
        pieces = sentence.pieces
        for i, piece in enumerate(pieces):
            if (entity := self._letters.get(piece.span.of(view))) is not None and _labels_figure(pieces, i):
                yield Piece(piece.span, (Sense("arm", ""),), entity=entity)
            if not self._letters or not (piece.is_a("arm_head") or piece.is_a("every_arm", "every")):
                continue
            before = letters_before(pieces, i, view)
            spans = [pieces[k].span for k in before] if len(before) > 1 else []
            spans += [span_from(pieces, i, k) for k in letters_behind(pieces, i, view)]
            for span in spans:
                entity = self._letters.get(span.of(view).split()[-1])
                if entity is not None:
                    yield Piece(span, (Sense("arm", ""),), entity=entity)

    def _alias(self, text: str) -> Alias | None:
        return self._aliases.get(text.lower()) or self._aliases.get(regex.sub(r"[\s-]+", " ", text.lower()))

    def _piece(self, sentence: Sentence, span: Span, alias: Alias) -> Piece:
        end = max([span.end, *(p.span.end for p in sentence.pieces if _runs_on(p, span))])
        for piece in sentence.pieces:
            if alias.kind == "arm" and piece.is_a("alone", "ending") and 0 <= piece.span.start - end <= 1:
                end = piece.span.end
            if piece.span.start >= end and piece.is_a("arm_head") and piece.span.start - end <= 1:
                end = piece.span.end
                break
        own = next((p for p in sentence.pieces if p.span == span and alias.kind == "cohort"), None)
        people = tuple(s for s in own.senses if s.lexicon == "people") if own is not None else ()
        return Piece(Span(span.start, end), (Sense(alias.kind, alias.code), *people), entity=alias.entity)


def _runs_on(piece: Piece, name: Span) -> bool:
    """Whether a role that begins with the name goes on behind it: the 'standard treatment' of the standard arm."""
    return piece.span.start == name.start and piece.span.end > name.end and piece.is_a("arm_role")


def _is_event(pieces: Sequence[Piece], span: Span, alias: Alias) -> bool:
    """Whether a group's name tells what befell people: '发生DVT 31例，DVT发病率8%' beside the DVT group."""
    ahead = next((p for p in reversed(pieces) if p.span.end <= span.start), None)
    follow = next((p for p in pieces if p.span.start >= span.end), None)
    happened = ahead is not None and (ahead.is_a("having") or ahead.is_a("occurring"))
    happened = happened and ahead is not None and not (ahead.is_a("copula") or ahead.is_a("assigned"))
    told = follow is not None and follow.is_a("outcome", "disease_incidence")
    drug = any(p.is_a("drug") for p in pieces if span.contains(p.span))
    headed = follow is not None and follow.is_a("arm_head")
    return alias.kind == "arm" and not drug and not headed and (told or happened)


def _is_part(span: Span, words: Sequence[Span]) -> bool:
    """Whether the name is only part of one of the words: the placebo of 'placebo-controlled'."""
    return any(w.contains(span) and len(w) > len(span) for w in words)


def _stems(arm: ArmEntity) -> Iterator[str]:
    """The words of an arm's names that are not its dose: the drug."""
    for name in arm.names:
        for word in name.split():
            if word.isalpha() and len(word) > 3:
                yield word


def _labels_figure(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a letter opens a bracket or a part of one, with its figure right behind: '(A, 24%; B, 15%)'."""
    if not 0 < at < len(pieces) - 2:
        return False
    opened = pieces[at - 1].is_a("open") or pieces[at - 1].is_a("semicolon")
    led = pieces[at + 1].is_a("comma") or pieces[at + 1].is_a("colon")
    return opened and led and pieces[at + 2].numeral is not None


def _arm_aliases(arms: Iterable[ArmEntity]) -> Iterable[Alias]:
    listed = list(arms)
    for arm in listed:
        for text in arm.names:
            if is_lettered(text) or text.replace(".", "").isdigit():
                continue
            plain = regex.sub(r"[\s-]+", " ", text).strip()
            yield Alias(plain, arm.id, "arm", text.lower() not in arm.sure)


def _cohort_aliases(cohorts: Iterable[CohortEntity]) -> Iterable[Alias]:
    for cohort in cohorts:
        code = "study" if cohort.is_study else ""
        for alias in cohort.aliases:
            yield Alias(regex.sub(r"[\s-]+", " ", alias.text), cohort.id, "cohort", weak=alias.weak, code=code)


def _is_backed(pieces: Sequence[Piece], span: Span, alias: Alias, found: Sequence[tuple[Span, Alias]]) -> bool:
    """Whether a head word or the size of the group follows, or another arm's name stands beside it in a list."""
    follow = [p for p in pieces if p.span.start >= span.end][:4]
    if not follow:
        return False
    past = _past_bracket(pieces, span) or follow
    if any(_runs_on(p, span) for p in pieces):
        return True
    return (
        _is_headed(follow)
        or _leads_figure(_ahead(pieces, span), follow)
        or _owns_people(pieces, span, follow)
        or past[0].is_a("arm_head")
        or _is_beside(pieces, span, alias, found, past[0])
        or _is_definite(pieces, span, follow[0])
    )


def _owns_people(pieces: Sequence[Piece], span: Span, follow: Sequence[Piece]) -> bool:
    """Whether the word for people follows a name that is more than a role: 非单纯性血尿患儿, '糖尿病32例'."""
    own = [p for p in pieces if span.contains(p.span)]
    if not own or all(p.is_a("arm_role") or p.is_a("alone") or p.is_a("drug") for p in own):
        return False
    return follow[0].is_a("people") and follow[0].span.start == span.end


def _leads_figure(ahead: Piece | None, follow: Sequence[Piece]) -> bool:
    """Whether the name labels the figure right behind it, in a bracket or a list: '(control, 12%; yoga, 15%)'."""
    listed = ahead is not None and any(ahead.is_a(k) for k in ("open", "semicolon", "versus"))
    marked = len(follow) > 1 and any(follow[0].is_a(k) for k in ("comma", "colon"))
    return listed and marked and follow[1].numeral is not None


def _is_headed(follow: Sequence[Piece]) -> bool:
    """Whether a head word, the size of the group, or a word like `treatment` follows."""
    if follow[0].is_a("open"):
        return any(p.is_a("size_mark") for p in follow[1:2])
    return follow[0].is_a("arm_head") or (follow[0].is_a("alone") and not follow[0].is_a("time_word"))


def _is_beside(
    pieces: Sequence[Piece], span: Span, alias: Alias, found: Sequence[tuple[Span, Alias]], follow: Piece
) -> bool:
    """Whether another arm is named before or behind it in the same list."""
    joints = ("and", "versus", "comma")
    others = [s for s, a in found if a.entity != alias.entity and a.kind == alias.kind]
    behind = follow.span.end
    if any(follow.is_a(k) for k in joints) and any(behind <= s.start <= behind + 6 for s in others):
        return True
    ahead = _ahead(pieces, span)
    joined = ahead is not None and any(ahead.is_a(k) for k in joints)
    return ahead is not None and joined and any(ahead.span.start - 1 <= s.end <= ahead.span.start for s in others)


def _ahead(pieces: Sequence[Piece], span: Span) -> Piece | None:
    """The piece before the name, articles aside."""
    return next((p for p in reversed(pieces) if p.span.end <= span.start and not p.is_a("article")), None)


def _past_bracket(pieces: Sequence[Piece], span: Span) -> list[Piece]:
    """The pieces behind a bracket that follows the name at once; empty where none does."""
    depth = 0
    behind = [p for p in pieces if p.span.start >= span.end]
    for i, piece in enumerate(behind):
        depth += piece.is_a("open") - piece.is_a("close")
        if depth <= 0:
            return behind[i + 1 : i + 4] if i else []
    return []


def _is_definite(pieces: Sequence[Piece], span: Span, follow: Piece) -> bool:
    """Whether a role that is no everyday word ends the phrase behind 'in the', or acts: 'the combination reduced'."""
    ahead = _ahead(pieces, span)
    article = any(p.is_a("article") and p.span.end <= span.start <= p.span.end + 1 for p in pieces)
    placed = ahead is not None and ahead.is_a("preposition") and (article or ahead.is_a("definite"))
    acts = article and (follow.is_a("change") or follow.is_a("having"))
    if not placed and not acts:
        return False
    own = [p for p in pieces if span.contains(p.span)]
    common = ("alone", "study_noun", "time_noun", "time_word", "label_noun", "outcome", "adverse_event")
    if not all(p.is_a("arm_role") and not any(p.is_a(k) for k in common) for p in own):
        return False
    return acts or any(
        follow.is_a(k) for k in ("open", "close", "comma", "stop", "semicolon", "and", "versus", "copula")
    )
