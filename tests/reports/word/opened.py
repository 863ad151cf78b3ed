"""A Word file opened again: paragraphs in their order, fields, pictures, tables; and the words of a printed page."""

import html
import re
from collections import Counter
from functools import cached_property
from io import BytesIO

import docx
from docx.oxml.ns import qn

INLINE = "a|span|strong|em|b|i|br"
OWN_LINE = re.compile(r'<span class="(?:bab|bab-judul|tahun|rinci)">')
COUNTED = ("PAGEREF", "PAGE")
"""Fields that print a number of a page, which is no word of the report."""


class Opened:
    def __init__(self, data):
        self.word = docx.Document(BytesIO(data))
        self.body = self.word.element.body
        self.styles = {style.style_id: style.name for style in self.word.styles}

    @cached_property
    def paragraphs(self):
        """All of them, those in cells too, in the order in which they are read."""
        return [(self.styles[p.style], text_of(p)) for p in self.body.iter(qn("w:p"))]

    def of_style(self, *names):
        return [text for style, text in self.paragraphs if style in names]

    @property
    def headings(self):
        return [(int(style[-1]), text) for style, text in self.paragraphs if style.startswith("Heading")]

    @property
    def fields(self):
        """Each field's instruction with what stands in its place."""
        return fields_in(self.body)

    @property
    def listed_pages(self):
        """The numbers of pages in the list of contents."""
        lines = [p for p in self.body.iter(qn("w:p")) if self.styles[p.style].startswith("toc")]
        return [int(result) for line in lines for code, result in fields_in(line) if code.startswith("PAGEREF")]

    @property
    def alternatives(self):
        return [shown.get("descr") for shown in self.body.iter(qn("wp:docPr"))]

    @property
    def words(self):
        return Counter(" ".join(text for _style, text in self.paragraphs).split())

    @property
    def tables(self):
        return [table for table in self.word.tables if table._element.find(f".//{qn('w:tblHeader')}") is not None]


def fields_in(element):
    return [(code.text.strip(), _result(code)) for code in element.iter(qn("w:instrText"))]


def text_of(paragraph):
    """What a paragraph says; the numbers of pages are not said."""
    said, hidden, depth = [], 0, []
    for part in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:fldChar"), qn("w:instrText")):
        if part.tag == qn("w:fldChar"):
            if part.get(qn("w:fldCharType")) == "begin":
                depth.append(False)
            elif part.get(qn("w:fldCharType")) == "end" and depth:
                hidden -= depth.pop()
        elif part.tag == qn("w:instrText"):
            if part.text.split()[0] in COUNTED:
                depth[-1] = True
                hidden += 1
        elif not hidden:
            said.append(part.text if part.tag == qn("w:t") else " ")
    return " ".join("".join(said).replace("\u200b", "").split())


def _result(code):
    """The text of the first run behind the instruction and its parting mark."""
    text = code.getparent().getnext().getnext()
    return "".join(part.text or "" for part in text.iter(qn("w:t")))


def words_of_page(page):
    """The words of a page that print_html wrote, as paper shows them: without its drawings and numbers of pages."""
    body = page[page.index("<article") :]
    body = re.sub(r"<svg.*?</svg>|<!--.*?-->", "", body, flags=re.DOTALL)
    body = re.sub(r'<span class="hanya-layar">.*?</span>', "", body, flags=re.DOTALL)
    body = OWN_LINE.sub(" ", body)
    body = re.sub(rf"</?(?:{INLINE})\b[^>]*>", "", body)
    body = html.unescape(re.sub(r"<[^>]*>", " ", body))
    return Counter(body.translate(str.maketrans("", "", "\u200b\u00ad")).split())
