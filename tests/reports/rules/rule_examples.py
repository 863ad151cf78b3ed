"""What each rule says yes and no to, for docs/rules.md: sentences of texts, and changes of the report without fault."""

from functools import cache, partial

from reports.rules.truth import rules as truth
from tests.reports.rules import test_mutations as one_cycle
from tests.reports.rules.clean import all_of, judged_case
from tests.reports.rules.test_contradicting_sentences import FOUND
from tests.reports.rules.test_mutated_data import MUTATIONS
from tests.reports.rules.three_cycles import kpu

RIGHT = {
    "K40": "IKM yang diperoleh adalah 87,36.",
    "K41": "IKM 87,36 termasuk mutu pelayanan B (Baik).",
    "K42": "Unsur Waktu Penyelesaian memperoleh nilai 3,25.",
    "K43": "Unsur Sarana dan Prasarana memperoleh nilai 3,76 dengan mutu A.",
    "K44": "Unsur Waktu Penyelesaian memperoleh nilai terendah.",
    "K45": "Realisasi RTL mencapai 60%.",
    "K46": "Sebanyak tiga RTL telah dilaksanakan.",
    "K47": "Sebagian besar RTL telah dilaksanakan.",
    "K48": "Unsur Perilaku Pelaksana dipertahankan.",
    "K49": "Tiga unsur pelayanan ditetapkan sebagai prioritas tindak lanjut.",
    "K50": "Unsur prioritas yaitu Waktu Penyelesaian, Persyaratan, dan Kompetensi Pelaksana.",
    "K51": "Laporan ini memuat tindak lanjut atas hasil SKM Semester I Tahun 2025.",
    "K52": "Hasil SKM Tahun 2025 menjadi dasar penyusunan rencana.",
    "K53": "Masa tindak lanjut adalah Juli–Desember 2025.",
    "K54": "Penyusunan dan publikasi informasi persyaratan pelayanan telah dilaksanakan.",
    "K55": "Survei diikuti oleh 110 responden.",
    "K57": "Diperlukan koordinasi lintas subbagian agar kebijakan seragam.",
    "K58": "Setiap RTL dilengkapi indikator dan target.",
    "K79": "Sebanyak enam unsur memperoleh mutu B (Baik).",
    "K80": "Responden yang mengisi kuesioner mencapai 12,22% dari populasi.",
    "K81": "Target IKM pada periode berikutnya naik 2,50 poin.",
    "K82": "SKM mengacu pada PermenPANRB Nomor 14 Tahun 2017.",
    "K83": "Petugas melakukan studi tiru ke KPU Kabupaten Merdeka.",
    "K84": "Maklumat pelayanan ditandatangani oleh Ketua KPU Kabupaten Contoh.",
    "K85": "Laporan hasil SKM Nomor 7/SKM/2025 telah disampaikan.",
    "K86": "Penyusunan dan publikasi informasi persyaratan pelayanan dibantu oleh Subbag KUL.",
    "K87": "Laporan ini disampaikan paling lambat Januari 2026.",
    "K90": "Laporan ini memuat tiga gambar.",
    "K91": "Realisasi setiap RTL beserta hambatannya dimuat dalam Tabel 3.1.",
    "K92": "Pemeliharaan dilakukan pada satu unsur pelayanan.",
    "M1": "Unsur Waktu Penyelesaian ditetapkan sebagai prioritas.",
    "M2": "Nilai unsur Persyaratan perlu ditingkatkan.",
    "M3": "Unsur Produk Spesifikasi Jenis Pelayanan memperoleh nilai 3,31.",
    "M4": "RTL meliputi Evaluasi kesesuaian waktu pelayanan dengan standar pelayanan.",
    "M5": "RTL yang disusun adalah Pembinaan internal & eksternal peningkatan kompetensi teknis pelayanan.",
    "M6": "RTL meliputi Penyusunan dan publikasi informasi persyaratan pelayanan.",
    "M7": "RTL mencakup Monitoring dan evaluasi kinerja petugas pelayanan.",
    "M8": "RTL tersebut adalah Monitoring dan evaluasi kinerja petugas pelayanan.",
    "M9": "RTL yang sudah dilaksanakan meliputi Penegasan dan sosialisasi standar waktu pelayanan kepada petugas.",
    "M10": "Subbagian Perencanaan, Data, dan Informasi menyiapkan jadwal.",
    "M12": "Subbag KUL menyiapkan ruang tunggu.",
    "M15": "Permenpan Nomor 14 Tahun 2017 memuat sembilan unsur pelayanan.",
    "M16": "Kejelasan informasi perlu ditingkatkan.",
    "M17": "Survei mengukur Kompetensi Pelaksana dan Perilaku Pelaksana.",
    "N9": "Tindak lanjut dilakukan agar kepuasan masyarakat meningkat.",
    "S1": "Evaluasi kesesuaian waktu pelayanan dengan standar pelayanan masih berjalan.",
    "S2": "Realisasi tindak lanjut dilaksanakan melalui kegiatan sosialisasi, publikasi, dan pembinaan.",
    "S3": "Unsur Waktu Penyelesaian ditangani. Unsur Persyaratan ditangani. Unsur Kompetensi Pelaksana ditangani.",
    "S4": "Uraian setiap RTL dimuat dalam Tabel 2.2.",
    "T1": "Rencana tindak lanjut dilaksanakan selama Juli–Desember 2025.",
}
"""A sentence beside the one that is hit, right of the first world."""
NEAR = {
    "F6": "a note that ends with et cetera",
    "F16": "an address with a spaced number",
    "F17": "a platform",
    "K01": "scores at both ends of the scale",
    "K02": "one priority with one plan",
    "K03": "one priority with one plan",
    "K04": "a plan of the last month",
    "K05": "a post in place of a unit",
    "K06": "open without proof",
    "K07": "done, in two words",
    "K08": "a reason of three words",
    "K09": "a strategy of two words",
    "K10": "a deadline without a beginning",
    "K11": "upkeep in two words",
    "K12": "a placeholder that is known",
    "K13": "photos that the office took",
    "K14": "a score on the edge that has its decimals",
    "K15": "as many respondents as the table asks for",
    "K16": "everybody answered",
    "K17": "a survey report on the last day of the survey",
    "K18": "a hope of improvement",
    "K19": "no unit for what is impossible",
    "K20": "a lower one left out, with a reason",
    "K21": "done on the first day of the survey",
    "K22": "a photo of a month later",
    "K23": "a photo that proved something else",
    "K24": "open, and prepared",
    "K25": "in progress without a day",
    "K26": "two groups without a note",
    "K27": "names that differ in one word",
    "K28": "a table that is there",
    "K29": "a table that is there",
    "K30": "upkeep proven by one photo",
    "K31": "upkeep of the second highest",
    "K32": "a signatory born on a leap day",
    "K33": "an acting signatory",
    "K34": "a word of the standard",
    "K35": "signs that the typeface has",
    "K36": "a report of the month after the window",
    "K37": "an office without social media",
    "K38": "a key of the signatory's own",
    "K59": "what is impossible with a reason alone",
    "K60": "a target in the month of the report",
    "K62": "a lost file of no photo of this report",
    "K63": "done on the last day of the report's month",
    "K64": "a survey that begins in the month before its period",
    "K65": "a survey of one day",
    "K66": "scores at both ends of the scale",
    "K67": "a day of the year 2000",
    "K68": "in progress with a month",
    "K69": "a short name that leaves its place out",
    "K70": "a survey report in the month after the follow-up began",
    "K71": "a lead among two",
    "K72": "a target in two years",
    "K73": "a photo of two plans beside another",
    "K74": "in progress without a day",
    "K75": "descriptions that differ in one word",
    "K76": "a place that the address names",
    "K77": "no obstacle",
    "K78": "the photo that follows is there",
    "M11": "two of two units",
    "M14": "every unit with a lead is asked who it is, not who leads",
    "N2": "a grade as it follows from the score",
    "N3": "an index as it is computed",
    "N6": "the next element further off than rounding",
    "N7": "almost free of charge",
    "N8": "a survey without a report",
    "S5": "done and told in the past",
    "S8": "an obstacle that is over",
    "S9": "not all of one thing, all of another",
    "S13": "upkeep as it was planned",
    "S14": "a target of one word",
    "T3": "late, with reason, strategy and target",
    "T5": "every quarter within four months",
    "T8": "a report with its number",
    "T9": "a report in the sixth month",
}
"""What lies just beside a rule of data and is let go, by its name in test_near_misses.py."""


def hit_by(rule):
    """A sentence that the rule is about; of data what it says of one change. Nothing where it takes a signed report."""
    return _sentences().get(rule.id, "") if rule in truth.RULES else _messages().get(rule.id, "")


def let_go_by(rule):
    return RIGHT.get(rule.id, "") if rule in truth.RULES else NEAR.get(rule.id, "")


@cache
def _sentences():
    lines = [line.partition(" | ") for line in FOUND["kpu"].strip().splitlines()]
    found = {}
    for head, _bar, sentence in lines:
        found.setdefault(head.split()[0], sentence)
    return found


@cache
def _messages():
    """By rule what it says of the first change that raises it."""
    found = {}
    changes = [(expected[0][0], partial(change, kpu())) for change, expected in MUTATIONS.values()]
    changes += [(found[0][0], partial(one_cycle.mutated, change)) for change, found in one_cycle.MUTATIONS.values()]
    for rule, made in changes:
        if rule not in found:
            found |= {finding.id: finding.message for finding in all_of(judged_case(made())) if finding.id not in found}
    return found
