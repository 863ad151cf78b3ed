"""Where the results of 2.1 come from: what is entered of it is printed, and nothing else."""

from reports.document.build import build
from reports.printing.html import print_html
from tests.cases import in_one_test
from tests.make_cycle import make_cycle, make_source, make_survey

NUMBER = {"report_number": "12/SKM/2025"}


def printed(**changes):
    return build(make_source(make_cycle(survey=make_survey(**changes))))


def rows(**changes):
    return [(row.name, row.lines) for row in printed(**changes).plans.results.origin]


@in_one_test(
    ("changes", "told"),
    [
        ({}, []),
        (NUMBER, [("Laporan SKM", ("Nomor 12/SKM/2025, tanggal 10 Juli 2025",))]),
        (NUMBER | {"report_date": None}, [("Laporan SKM", ("Nomor 12/SKM/2025",))]),
        (
            {"report_date": None, "report_url": "https://contoh.go.id/skm"},
            [("Alamat laporan", ("https://contoh.go.id/skm",))],
        ),
        (
            {"report_date": None, "covered": "Pindah memilih\n\nInformasi publik"},
            [("Layanan yang disurvei", ("Pindah memilih", "Informasi publik"))],
        ),
        (
            {"report_date": None, "forums": "Rapat internal\nRapat pleno, berita acara nomor 4/BA/2025"},
            [("Forum pembahasan", ("Rapat internal", "Rapat pleno, berita acara nomor 4/BA/2025"))],
        ),
    ],
)
def test_what_is_known_is_told_line_by_line(changes, told):
    assert rows(**changes) == told


def test_it_is_printed_in_2_1_with_a_link_and_what_was_typed_stays_text():
    page = print_html(printed(report_url="https://contoh.go.id/skm?a=1&b=2", forums="<b>Rapat</b> {{ ikm }}"))
    origin = page[page.index('id="sumber-hasil"') : page.index('id="tabel-2-1"')]
    assert 'href="https://contoh.go.id/skm?a=1&amp;b=2"' in origin
    assert "&lt;b&gt;Rapat&lt;/b&gt; {{ ikm }}" in origin
    assert "sumber-hasil" not in print_html(printed())
