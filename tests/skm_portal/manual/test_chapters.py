"""The user guide as data: what the Markdown files say comes whole, and its links lead to pages of the portal."""

import re
from html import unescape

import pytest
from django.urls import Resolver404, resolve
from PIL import Image

from skm_portal.manual.chapters import FILES, FOLDER, PICTURES, anchor_of, chapter_of, chapters

TEXT = """# Panduan uji

Pembuka dengan [tautan](sekretaris.md#membaca-laporan).

## Foto, gambar & `kode`

![Sebuah foto](../pictures/masuk.png)

<img src="../pictures/keaslian.png" alt="Di ponsel" width="300">

| a | b |
| --- | --- |
| 1 | 2 |

### Lebih dalam

Lihat [di atas](#foto-gambar--kode) atau [di luar](https://contoh.go.id/).
"""


def test_a_file_is_parted_at_its_headings():
    chapter = chapter_of("uji", TEXT)
    assert chapter.title == "Panduan uji"
    assert [(section.level, section.title, section.anchor) for section in chapter.sections] == [
        (1, "Panduan uji", "panduan-uji"),
        (2, "Foto, gambar & kode", "foto-gambar--kode"),
        (3, "Lebih dalam", "lebih-dalam"),
    ]
    assert [section.text for section in chapter.sections] == [
        "Pembuka dengan tautan.",
        "a b 1 2",
        "Lihat di atas atau di luar.",
    ]


def test_links_and_pictures_are_those_of_the_portal():
    opening, pictures, deeper = (section.body for section in chapter_of("uji", TEXT).sections)
    assert 'href="/panduan/sekretaris/#membaca-laporan"' in opening
    assert 'src="/panduan/gambar/masuk.png" alt="Sebuah foto"' in pictures
    narrow = Image.open(PICTURES / "keaslian.png")
    height = narrow.height * 300 // narrow.width
    assert f'src="/panduan/gambar/keaslian.png" alt="Di ponsel" width="300" height="{height}"' in pictures
    assert pictures.count('loading="lazy"') == 2
    assert 'href="#foto-gambar--kode"' in deeper
    assert 'href="https://contoh.go.id/"' in deeper


def test_a_wide_table_can_be_scrolled_by_keyboard():
    assert '<div class="scroll" tabindex="0" role="region" aria-label="Tabel"><table>' in (
        chapter_of("uji", TEXT).sections[1].body
    )


def test_a_section_is_asked_for_by_its_anchor():
    chapter = chapter_of("uji", TEXT)
    assert chapter.section("lebih-dalam").title == "Lebih dalam"
    with pytest.raises(KeyError):
        chapter.section("tidak-ada")


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Arti tanda", "arti-tanda"),
        ("Profil, gambar, dan unit", "profil-gambar-dan-unit"),
        ("Apa yang terjadi?", "apa-yang-terjadi"),
        ("RTL & bukti", "rtl--bukti"),
    ],
)
def test_anchors_are_made_as_elsewhere(title, anchor):
    assert anchor_of(title) == anchor


def test_every_file_of_the_guide_is_a_chapter():
    assert sorted(FILES.values()) == sorted(path.name for path in FOLDER.glob("*.md"))
    assert [chapter.slug for chapter in chapters()] == list(FILES)


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.slug)
def test_no_word_of_a_file_is_lost(chapter):
    said = " ".join(f"{section.title} {section.body}" for section in chapter.sections)
    shown = set(re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", said))))
    markup = r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|<[^>]+>|(?m:^\s*\d+\. )"
    written = re.sub(markup, " ", (FOLDER / FILES[chapter.slug]).read_text("utf-8"))
    assert set(re.findall(r"\w+", written)) - shown == set()


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.slug)
def test_every_link_leads_to_a_section_and_every_picture_is_there(chapter):
    anchors = {each.slug: {section.anchor for section in each.sections} for each in chapters()}
    body = "".join(section.body for section in chapter.sections)
    for address, anchor in re.findall(r'href="(/[^"#]*)?(?:#([^"]*))?"', body):
        slug = resolve(address).kwargs["slug"] if address else chapter.slug
        assert not anchor or anchor in anchors[slug], (address, anchor)
    for name in re.findall(r'<img[^>]* src="/panduan/gambar/([^"]+)"', body):
        assert (PICTURES / name).is_file(), name
    with pytest.raises(Resolver404):
        resolve("/panduan/gambar/../make.py")


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.slug)
def test_every_heading_of_a_chapter_has_an_anchor_of_its_own(chapter):
    anchors = [section.anchor for section in chapter.sections]
    assert len(set(anchors)) == len(anchors)
