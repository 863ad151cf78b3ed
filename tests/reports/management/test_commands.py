"""check_report and render_report as a person at a console meets them."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from pypdf import PdfReader

from followups.models import EvidencePhoto
from followups.months import Month
from reports.cycle.load import load_cycle
from tests.make_cycle import make_cycle, make_followup, make_plan
from tests.mass import sampled
from tests.reports.rules.clean import changed, clean
from tests.reports.shapes import bare, mixed, of, young

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def load(cycle):
    return load_cycle(cycle, lambda _name: None, placeholders=True)


def check(capsys, *options):
    """What check_report prints, and its exit code."""
    code = 0
    try:
        call_command("check_report", "9901", "2025-S1", *options)
    except SystemExit as stopped:
        code = stopped.code
    return capsys.readouterr().out, code


def test_a_report_without_faults_passes_in_silence(capsys):
    whole = changed(clean(), "followup.priorities.0.plans.1.realisation.status", "impossible")
    load(changed(whole, "followup.priorities.0.plans.1.completion.strategy", None))
    EvidencePhoto.objects.update(is_placeholder=False)
    assert check(capsys) == ("", 0)
    assert check(capsys, "--json") == ("[]\n", 0)


def test_a_young_cycle_hears_only_of_its_beginning_but_at_signing_of_all(capsys):
    young_window = {"start": Month(2999, 1), "end": Month(2999, 6), "report_month": None}
    load(replace(bare(), followup=replace(bare().followup, **young_window)))
    rules = [
        {line.split()[0] for line in check(capsys, *options)[0].splitlines()} for options in ([], ["--at-signing"])
    ]
    assert "K08" not in rules[0]
    assert rules[0] < rules[1]
    assert {"K04", "K08"} <= rules[1]


def test_a_fault_that_blocks_makes_it_fail(capsys):
    load(young())
    out, code = check(capsys)
    assert code == 1
    assert out.splitlines()[0] == (
        "K01 block Bab II, Tabel 2.1, Nilai: Nilai unsur belum dimasukkan; masukkan nilai semua unsur."
    )


def test_a_warning_alone_does_not(capsys):
    load(make_cycle(followup=make_followup((of("waktu", make_plan(status="in_progress", months=())),))))
    out, code = check(capsys)
    assert (out.split()[:2], code) == (["K04", "warn"], 0)


def test_json_has_one_entry_for_each_place_and_says_the_same(capsys):
    load(bare())
    lines, _code = check(capsys)
    out, code = check(capsys, "--json")
    found = json.loads(out)
    assert code == 1
    assert [f"{f['id']} {f['severity']} {f['place']}: {f['message']}" for f in found] == lines.splitlines()
    assert all(set(finding) == {"id", "severity", "place", "message"} for finding in found)
    assert [f["place"] for f in found if f["id"] == "K04"] == [
        "Bab II, Tabel 2.2, nomor 1 a, Waktu",
        "Bab II, Tabel 2.2, nomor 1 b, Waktu",
    ]


def test_the_ledger_says_of_each_number_and_name_of_a_text_what_the_data_say(capsys):
    text = "IKM {{ periode }} sebesar **87,19**. Responden berjumlah 12 orang. Gedung 40 meter dibuka 3 Maret 1987."
    load(changed(clean(), "narrative", {"1.1": text}))
    out, code = check(capsys, "--ledger", "--json")
    rows = json.loads(out)
    assert code == 0
    assert all(set(row) == {"place", "text", "verdict", "value"} for row in rows)
    place = "Teks laporan, 1.1 Latar Belakang"
    assert [tuple(row.values()) for row in rows if row["place"] == place] == [
        (place, "87,19", "right", None),
        (place, "12", "wrong", "280"),
        (place, "40", "unknown", None),
        (place, "3 Maret 1987", "unknown", None),
    ]
    lines, code = check(capsys, "--ledger")
    assert code == 0
    assert f"  {place}: 12 (menurut data: 280)" in lines.splitlines()
    heads = [line for line in lines.splitlines() if not line.startswith(" ")]
    counts = {verdict: sum(row["verdict"] == verdict for row in rows) for verdict in ("wrong", "unknown", "right")}
    assert heads == [
        f"Bertentangan dengan data: {counts['wrong']}",
        f"Tidak dapat diperiksa portal: {counts['unknown']}",
        f"Sesuai data: {counts['right']}",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    sampled(
        [
            ("Pelatihan dibuka Bapak Budi Hartono, S.Sos. dari Ombudsman.", ["Bapak Budi Hartono", "Ombudsman"]),
            ("Budi hadir pada hari Senin bersama Kepala Dinas.", []),
            ("Pelayanan Publik diatur dalam Peraturan Menteri.", []),
            ("Pengguna layanan dihubungi lewat **WhatsApp**.", ["WhatsApp"]),
        ],
        every=2,
    ),
)
def test_the_ledger_names_people_and_offices_of_which_the_data_know_nothing(capsys, text, names):
    load(changed(clean(), "narrative", {"1.1": text}))
    rows = json.loads(check(capsys, "--ledger", "--json")[0])
    unknown = {row["text"] for row in rows if row["verdict"] == "unknown" and row["place"].startswith("Teks laporan")}
    assert unknown == set(names)


@pytest.mark.parametrize("command", sampled(["check_report", "render_report"], every=3))
@pytest.mark.parametrize(("code", "period"), [("9901", "2025-S2"), ("0000", "2025-S1"), ("9901", "2025")])
def test_an_unknown_cycle_is_named_in_words(command, code, period, tmp_path):
    load(clean())
    options = {"output": tmp_path / "laporan.pdf"} if command == "render_report" else {}
    with pytest.raises(CommandError, match="tidak ada dalam portal"):
        call_command(command, code, period, **options)
    assert not (tmp_path / "laporan.pdf").exists()


@pytest.fixture
def folder(tmp_path):
    load(mixed())
    target = tmp_path / "hasil akhir"
    target.mkdir()
    call_command("render_report", "9901", "2025-S1", output=target / "laporan.pdf", html=target / "laporan #1.html")
    return target


def references_of(folder):
    """Every file that the page, and the styles that it names, ask for."""
    page = (folder / "laporan #1.html").read_text()
    for address in re.findall(r'(?:src|href)="([^"#][^"]*)"', page):
        yield folder, address
        if address.endswith(".css"):
            style = folder / unquote(address)
            for inner in re.findall(r"url\(\s*[\"']?([^\"')]+)", style.read_text()):
                yield style.parent, inner


@pytest.mark.prove
def test_the_html_opens_alone(folder):
    found = list(references_of(folder))
    assert len([address for _base, address in found if address.endswith(".jpg")]) == 4
    assert any(address.endswith(".otf") for _base, address in found)
    for base, address in found:
        parts = urlsplit(address)
        assert parts.scheme in ("", "data"), address
        if not parts.scheme:
            assert not address.startswith("/"), address
            assert (base / unquote(parts.path)).resolve().is_file(), address
            assert (base / unquote(parts.path)).resolve().is_relative_to(folder.resolve()), address


@pytest.mark.prove
def test_the_pdf_is_the_whole_report(folder):
    pages = PdfReader(folder / "laporan.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert len(pages) > 10
    assert "Menyusun alur, formulir, dan petunjuk" in text


def test_a_photo_that_is_gone_is_told_in_one_line(tmp_path):
    load(mixed())
    default_storage.delete(EvidencePhoto.objects.first().file.name)
    with pytest.raises(CommandError):
        call_command("render_report", "9901", "2025-S1", output=tmp_path / "laporan.pdf")
    assert not (tmp_path / "laporan.pdf").exists()


def test_to_print_a_report_nothing_is_loaded_that_only_other_work_needs():
    """A third of what a cold report cost beside the renderer was imports of the worker and of uploads."""
    program = (
        "import sys, django; django.setup()\n"
        "import reports.management.commands.render_report\n"
        "print(*{'pikepdf', 'pillow_heif', 'docx', 'pyhanko', 'cryptography', 'openpyxl', 'duties.outward.weekly'}"
        " & set(sys.modules))"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "skm_portal.settings"}
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.strip() == ""
