"""The verbs for the respondents' profile of a survey: read it, write it, save what was typed."""

from offices.audit import record
from offices.declining import Declined
from offices.models import User
from surveys.locking import open_results
from surveys.models import ProfileCount, Survey
from surveys.profiles import Profile, excess, in_order, told


def profile_of(survey: Survey) -> dict[str, dict[str, int]]:
    """How many respondents each class has, by margin; both in their order; one query."""
    found: dict[str, dict[str, int]] = {}
    for margin, category, count in survey.profile.values_list("margin", "category", "count"):
        found.setdefault(margin, {})[category] = count
    return in_order(found)


def write_profile(survey: Survey, profile: Profile) -> None:
    """Put these counts in place of those that a survey has, for who holds it.

    Raises Declined where a margin counts more people than there are respondents, by margin.
    """
    if faults := excess(profile, survey.respondents):
        raise Declined(faults)
    survey.profile.all().delete()
    ProfileCount.objects.bulk_create(
        ProfileCount(survey=survey, margin=margin, category=category, count=count)
        for margin, counts in in_order(profile).items()
        for category, count in counts.items()
    )


def save_profile(survey: Survey, actor: User, profile: Profile) -> None:
    """Save what was typed, as ``write_profile``; the same counts again are no event.

    Raises CycleLockedError unless the cycle is a draft.
    """
    with open_results(survey) as held:
        before = profile_of(held)
        if before == in_order(profile):
            return
        write_profile(held, profile)
        record(actor, "survey.profile", held, held.office, before=told(before), after=told(profile))
