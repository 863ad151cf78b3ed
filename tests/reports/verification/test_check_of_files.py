"""Files as they come back from the world: handled, cut, printed, signed by others; on page and console."""

import io
import json
import subprocess
import sys
from contextlib import nullcontext
from hashlib import sha256

import pikepdf
import pytest
from django.core.management import call_command

from followups.models import FollowUp
from reports.models import Report, RetiredCode, SigningWay, State
from reports.signing.verify import Added, added_behind
from reports.verification import files as files_of_check
from reports.verification.files import compare
from tests.mass import in_full, sampled
from tests.reports.issued import CODE, files, make_report
from tests.reports.signing.authority import NOW, Authority
from tests.reports.signing.foreign import draw_over, signed_by, with_other_words, with_proofs
from tests.reports.signing.judging.judging import flipped
from tests.reports.verification.asking import at_console, on_page
from tests.reports.verification.handling import HANDLINGS, resaved
from tests.reports.verification.test_views import signed_again

OTHER_CODE = "BBBB-BBBB-BBBB-BBBB-BBBB"
HANDLED = "Berkas ini tidak dapat dicek"


@pytest.fixture
def made(survey, people):
    """``made(State.SIGNED, …)``: a version of Ngawi's report."""
    followup = FollowUp.objects.get(survey=survey)
    return lambda *args, **changes: make_report(followup, people.secretary, *args, **changes)


@pytest.fixture
def ours(made):
    """A report in force whose files are real."""
    pdf = files()
    report = made(content=pdf.signed)
    Report.objects.filter(pk=report.pk).update(prepared_sha256=sha256(pdf.prepared).hexdigest())
    return pdf


@pytest.fixture
def told(tmp_path, capsys):
    """``told(content)``: headline and tone of the page, and what the console says; both of the same file."""

    def ask(content, *options):
        page, console = on_page(content), at_console(content, tmp_path, capsys, *options)
        assert page.headline == console["headline"]
        assert (page.tone == "good") <= console["valid"]
        if page.tone != "good":
            promises_nothing(page)
        return page, console

    return ask


def promises_nothing(page):
    """A page that is not green never says that the contents are as signed."""
    assert "cocok dengan isi berkas" not in page.text.replace("tidak cocok dengan isi berkas", "")
    assert "sama persis" not in page.text
    assert "isinya tetap" not in page.text


def facts(console):
    return {name: console[name] for name in ("valid", "known", "standing", "reason")}


# --- what is green


def test_the_issued_file_is_green_and_valid(told, ours):
    page, console = told(ours.signed)
    assert (page.headline, page.tone) == ("Diterbitkan dan berlaku", "good")
    assert facts(console) == {"valid": True, "known": True, "standing": "signed", "reason": None}
    assert console["intact"] and console["signer"] == "Sri Contoh" and console["signed_at"] == NOW.isoformat()


@pytest.mark.parametrize("tail", sampled([b"\n", b"\r\n", b" ", b"  \n", b"\0" * 64, b"\n" * 64], every=4))
def test_a_line_end_added_in_transit_is_harmless_and_said_so(told, ours, tail):
    page, console = told(ours.signed + tail)
    assert (page.headline, page.tone) == ("Diterbitkan dan berlaku", "good")
    assert "baris kosong atau spasi" in page.text
    assert facts(console) == {"valid": True, "known": True, "standing": "signed", "reason": None}


@pytest.mark.prove
@pytest.mark.parametrize("tail", sampled([b"\n" * 65, b"\0" * 512, b" " * 5000, b"\0\r\n" * 40_000], every=3))
def test_padding_of_any_length_is_named_without_accusation(told, ours, tail):
    proven = with_proofs(ours.signed, [Authority().root])
    for content in (ours.signed + tail, proven + tail, ours.prepared + tail):
        page, console = told(content)
        assert (page.headline, page.tone) == ("Di belakang berkas ini ada tambahan kosong", "warn")
        assert console["reason"] == "uncheckable" and not console["valid"]
        assert "Jangan" not in page.text and "diubah" not in page.text


def test_the_issued_file_is_intact_by_its_digest_whatever_a_reader_can_say(told, made):
    made(content=b"%PDF-1.7 tidak terbaca")
    _page, console = told(b"%PDF-1.7 tidak terbaca")
    assert (console["valid"], console["intact"], console["signatures"]) == (True, True, [])


def test_a_busy_machine_says_try_again_and_accuses_nobody(ours, monkeypatch):
    monkeypatch.setattr(files_of_check, "SECONDS", 0)
    assert compare(ours.signed).is_valid and compare(ours.signed).is_intact
    for content in (with_proofs(ours.signed, [Authority().root]), with_other_words(ours.signed)):
        ruling = compare(content).ruling
        assert (ruling.tone, ruling.status) == ("warn", 1) and "Coba lagi" in ruling.sentence
        assert "diubah" not in ruling.headline + ruling.sentence


@pytest.mark.prove
def test_other_digits_of_the_same_signature_are_not_said_to_come_from_elsewhere(told, ours):
    begin = ours.signed.rindex(b"/Contents <") + 11
    end = ours.signed.index(b">", begin)
    page, _console = told(ours.signed[:begin] + ours.signed[begin:end].swapcase() + ours.signed[end:])
    assert "di luar portal" not in page.text and "tidak sama byte demi byte" in page.text


def test_the_console_says_that_it_cannot_be_checked_before_it_says_why(ours, tmp_path, capsys):
    (tmp_path / "berkas.pdf").write_bytes(ours.signed + b"\0" * 900)
    with pytest.raises(SystemExit):
        call_command("verify_pdf", str(tmp_path / "berkas.pdf"))
    assert capsys.readouterr().out.startswith("Hasil: TIDAK DAPAT DICEK. Di belakang")


def test_proofs_that_a_reader_adds_stay_green(told, ours):
    page, console = told(with_proofs(ours.signed, [Authority().root]))
    assert (page.headline, page.tone) == ("Diterbitkan dan berlaku", "good")
    assert "data pembuktian" in page.text
    assert facts(console) == {"valid": True, "known": True, "standing": "signed", "reason": None}


def test_a_report_signed_by_hand_is_green_by_its_scan_and_has_no_certificate(told, made):
    made(way=SigningWay.BY_HAND, content=b"\xff\xd8\xff pindaian")
    page, console = told(b"\xff\xd8\xff pindaian")
    assert (page.headline, page.tone) == ("Diterbitkan dan berlaku", "good")
    assert facts(console) == {"valid": True, "known": True, "standing": "signed", "reason": None}


@pytest.mark.parametrize("state", [State.SUPERSEDED, State.WITHDRAWN])
@pytest.mark.parametrize("way", sampled([SigningWay.HERE, SigningWay.BY_HAND]))
def test_a_version_that_ended_is_never_green(told, made, client, state, way):
    """By code, by file, by scan, at the console; with a line end or proofs behind it, too."""
    made(state, way=way, content=files().signed)
    assert "tone-good" not in client.get(f"/verifikasi/{CODE}/").content.decode()
    for content in (files().signed, files().signed + b"\n", with_proofs(files().signed, [Authority().root])):
        page, console = told(content)
        assert page.tone in ("warn", "bad") and page.headline.startswith("Diterbitkan, tetapi sudah")
        assert facts(console) == {"valid": False, "known": True, "standing": state.value, "reason": None}
    handled = told(resaved(files().signed))[0]
    assert handled.tone == "warn" and "Diterbitkan, tetapi sudah" in handled.text


def test_a_scan_of_two_versions_is_that_of_the_one_that_ended(told, made):
    scan = b"\xff\xd8\xff pindaian"
    made(State.WITHDRAWN, way=SigningWay.BY_HAND, content=scan)
    made(way=SigningWay.BY_HAND, code=OTHER_CODE, version=2, content=scan)
    assert told(scan)[1]["standing"] == "withdrawn"


# --- who only handled a file


@pytest.mark.parametrize("handling", sampled(HANDLINGS, every=4))
def test_who_only_handled_a_file_is_not_accused(told, ours, handling):
    page, console = told(HANDLINGS[handling](ours.signed))
    assert (page.headline, page.tone) == (HANDLED, "warn")
    assert (console["valid"], console["known"], console["reason"]) == (False, False, "uncheckable")
    assert "diubah" not in page.text and "Jangan" not in page.text
    assert "kode yang tercetak" in page.text or "Buka halaman laporan ini" in page.text


@pytest.mark.parametrize("handling", sampled(["printed", "saved again", "merged", "packed", "last pages"], every=3))
def test_the_code_in_what_was_handled_leads_to_its_report(told, ours, handling):
    page, console = told(HANDLINGS[handling](ours.signed))
    assert (console["code"], console["standing"]) == (CODE, "signed")
    assert f'href="/verifikasi/{CODE}/"' in page.text


@pytest.mark.prove
def test_each_handling_is_called_by_its_name(told, ours):
    for handling, words in (
        ("locked", "dikunci dengan kata sandi"),
        ("packed", "lampiran"),
        ("jpeg", "gambar"),
        ("scanned", "gambar"),
        ("first pages", "bermula dari laporan SKM"),
    ):
        assert words in told(HANDLINGS[handling](ours.signed))[0].text, handling


@in_full
def test_a_file_cut_anywhere_is_incomplete(told, ours, in_full):
    """At shares of its length, right behind each object and at its very end."""
    length, begun = len(ours.signed), len(ours.prepared)
    places = {int(length * share) for share in (0.01, 0.2, 0.5, 0.9, 0.99)}
    places |= {begun + 1, begun + 40, begun + 300, begun + 3000, length - 1, length - 2, length - 6, length - 12}
    for place in sorted(places)[:: 1 if in_full else 4]:
        page, console = told(ours.signed[:place])
        assert (page.headline, page.tone) == ("Berkas ini tidak lengkap", "warn"), place
        assert facts(console)["reason"] == "incomplete" and not console["known"], place
        assert "diubah" not in page.text


def test_proofs_that_were_cut_in_transit_make_a_file_incomplete_and_not_changed(told, ours):
    longer = with_proofs(ours.signed, [Authority().root])
    for place in (len(ours.signed) + 30, len(longer) - 8):
        assert told(longer[:place])[1]["reason"] == "incomplete"


# --- what is changed, and what is unknown


def test_what_was_changed_is_told_as_changed(told, ours):
    for content in (with_other_words(ours.signed), ours.signed + b"% lain\n", flipped(ours.signed, 5000)):
        page, console = told(content)
        assert page.tone == "bad" and console["reason"] == "changed" and not console["known"]
        assert "bukan tentang berkas Anda" in page.text


def test_a_strangers_signature_is_never_green(told, ours, tmp_path):
    """Whoever issued the certificate, and although the console trusts that authority."""
    stranger = Authority("Otoritas Lain")
    (tmp_path / "lain.pem").write_bytes(stranger.pem)
    key, own = stranger.issue("Orang Lain")
    with_page = signed_by(ours.signed, key, own, before=draw_over)
    for content in (signed_again(ours.signed), with_page, signed_by(resaved(ours.prepared), key, own)):
        page, console = told(content, "--trust", str(tmp_path / "lain.pem"))
        assert page.tone in ("warn", "bad")
        assert not console["valid"] and not console["known"]


@pytest.mark.parametrize("trusted", [True, False])
def test_a_file_of_strangers_is_valid_only_by_a_trusted_certificate_and_never_green(told, db, tmp_path, trusted):
    stranger = Authority("Otoritas Lain")
    (tmp_path / "lain.pem").write_bytes((stranger if trusted else Authority("Otoritas Lain")).pem)
    letter = signed_by(picture_pdf(), *stranger.issue("Orang Lain"))
    page, console = told(letter, "--trust", str(tmp_path / "lain.pem")) if not trusted else (on_page(letter), None)
    assert page.tone in ("info", "warn") and page.headline == "Berkas ini bukan laporan dari portal ini"
    if not trusted:
        assert facts(console) == {"valid": False, "known": False, "standing": None, "reason": "unknown"}


def picture_pdf():
    target = io.BytesIO()
    with pikepdf.new() as whole:
        whole.add_blank_page()
        whole.save(target)
    return target.getvalue()


def test_a_trusted_letter_of_strangers_is_valid_at_the_console(db, tmp_path, capsys):
    stranger = Authority("Otoritas Lain")
    (tmp_path / "lain.pem").write_bytes(stranger.pem)
    letter = signed_by(picture_pdf(), *stranger.issue("Orang Lain"))
    console = at_console(letter, tmp_path, capsys, "--trust", str(tmp_path / "lain.pem"))
    assert facts(console) == {"valid": True, "known": False, "standing": None, "reason": None}


@pytest.mark.prove
def test_only_what_carries_a_signature_that_holds_is_called_intact(db, tmp_path, capsys):
    letter = signed_by(picture_pdf(), *Authority("Otoritas Lain").issue("Orang Lain"))
    said = [
        at_console(content, tmp_path, capsys)["intact"] for content in (letter, flipped(letter, 9, 0x20), picture_pdf())
    ]
    assert said == [True, False, False]


def test_an_unsigned_file_of_strangers_is_unknown(told, ours):
    page, console = told(picture_pdf())
    assert page.headline == "Berkas ini bukan laporan dari portal ini"
    assert facts(console) == {"valid": False, "known": False, "standing": None, "reason": "unknown"}
    assert compare(picture_pdf()).case.trusted is False  # nobody vouches where nobody signed


# --- what was to be signed


def test_the_prepared_file_is_known_and_not_valid(told, ours, made):
    page, console = told(ours.prepared)
    assert (page.headline, page.tone) == ("Berkas ini belum ditandatangani", "warn")
    assert facts(console) == {"valid": False, "known": True, "standing": "prepared", "reason": None}


def test_the_prepared_file_signed_by_anybody_is_not_official(told, ours):
    key, own = Authority("Otoritas Lain").issue("Orang Lain")
    signed = signed_by(ours.prepared, key, own, "TandaTangan", existing=True)
    assert added_behind(signed, len(ours.prepared)) == Added.SIGNATURE
    page, console = told(signed)
    assert (page.headline, page.tone) == ("Berkas ini bukan berkas resmi portal", "warn")
    assert facts(console) == {"valid": False, "known": False, "standing": "prepared", "reason": "unknown"}


@pytest.mark.prove
def test_a_prepared_file_that_a_service_wrote_anew_and_signed_is_not_accused(told, made):
    made(State.PREPARED)
    signed = signed_by(resaved(files().prepared), *Authority("Otoritas Lain").issue("Orang Lain"))
    page, console = told(signed)
    assert (page.headline, page.tone) == ("Berkas ini bukan berkas resmi portal", "warn")
    assert facts(console) == {"valid": False, "known": False, "standing": "prepared", "reason": "unknown"}


def test_a_file_that_went_back_to_draft_never_was_official(told, made):
    RetiredCode.objects.create(report=made(code=OTHER_CODE), code=CODE)
    for content in (files().prepared, files().signed):
        page, console = told(content)
        assert (page.headline, page.tone) == ("Berkas ini tidak pernah menjadi laporan resmi", "bad")
        assert facts(console) == {"valid": False, "known": False, "standing": "returned", "reason": "unknown"}


# --- the certificate is another matter


@pytest.mark.prove
def test_the_certificate_has_a_line_of_its_own(told, ours, settings, tmp_path):
    page, _console = told(ours.signed)
    assert "Sertifikat: penerbit tidak terdaftar di portal ini." in page.text
    bundle = tmp_path / "otoritas.pem"
    bundle.write_bytes(ours.root)
    settings.SIGNING_TRUST = str(bundle)
    assert "Sertifikat: tidak tersertifikasi; penerbitnya terdaftar di portal ini." in told(ours.signed)[0].text
    Report.objects.update(way=SigningWay.ELSEWHERE)
    assert "Sertifikat: tersertifikasi; penerbitnya terdaftar di portal ini." in told(ours.signed)[0].text
    settings.OWN_AUTHORITIES = ["Otoritas Uji"]
    assert "Sertifikat: tidak tersertifikasi" in told(ours.signed)[0].text


def test_a_certificate_out_of_its_time_leaves_the_report_as_it_is(client, made):
    report = made()
    Report.objects.filter(pk=report.pk).update(signer=report.signer | {"not_valid_at_signing": True})
    page = client.get(f"/verifikasi/{CODE}/").content.decode()
    assert "Diterbitkan dan berlaku" in page and "Sertifikat: tidak berlaku saat menandatangani." in page


@pytest.mark.prove
def test_page_and_console_say_the_same(told, ours, tmp_path, capsys):
    for content in (ours.signed, ours.prepared, resaved(ours.signed), ours.signed[:9000], b"halo"):
        page, console = told(content)
        (tmp_path / "berkas.pdf").write_bytes(content)
        with pytest.raises(SystemExit) if not console["valid"] else nullcontext():
            call_command("verify_pdf", str(tmp_path / "berkas.pdf"))
        said = capsys.readouterr().out
        assert page.headline in said
        assert said.splitlines()[1] in page.text


@pytest.mark.prove
def test_without_a_database_a_file_with_a_code_is_not_called_valid(ours, tmp_path):
    """Nobody can say then whether it was withdrawn."""
    (tmp_path / "berkas.pdf").write_bytes(ours.signed)
    (tmp_path / "otoritas.pem").write_bytes(ours.root)
    command = [
        "manage.py",
        "verify_pdf",
        str(tmp_path / "berkas.pdf"),
        "--json",
        "--trust",
        str(tmp_path / "otoritas.pem"),
    ]
    environment = {"DEBUG": "1", "PATH": "/usr/bin:/bin", "DATABASE_URL": f"sqlite:///{tmp_path}/none/none.sqlite3"}
    ran = subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)
    told = json.loads(ran.stdout)
    assert ran.returncode == 1 and told["reason"] == "uncheckable" and "Basis data" in told["error"]


def test_revocation_and_the_ministry_are_told_of_in_one_sentence_each(client, db, settings):
    settings.MINISTRY_CHECK_URL = "https://tte.contoh.go.id/verifyPDF"
    page = " ".join(client.get("/verifikasi/").content.decode().split())
    assert '<a href="https://tte.contoh.go.id/verifyPDF" rel="noreferrer">tte.contoh.go.id/verifyPDF</a>' in page
    assert "tanda tangan yang tidak tersertifikasi tidak ditemukan di sana" in page
    assert "tidak menanyakan kepada penerbitnya apakah sebuah sertifikat sudah dicabut" in page
