"""Rules on what must be there: scores, plans, proof, reasons, strategies, texts. Pure."""

from reports.document import fields as printed
from reports.document.facts import PlanFact
from reports.rules.case import Case
from reports.rules.days import report_month
from reports.rules.faults import fault_of
from reports.rules.finding import Fault, Place
from reports.rules.rule import Faults, rule
from reports.rules.typed.missing import as_typed, is_missing
from reports.words.answers import same_words
from reports.words.language import join_list, month_text


@rule("K01", "block", "Nilai unsur belum dimasukkan.")
def scores_missing(case: Case) -> Faults:
    if case.document.plans.results.index is None:
        yield Fault(Place(printed.ALL_SCORES), "Nilai unsur belum dimasukkan; masukkan nilai semua unsur.")


@rule("K02", "block", "Unsur prioritas belum ditetapkan.")
def no_priority(case: Case) -> Faults:
    if not case.cycle.followup.priorities:
        yield Fault(Place(printed.PRIORITIES), "Unsur prioritas belum ditetapkan; pilih unsur prioritas.")


@rule("K03", "block", "Unsur prioritas tanpa RTL.")
def priority_without_plan(case: Case) -> Faults:
    for number, priority in enumerate(case.cycle.followup.priorities, start=1):
        if not priority.plans:
            name = case.element_names[priority.element]
            yield Fault(
                Place(printed.PLANS, printed.PriorityAt(number, priority.element)),
                f"Unsur prioritas {name} belum mempunyai RTL; tambahkan RTL atau keluarkan unsur ini dari prioritas.",
                (priority.element,),
            )


@rule("K04", "warn", "RTL tanpa bulan pelaksanaan.", "running")
def plan_without_month(case: Case) -> Faults:
    for row in case.facts.plans:
        if not row.plan.months:
            yield fault_of(row, printed.PLAN_MONTHS, "RTL belum dijadwalkan; tandai bulan pelaksanaannya.")


@rule("K05", "warn", "RTL tanpa penanggung jawab.", "running")
def plan_without_unit(case: Case) -> Faults:
    for row in case.facts.plans:
        if not case.facts.responsible(row.plan):
            yield fault_of(row, printed.PLAN_UNITS, "RTL belum mempunyai penanggung jawab; pilih dahulu.")


@rule("K06", "block", "RTL berstatus Sudah tanpa bukti dukung.", "running")
def done_without_proof(case: Case) -> Faults:
    for row in case.facts.done:
        if not row.plan.evidence.proves:
            yield fault_of(
                row,
                printed.PLAN_PROOF,
                "RTL berstatus Sudah tetapi belum ada bukti dukung; tambahkan sedikitnya satu foto atau laman web "
                "atau ubah statusnya.",
            )


@rule("K07", "warn", "RTL berstatus Sudah tanpa deskripsi realisasi.", "running")
def done_without_description(case: Case) -> Faults:
    for row in case.facts.done:
        if is_missing(told := row.plan.realisation.description):
            yield fault_of(
                row,
                printed.DESCRIPTION,
                f"RTL berstatus Sudah tetapi realisasinya belum diuraikan{as_typed(told)}; isi deskripsinya.",
                *filter(None, (told,)),
            )


@rule("K08", "block", "RTL yang belum dilaksanakan tanpa alasan.", "reporting")
def open_without_reason(case: Case) -> Faults:
    """Where the strategy is missing too, it is said here: nobody has touched this plan yet."""
    for row in case.facts.open:
        reason, strategy = _reason_and_strategy(row)
        if not is_missing(reason):
            continue
        if not row.impossible and is_missing(strategy):
            message = (
                f"RTL belum dilaksanakan, sedangkan alasan dan strateginya belum diisi{as_typed(reason)}; isi "
                "keduanya, atau ubah statusnya bila sudah dilaksanakan."
            )
        else:
            message = f"RTL belum dilaksanakan dan alasannya belum diisi{as_typed(reason)}; isi alasannya."
        yield fault_of(row, printed.REASON, message)


def _reason_and_strategy(row: PlanFact) -> tuple[str | None, str | None]:
    completion = row.plan.completion
    return (completion.reason, completion.strategy) if completion else (None, None)


@rule("K09", "block", "RTL yang belum dilaksanakan tanpa strategi.", "reporting", unless=("K08",))
def open_without_strategy(case: Case) -> Faults:
    for row in case.facts.owed:
        reason, strategy = _reason_and_strategy(row)
        message = ""
        if is_missing(strategy):
            message = (
                f"RTL belum dilaksanakan dan strategi penyelesaiannya belum diisi{as_typed(strategy)}; isi strateginya."
            )
        elif same_words(strategy or "") == same_words(reason or ""):
            message = "Strategi penyelesaian sama dengan alasannya; uraikan bagaimana RTL ini akan diselesaikan."
        if message:
            yield fault_of(row, printed.STRATEGY, message)


@rule("K10", "warn", "Strategi penyelesaian tanpa batas waktu.", "reporting")
def strategy_without_target(case: Case) -> Faults:
    for row in case.facts.owed:
        completion = row.plan.completion
        if completion and completion.latest is None and not is_missing(completion.strategy):
            yield fault_of(
                row,
                printed.COMPLETED_BY,
                "Strategi belum mempunyai batas waktu; pilih bulan target selesainya.",
                completion.strategy,
            )


@rule("K60", "block", "Target penyelesaian yang mendahului laporan.", "reporting", with_examples="warn")
def target_before_report(case: Case) -> Faults:
    month = report_month(case)
    for row in case.facts.owed:
        latest = row.plan.completion.latest if row.plan.completion else None
        if month and latest and latest < month:
            yield fault_of(
                row,
                printed.COMPLETED_BY,
                f"RTL “{row.name}” ditargetkan selesai paling lambat {month_text(latest)}, "
                f"padahal laporan bertanggal {month_text(month)}; isi target yang masih akan datang.",
                latest,
                month,
            )


@rule("K59", "warn", "Strategi untuk RTL yang tidak dapat dilaksanakan.", "reporting")
def strategy_for_the_impossible(case: Case) -> Faults:
    for row in case.facts.open:
        completion = row.plan.completion
        if row.impossible and completion and not is_missing(completion.strategy):
            yield fault_of(
                row,
                printed.STRATEGY,
                "RTL berstatus tidak dapat dilaksanakan, sehingga strateginya tidak dicetak; pindahkan isinya ke "
                "alasan, atau ubah status RTL bila masih dapat dilaksanakan.",
                completion.strategy,
            )


@rule("K11", "warn", "Pemeliharaan tanpa bentuk realisasi.", "reporting")
def upkeep_without_activity(case: Case) -> Faults:
    for row in case.facts.upkeep:
        if is_missing(told := row.data.activity):
            yield fault_of(
                row,
                printed.UPKEEP_ACTIVITY,
                f"Bentuk realisasi pemeliharaan belum diisi{as_typed(told)}; uraikan apa yang dilaksanakan.",
                *filter(None, (told,)),
            )


@rule("K12", "block", "Data otomatis yang tidak dikenal dalam teks laporan.")
def unknown_placeholder(case: Case) -> Faults:
    for section in case.sections:
        if section.unknown_placeholders:
            names = join_list([f"{{{{ {name} }}}}" for name in section.unknown_placeholders])
            yield Fault(
                Place(printed.TEXT, printed.SectionAt.of(section)),
                f"Data otomatis {names} tidak dikenal atau tidak berdiri sendiri sebagai paragraf; hapus atau "
                "ganti dengan data otomatis yang tersedia.",
                section.unknown_placeholders,
            )


@rule("K13", "block", "Foto contoh dipakai sebagai bukti dukung.", "running", with_examples="warn")
def example_photos(case: Case) -> Faults:
    drawn = [str(figure.number) for figure in case.document.annex.figures if figure.is_placeholder]
    if drawn:
        yield Fault(
            Place(printed.ALL_PHOTOS),
            f"Sebanyak {len(drawn)} foto hanya gambar contoh; ganti dengan foto yang sebenarnya.",
            (len(drawn),),
        )


@rule("K38", "block", "Kunci contoh dipakai untuk menandatangani.", "reporting", with_examples="warn")
def example_key(case: Case) -> Faults:
    if case.document.signing and case.document.signing.demo:
        message = "Kunci tanda tangan ini hanya kunci contoh; pakai kunci milik penanda tangan."
        yield Fault(Place(printed.KEY), message, ("",))
