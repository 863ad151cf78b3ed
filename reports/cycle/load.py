"""A checked Cycle into the portal, whole or not at all; rows.py writes the rows, pictures.py the photos."""

from dataclasses import dataclass
from dataclasses import replace as with_values

from django.db import IntegrityError, transaction

from followups.evidence.photos import NormalisedPhoto
from followups.models import FollowUp
from offices import audit
from offices.models import Office, User, known_code
from offices.stored import NotKept
from reports.cycle.continued import continued_faults
from reports.cycle.earlier import brought_reports, earlier_faults, write_earlier
from reports.cycle.faults import CycleFault, CycleFaults, refusal
from reports.cycle.model import Cycle
from reports.cycle.office import office_faults, save_office, save_services
from reports.cycle.pictures import FileReader, StoredFile, figures_of, read_photos, store_photos
from reports.cycle.publications import brought_proofs, publication_faults, write_publications
from reports.cycle.rows import write_rows
from reports.cycle.visits import visit_faults
from reports.models import FROZEN, Report
from surveys.models import Lock, Survey
from surveys.periods import of_period


def load_cycle(
    cycle: Cycle,
    file_of: FileReader,
    *,
    replace: bool = False,
    placeholders: bool = False,
    without_reports: bool = False,
    actor: User | None = None,
) -> Survey:
    """Bring a parsed cycle into the portal and return its survey.

    ``file_of`` gives the bytes of a photo or report by its file name, None if it is absent. With ``replace`` the
    cycle of that office and period gives way; with ``placeholders`` a picture is drawn for each absent photo, and
    ``without_reports`` does without absent signed reports of earlier periods. Raises CycleFaults with every
    fault, and then nothing has changed.
    """
    office = cycle.office
    parent = with_values(office.parent, code=known_code(office.parent.code)) if office.parent else None
    cycle = with_values(cycle, office=with_values(office, code=known_code(office.code), parent=parent))
    ready, photo_faults = read_photos(figures_of(cycle), file_of, placeholders=placeholders)
    reports, report_faults = brought_reports(cycle.earlier, file_of, without=without_reports)
    proofs, proof_faults = brought_proofs(cycle.followup.publications, file_of, without=placeholders)
    faults = _portal_faults(cycle, reports, replace=replace) + photo_faults + report_faults + proof_faults
    if faults:
        raise CycleFaults(faults)
    try:
        files = store_photos(cycle.office.code, ready)
        return _write(cycle, CycleFiles(files, reports, proofs), replace=replace, actor=actor)
    except NotKept as away:
        raise refusal("", str(away)) from away
    except IntegrityError as error:
        raise refusal("", "data portal berubah ketika berkas dimuat; muat sekali lagi") from error


@dataclass(frozen=True, slots=True)
class CycleFiles:
    """The files of a cycle by their names in it: evidence, reports of earlier periods, proofs of publications."""

    photos: dict[str, StoredFile]
    reports: dict[str, bytes]
    proofs: dict[str, NormalisedPhoto]


@transaction.atomic
def _write(cycle: Cycle, files: CycleFiles, *, replace: bool, actor: User | None) -> Survey:
    """Check once more under the locks of the office and its cycle, then write."""
    Office.objects.select_for_update().filter(code=cycle.office.code).first()
    old = _existing(cycle, lock=True)
    if faults := _portal_faults(cycle, files.reports, replace=replace):
        raise CycleFaults(faults)
    office = save_office(cycle.office, cycle.signatory)
    save_services(office, cycle.office.services, replace=replace)
    write_earlier(office, cycle.earlier, files.reports)
    survey = write_rows(cycle, office, old, files.photos)
    write_publications(FollowUp.objects.get(survey=survey), cycle.followup.publications, files.proofs)
    counts = {"rtl": len(cycle.followup.plans), "foto": len(files.photos)}
    counts |= {"publikasi": len(cycle.followup.publications)} if cycle.followup.publications else {}
    counts |= {"periode sebelumnya": len(cycle.earlier)} if cycle.earlier else {}
    audit.record(actor, "cycle.replace" if old else "cycle.load", survey, office, after=counts)
    return survey


def _portal_faults(cycle: Cycle, reports: dict[str, bytes], *, replace: bool) -> list[CycleFault]:
    """What in the portal stands against this cycle."""
    faults = office_faults(cycle.office, replace=replace)
    faults += earlier_faults(cycle.office.code, cycle.earlier, reports, replace=replace)
    survey = _existing(cycle)
    faults += continued_faults(cycle, survey)
    faults += visit_faults(cycle)
    there = FollowUp.objects.filter(survey=survey).first() if survey else None
    faults += publication_faults(cycle.office.code, cycle.followup.publications, there)
    if survey is None:
        return faults
    name = f"siklus {cycle.office.code} {cycle.survey.period}"
    if not replace:
        faults.append(
            CycleFault("survey", f"{name} sudah ada; seharusnya siklus baru, kecuali dimuat dengan --replace")
        )
    elif survey.lock != Lock.OPEN or Report.objects.filter(followup__survey=survey, state__in=FROZEN).exists():
        faults.append(CycleFault("survey", f"{name} sudah disiapkan atau ditandatangani, sehingga tidak dapat diganti"))
    return faults


def _existing(cycle: Cycle, *, lock: bool = False) -> Survey | None:
    surveys = Survey.objects.select_for_update(of=("self",)) if lock else Survey.objects.all()
    return surveys.filter(office__code=cycle.office.code, **of_period(cycle.survey.period)).first()
