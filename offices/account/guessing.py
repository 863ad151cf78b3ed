"""How often somebody may be wrong about a password or a code, and on whose account that goes.

A browser from which the person has come in before has a counter of its own. All others share one for each
name, which may close without shutting out its owner, and one for each address on the network.
"""

from dataclasses import dataclass

from django.http import HttpRequest

from offices.account.browsers import browser_of, knows
from offices.account.throttling import Limit, address_of, give_back, take
from offices.models import User
from offices.usernames import normal_name

FIVE_MINUTES = 5 * 60
QUARTER_OF_AN_HOUR = 15 * 60
PASSWORD, CODE = "kata sandi", "kode"
TOO_OFTEN = "too_many_login_attempts"
TOO_OFTEN_FROM_HERE = "too_many_login_attempts_from_address"


@dataclass(frozen=True, slots=True)
class Count:
    """One limit and whom it counts; ``refusal`` is the code of the sentence that says it is reached."""

    limit: Limit
    who: str
    refusal: str = TOO_OFTEN


class GuessRefusedError(Exception):
    """Nothing is compared until the time of a limit is over; the text is the code of the sentence."""


@dataclass(frozen=True, slots=True)
class Guess:
    """One try, counted as wrong from its beginning, so that many at once cannot get past a limit."""

    counts: tuple[Count, ...]

    def was_right(self) -> None:
        """Only what is wrong counts."""
        for count in self.counts:
            give_back(count.limit, count.who)


def begin_guess(request: HttpRequest, name: str, what: str = PASSWORD) -> Guess:
    """Count one try at the password or code of a name, whether anybody has it or not.

    Raises GuessRefusedError where a limit is reached.
    """
    counts = _counts_for(request, normal_name(name), what)
    for number, count in enumerate(counts):
        if not take(count.limit, count.who):
            Guess(counts[:number]).was_right()
            raise GuessRefusedError(count.refusal)
    return Guess(counts)


def _counts_for(request: HttpRequest, name: str, what: str) -> tuple[Count, ...]:
    if isinstance(request.user, User) and request.user.username == name:
        return (Count(Limit(f"{what}: sudah masuk", 10, FIVE_MINUTES), str(request.user.pk)),)
    browser = browser_of(request)
    person = User.objects.filter(username=name).first() if browser.marks else None
    if person is not None and knows(browser, person):
        return (Count(Limit(f"{what}: peramban sendiri", 10, FIVE_MINUTES), f"{person.pk}:{browser.key}"),)
    return (
        Count(Limit(f"{what}: alamat", 100, QUARTER_OF_AN_HOUR), address_of(request), TOO_OFTEN_FROM_HERE),
        Count(Limit(f"{what}: peramban lain", 10, FIVE_MINUTES), name),
    )
