"""What scores rest on: kept, shown on the survey page and in the trail; and the mapping that is offered again."""

import re
from decimal import Decimal
from html import unescape

import pytest

from offices.models import AuditEvent
from surveys.models import ScoreBasis, ServiceResult, Survey, UsualMapping
from surveys.workbooks.inquiry import AS_USUAL
from tests.conftest import make_survey
from tests.followups.test_views_survey import filled
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import CODES, NAMES, numbered
from tests.surveys.workbooks.test_reading import ANSWERS, P16, SIXTEEN
from tests.surveys.workbooks.test_views import upload

PAGE = "/skm/3521/2025-S1/berkas/"
SURVEY = "/skm/3521/2025-S1/"
FILE = ("skm.csv", separated([["No", *P16], *[[at, *row] for at, row in enumerate(SIXTEEN, 1)]]))
FORM = {"jawab-form": "skm-2025-tatap-muka"}
B = {"jawab-mapping": "B", "jawab-method": "questions"}


def text_of(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.fixture
def admin(people, survey, as_user):
    return as_user(people.admin)


@pytest.fixture
def send(admin):
    """``send(**answers)``: the page after the file was sent with them; with ``accept``, what it shows is taken."""

    def post(accept=False, address=PAGE, file=FILE, **more):
        page = admin.post(address, upload(file) | more).content.decode()
        if not accept:
            return page
        mark = re.search(r'name="terima"\s+value="(\w+)"', page)[1]
        remembered = {"ingat": "1"} if accept == "ingat" else {}
        return admin.post(address, upload(file) | more | {"terima": mark} | remembered)

    return post


def basis():
    return ScoreBasis.objects.select_related("questionnaire", "mapping").get()


def test_a_survey_keeps_form_mapping_method_digest_who_and_when(send, people):
    send(accept=True, **FORM, **B)
    row = basis()
    assert (row.kind, row.questionnaire.key, row.mapping.key, row.method) == (
        "answers",
        "skm-2025-tatap-muka",
        "B",
        "questions",
    )
    assert [len(digest) for digest in row.digests] == [64]
    assert row.actor == people.admin and row.taken_at is not None


def test_it_stands_on_the_page_of_the_survey_and_in_the_trail(send, admin):
    send(accept=True, **FORM, **B)
    page = admin.get(SURVEY).content.decode()
    told = (
        "Dasar nilai: jawaban responden dari berkas; Kuesioner SKM 16 pertanyaan (tatap muka), pemetaan B "
        "(Pungutan dan percaloan pada perilaku), IKM dari rata-rata semua pertanyaan. Oleh Admin, "
    )
    assert told in text_of(page) and basis().digests[0] in page
    trail = text_of(admin.get("/riwayat/3521/").content.decode())
    assert "IKM dari rata-rata semua pertanyaan" in trail and basis().digests[0] in trail
    assert AuditEvent.objects.get(action="survey.import").after["mapping"] == "B"


def test_the_same_scores_with_another_mapping_are_a_change(send):
    same = ("skm.csv", separated([["No", *P16], *[[at, *[3] * 16] for at in range(1, 9)]]))
    send(accept=True, file=same, **FORM, **B)
    send(accept=True, file=same, **FORM, **B)
    assert AuditEvent.objects.filter(action="survey.import").count() == 1
    send(accept=True, file=same, **FORM, **(B | {"jawab-mapping": "A"}))
    assert AuditEvent.objects.filter(action="survey.import").count() == 2 and basis().mapping.key == "A"


def test_typed_scores_rest_on_typing_and_what_is_typed_besides_changes_nothing(send, admin):
    send(accept=True, **FORM, **B)
    kept = {f"score_{row.element.key}": str(row.score) for row in Survey.objects.get().scores.select_related("element")}
    admin.post(SURVEY, filled(**kept, respondents="120"))
    assert Survey.objects.get().respondents == 120 and basis().kind == "answers"
    admin.post(SURVEY, filled(**kept) | {"score_waktu": "3,11"})
    row = basis()
    assert (row.kind, row.questionnaire, row.mapping, row.method, row.digests) == ("typed", None, None, "", [])
    page = text_of(admin.get(SURVEY).content.decode())
    assert "Dasar nilai: diketik. Oleh Admin, " in page
    event = AuditEvent.objects.filter(action="survey.change").order_by("pk").last()
    assert event.after["basis"] == "diketik" and "Kuesioner SKM 16" in event.before["basis"]


OF_SERVICES = [["No", "Jenis Layanan", *NAMES], [1, "KTP", *[3] * 9], [2, "KK", *[4] * 9], [3, "KTP", *[4] * 9]]
WARNED = "Bila nilai unsur diketik ulang, semua yang berasal dari berkas nilai dihapus"


@pytest.mark.prove
def test_results_per_service_go_with_the_scores_that_are_typed_over_and_not_before(send, admin):
    send(accept=True, file=("layanan.csv", separated(OF_SERVICES)))
    kept = {f"score_{row.element.key}": str(row.score) for row in Survey.objects.get().scores.select_related("element")}
    assert WARNED in text_of(admin.get(SURVEY).content.decode())
    admin.post(SURVEY, filled(**kept, respondents="120"))
    assert ServiceResult.objects.count() == 2
    admin.post(SURVEY, filled(**kept) | {"score_waktu": "3,11"})
    assert not ServiceResult.objects.exists()
    event = AuditEvent.objects.filter(action="survey.change").order_by("pk").last()
    assert event.before["services"] == {"KTP": 2, "KK": 1} and event.after["services"] == {}
    page = text_of(admin.get(SURVEY).content.decode())
    assert "Hasil per layanan" not in page and WARNED not in page
    send(accept=True, file=("layanan.csv", separated(OF_SERVICES)))
    assert ServiceResult.objects.count() == 2


def test_a_survey_of_whose_scores_nothing_is_known_says_nothing(admin):
    page = text_of(admin.get(SURVEY).content.decode())
    assert "Instrumen: Peraturan Menteri PANRB Nomor 14 Tahun 2017." in page and "Dasar nilai" not in page


@pytest.mark.prove
def test_what_was_answered_about_the_file_is_kept(send, admin):
    file = ("u.csv", separated([["No", *CODES], *numbered(ANSWERS)]))
    send(accept=True, file=file, **{"jawab-U8": "pengaduan"})
    assert basis().settled == {"U8": "pengaduan"}
    assert "Unsur ke-8: Penanganan Pengaduan, Saran dan Masukan." in text_of(admin.get(SURVEY).content.decode())


@pytest.mark.prove
def test_the_index_by_questions_is_one_everywhere(send, admin):
    by_elements, shown = (
        re.search(r"IKM (\d+,\d\d)", text_of(send(**FORM, **(B | {"jawab-method": method}))))[1]
        for method in ("elements", "questions")
    )
    assert by_elements != shown
    send(accept=True, **FORM, **B)
    mean = Decimal(sum(map(sum, SIXTEEN))) / (16 * len(SIXTEEN)) * 25
    assert Decimal(shown.replace(",", ".")) == mean.quantize(Decimal("0.01"))
    Survey.objects.update(declared_index=None)
    computed = re.search(r"(\d+,\d\d) IKM hasil perhitungan", text_of(admin.get(SURVEY).content.decode()))[1]
    assert computed == shown
    assert shown in text_of(admin.get("/skm/").content.decode())
    assert shown in text_of(admin.get("/laporan/3521/2025-S1/").content.decode())
    typed = {f"score_{row.element.key}": "3,00" for row in Survey.objects.get().scores.select_related("element")}
    assert "75,00 IKM hasil perhitungan" in text_of(admin.get(f"{SURVEY}hitung/", typed).content.decode())


# --- what is offered again


def test_what_was_chosen_last_is_offered_and_said(send):
    send(accept="ingat", **FORM, **B)
    page = send(**FORM)
    assert "Perlu jawaban Anda" not in page
    told = "Seperti pilihan terakhir satuan kerja ini: pemetaan B: Pungutan dan percaloan pada perilaku dan IKM dari"
    assert told in text_of(page)


@pytest.mark.prove
def test_what_is_offered_can_be_declined_and_chosen_anew(send):
    send(accept="ingat", **FORM, **B)
    asked = send(**FORM, **{f"jawab-{AS_USUAL}": "tidak"})
    assert 'name="jawab-mapping"' in asked and 'name="jawab-method"' in asked and "Simpan nilai ini" not in asked
    other = {f"jawab-{AS_USUAL}": "tidak", "jawab-mapping": "A", "jawab-method": "elements"}
    send(accept="ingat", **FORM, **other)
    assert UsualMapping.objects.get().mapping.key == "A" and basis().mapping.key == "A"


@pytest.mark.prove
def test_what_is_not_to_be_offered_is_not(send):
    send(accept=True, **FORM, **B)
    assert not UsualMapping.objects.exists() and "Perlu jawaban Anda" in send(**FORM)


@pytest.mark.prove
def test_it_is_remembered_of_one_form_and_one_office(send, people, as_user, magetan):
    send(accept="ingat", **FORM, **B)
    assert "Perlu jawaban Anda" in send(**{"jawab-form": "skm-2025-elektronik"})
    make_survey(magetan)
    page = as_user(people.stranger).post("/skm/3520/2025-S1/berkas/", upload(FILE) | FORM).content.decode()
    assert "Perlu jawaban Anda" in page


@pytest.mark.prove
def test_a_mapping_that_the_form_no_longer_has_is_asked(send, survey):
    send(accept="ingat", **FORM, **B)
    ScoreBasis.objects.all().delete()
    UsualMapping.objects.get().mapping.delete()
    assert "Simpan nilai ini" in send(**FORM, **{"jawab-method": "questions"})  # one mapping is left
    assert "Seperti pilihan terakhir" not in send(**FORM, **{"jawab-method": "questions"})


def test_a_form_with_one_mapping_and_method_offers_nothing(send):
    file = ("u.csv", separated([["No", *CODES], *numbered(ANSWERS)]))
    assert 'name="ingat"' not in send(file=file, **{"jawab-U8": "sarana"})
