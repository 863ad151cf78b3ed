"""What is printed for a character that the packaged fonts lack."""

from html import escape

import pytest
from fontTools.ttLib import TTFont

from reports.printing.export import FONTS
from reports.printing.pdf import static_file
from reports.words.glyphs import COVERED, MISSING, printable, unprintable
from tests.reports.printing.test_references import squeezed

FACES = [f"fonts/{font}/texgyre{font}-{face}.otf" for font, faces in FONTS.items() for face in faces]


def covered():
    ends = [[int(end, 16) for end in part.split("-")] for part in COVERED.split()]
    return {code for pair in ends for code in range(pair[0], pair[-1] + 1)}


@pytest.mark.parametrize("face", FACES)
def test_every_face_has_what_is_said_to_be_covered(face, tmp_path):
    path = tmp_path / "face.otf"
    path.write_bytes(static_file(face))
    assert covered() <= set(TTFont(path)["cmap"].getBestCmap())


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("nilai ≤ 3 → naik", "nilai ≤ 3 → naik"),
        ("✓ selesai ✔", "√ selesai √"),
        ("● butir ▪ butir", "• butir • butir"),
        ("𝗕𝗼𝗹𝗱 ﬁnal Ⅳ ①", "Bold final IV 1"),
        ("é é", "é é"),
        ("a\u200bb\ufeffc\u00add", "abc\u00add"),
        ("10\u202f000", "10\u00a0000"),
        ("👍🏽 kerja", f"{MISSING} kerja"),
        ("日本", MISSING * 2),
        ("\ue000", MISSING),
        ("baris\nbaru\ttab", "baris\nbaru\ttab"),
    ],
)
def test_a_character_is_printed_by_its_likeness_or_marked(typed, printed):
    assert printable(typed) == printed


def test_what_stands_for_a_character_is_no_markup():
    assert printable("＜script＞ ＆amp;", escape) == "&lt;script&gt; &amp;amp;"


def test_it_names_what_can_only_be_marked():
    assert unprintable("日✓ 本日 é ≤ 😀") == ("日", "本", "😀")
    assert unprintable("Pelayanan ≥ 3,25 – “baik”") == ()


def test_no_other_font_and_no_empty_box_is_in_the_file(report):
    case = report("foreign")
    printed = squeezed(case.printed.text(20, 15))
    assert "nilai≤3→naik√selesai◊" in printed
    assert "Bold" in printed
    assert "\ufffd" not in printed
    assert not any(0 in glyphs for glyphs in case.printed.glyphs_used())
