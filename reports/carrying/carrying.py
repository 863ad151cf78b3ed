"""What a cycle may take from the last one, texts too, and the verb that takes what was chosen, all or nothing."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from followups.carrying.continuing import add_priorities, carry_upkeep, continue_plan, take_signatory
from followups.carrying.offers import Offer, Offers, offers_of
from followups.models import ActionPlan, Upkeep
from offices.declining import Declined, Overtaken
from offices.models import User
from reports.document.facts import facts_of
from reports.document.gather import source_of
from reports.document.sections import name_of
from reports.editing.narratives import own_texts
from reports.editing.takeover import EarlierTexts, earlier_texts, fingerprint, take_over
from surveys.locking import open_cycle
from surveys.models import Survey

NOTHING = "Belum ada yang dipilih. Centang sekurang-kurangnya satu."
TEXT = "teks-"


@dataclass(frozen=True, slots=True)
class Brought:
    """What there is to take: ``texts`` are of ``texts_of``, which may be an earlier cycle than that of the rest.

    ``seen`` is another one as soon as anything of it changed, here or there.
    """

    offers: Offers
    texts: tuple[Offer, ...]
    texts_of: Survey | None
    seen: str

    @property
    def takeable(self) -> tuple[str, ...]:
        """The keys of all that can be taken now."""
        return tuple(offer.key for offer in self._all() if not offer.obstacle)

    @property
    def gaining(self) -> tuple[str, ...]:
        """Of these, what takes the place of nothing that was written here."""
        return tuple(offer.key for offer in self._all() if not offer.obstacle and not offer.replaces)

    @property
    def proposed(self) -> tuple[str, ...]:
        """What is ticked while nobody has chosen."""
        return tuple(offer.key for offer in self._all() if offer.proposed and not offer.obstacle)

    def _all(self) -> Iterator[Offer]:
        offers = self.offers
        yield from (*offers.plans, *offers.priorities, *offers.upkeep, *offers.signatory, *self.texts)


def brought_to(survey: Survey) -> Brought | None:
    """What the last cycle has for this one; None where there was none."""
    offers = offers_of(survey)
    if offers is None:
        return None
    earlier = earlier_texts(survey)
    present = own_texts(survey)
    texts = tuple(_texts(present, earlier)) if earlier else ()
    seen = sha256(repr((offers, texts, sorted(present.items()))).encode()).hexdigest()
    return Brought(offers, texts, earlier.survey if earlier else None, seen)


def _texts(present: dict[str, str], earlier: EarlierTexts) -> Iterator[Offer]:
    for key, text in earlier.texts.items():
        yield Offer(
            key=f"{TEXT}{key}",
            title=name_of(key),
            facts=(("Teks", text),),
            note="Menggantikan teks sendiri yang sekarang." if key in present else "",
            obstacle="Sama dengan teks periode ini." if present.get(key) == text else "",
            proposed=key not in present,
            replaces=key in present,
        )


def carry_over(survey: Survey, actor: User, chosen: Collection[str], seen: str) -> int:
    """Take what was chosen, by its keys; says how many things were taken.

    Raises Overtaken where ``seen`` is not what there is now, Declined where nothing was chosen that can be taken, or as
    the verbs of the single things do.
    """
    with open_cycle(survey) as held:
        brought = brought_to(held)
        if brought is None or brought.seen != seen:
            raise Overtaken
        wanted = [key for key in brought.takeable if key in chosen]
        if not wanted:
            raise Declined(NOTHING)
        elements = (key.removeprefix("unsur-") for key in wanted if key.startswith("unsur-"))
        add_priorities(held, actor, elements)
        for take in _verbs(held, actor, brought, wanted):
            take()
        texts = [key.removeprefix(TEXT) for key in wanted if key.startswith(TEXT)]
        earlier = earlier_texts(held) if texts else None
        if earlier:
            now = fingerprint(own_texts(held), earlier.texts)
            take_over(held, actor, texts, now, facts_of(source_of(held)))
    return len(wanted)


def _verbs(held: Survey, actor: User, brought: Brought, wanted: Collection[str]) -> Iterator[Callable[[], object]]:
    """What is done for the plans, the upkeep and the signatory that were chosen, in the order of the last cycle."""
    plans = ActionPlan.objects.filter(pk__in=_numbers("rtl-", wanted))
    upkeep = Upkeep.objects.filter(pk__in=_numbers("pemeliharaan-", wanted))
    yield from (partial(continue_plan, held, actor, plan) for plan in plans)
    yield from (partial(carry_upkeep, held, actor, row) for row in upkeep.select_related("element"))
    for offer in brought.offers.signatory:
        if offer.key in wanted:
            yield partial(take_signatory, held, actor, brought.offers.origin)


def _numbers(prefix: str, wanted: Collection[str]) -> list[int]:
    return [int(key.removeprefix(prefix)) for key in wanted if key.startswith(prefix)]
