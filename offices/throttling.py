"""How often one address on the network may ask for what costs the server something; counted in the cache.

Log-ins are counted by the library that handles them, per user name.
"""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone


def is_within(request: HttpRequest, what: str, most: int, seconds: int) -> bool:
    """Count this request; False where the address has asked more than ``most`` times in this stretch of time.

    An office, or a whole ministry, may share one address: let ``most`` be generous.
    """
    stretch = int(timezone.now().timestamp()) // seconds
    key = f"throttle:{what}:{get_adapter().get_client_ip(request)}:{stretch}"
    cache.add(key, 0, 2 * seconds)
    try:
        return int(cache.incr(key)) <= most
    except ValueError:  # swept from the cache between the two: nobody can say, so nobody is refused
        return True
