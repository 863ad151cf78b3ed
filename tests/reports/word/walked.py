"""Small pages as Word files, opened again, and what is asked of their paragraphs."""

from docx.oxml.ns import qn

from offices.appearance.values import Appearance
from reports.word import styles
from reports.word.about import About
from reports.word.paper import Running
from reports.word.writing import word_of
from tests.reports.word.opened import Opened

ABOUT = About("Judul", "Pokok", "KPU Contoh", "SKM")
RUNNING = Running("Laporan Contoh", "KPU Contoh", "Konsep")


def written(*sections, look=None, running=RUNNING, files=None, title=""):
    """The file of a page of these sections, each a class and what it holds."""
    inside = "".join(f'<section class="{name}">{content}</section>' for name, content in sections)
    page = f"<html><body><article {title}>{inside}</article></body></html>"
    return Opened(word_of(page, ABOUT, look or Appearance(), running, files or {}))


def text(content, **options):
    return written(("bab-isi", content), **options)


def lines(opened):
    """Paragraphs that say something, but for the mark of a concept."""
    return [(style, said) for style, said in opened.paragraphs if said and style != styles.MARK.name]


def paragraph_of(opened, said):
    (found,) = [line for line in opened.body.iter(qn("w:p")) if raw(line) == said]
    return found


def raw(element):
    return "".join(text.text for text in element.iter(qn("w:t")))


def of_paragraph(opened, said, path, name="val"):
    """A property of the paragraph that says this; None where it has none."""
    found = paragraph_of(opened, said).find("/".join(map(qn, ("w:pPr", *path.split("/")))))
    return None if found is None else found.get(qn(f"w:{name}"))


def has(opened, said, path):
    return paragraph_of(opened, said).find("/".join(map(qn, ("w:pPr", *path.split("/"))))) is not None


def is_bold(opened, said):
    runs = paragraph_of(opened, said).iter(qn("w:r"))
    return {run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in runs} == {True}
