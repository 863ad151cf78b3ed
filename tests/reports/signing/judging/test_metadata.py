"""Whether two metadata streams say the same of a file, in whichever way they are written."""

import pytest

from reports.signing.judging.metadata import says_the_same, text_of
from reports.signing.judging.values import Reference, Stream
from tests.cases import in_one_test

SPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
    'xmlns:mm="http://ns.adobe.com/xap/1.0/mm/"'
)
TITLE = "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Laporan</rdf:li></rdf:Alt></dc:title>"


def xmp(*inside, attributes="", wrapped=True):
    described = "".join(f'<rdf:Description rdf:about="" {attributes}>{part}</rdf:Description>' for part in inside)
    rdf = f"<rdf:RDF {SPACES}>{described}</rdf:RDF>"
    text = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{rdf}</x:xmpmeta>' if wrapped else rdf
    return Stream({}, text.encode())


WAS = xmp(TITLE + "<dc:format>application/pdf</dc:format>")


@in_one_test(
    "became",
    [
        WAS,
        xmp(TITLE + "<dc:format> application/pdf\n</dc:format>"),
        xmp("<dc:format>application/pdf</dc:format>" + TITLE),
        xmp(TITLE, "<dc:format>application/pdf</dc:format>"),
        xmp(TITLE, attributes='dc:format="application/pdf"'),
        xmp(TITLE + "<dc:format>application/pdf</dc:format>", wrapped=False),
        xmp(TITLE + "<dc:format>application/pdf</dc:format><xmp:ModifyDate>2026-01-09</xmp:ModifyDate>"),
        xmp(TITLE + "<dc:format>application/pdf</dc:format><pdf:Producer>Layanan</pdf:Producer>"),
        xmp(TITLE + "<dc:format>application/pdf</dc:format>", attributes='xmp:MetadataDate="2026"'),
        xmp(
            TITLE
            + "<dc:format>application/pdf</dc:format><mm:InstanceID>a</mm:InstanceID><mm:DocumentID>b</mm:DocumentID>"
        ),
        xmp(TITLE + "<dc:format>application/pdf</dc:format><dc:format>application/pdf</dc:format>"),
        xmp(TITLE + '<dc:format rdf:resource="application/pdf"/>'),
    ],
)
def test_the_same_may_be_written_in_many_ways(became):
    assert says_the_same(WAS, became) and says_the_same(became, WAS)


@in_one_test(
    "became",
    [
        xmp(TITLE),
        xmp(TITLE + "<dc:format>text/plain</dc:format>"),
        xmp(TITLE.replace("Laporan", "Lain") + "<dc:format>application/pdf</dc:format>"),
        xmp(TITLE.replace("x-default", "id") + "<dc:format>application/pdf</dc:format>"),
        xmp(TITLE.replace("rdf:Alt", "rdf:Bag") + "<dc:format>application/pdf</dc:format>"),
        xmp("<dc:title>Laporan</dc:title><dc:format>application/pdf</dc:format>"),
        xmp(TITLE + "<dc:format xml:lang='id'>application/pdf</dc:format>"),
        xmp(TITLE + "<dc:format>application/pdf</dc:format><xmp:CreateDate>2026</xmp:CreateDate>"),
        xmp(TITLE + "<dc:format>application/pdf</dc:format><dc:format>text/plain</dc:format>"),
        xmp(TITLE + "<dc:format><rdf:Description><dc:a>application/pdf</dc:a></rdf:Description></dc:format>"),
        xmp(TITLE + "<dc:format rdf:parseType='Resource'>application/pdf</dc:format>"),
        xmp(),
        Stream({}, b""),
        Stream({}, b"<halo>"),
        Stream({}, b"halo"),
        Stream({"Filter": "LZWDecode"}, WAS.packed),
        Stream({}, b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + WAS.packed),
        Stream({}, WAS.packed.replace(b"rdf:Description", b"rdf:Lain")),
    ],
)
def test_whatever_is_said_otherwise_or_not_legible_is_not_the_same(became):
    assert not says_the_same(WAS, became) and not says_the_same(became, WAS)


def test_what_cannot_be_read_is_not_even_the_same_as_itself():
    torn = Stream({}, b"<halo>")
    assert not says_the_same(torn, torn)
    twice = xmp("<dc:format>a</dc:format><dc:format>b</dc:format>")
    assert not says_the_same(twice, twice)


@pytest.mark.parametrize(
    ("inside", "other"), [("<dc:a>1</dc:a>", "<dc:a>2</dc:a>"), ("<dc:a>1</dc:a>", "<dc:b>1</dc:b>")]
)
def test_what_stands_within_is_compared_too(inside, other):
    wrap = "<dc:format><rdf:Description>{}</rdf:Description></dc:format>".format
    assert says_the_same(xmp(wrap(inside)), xmp(wrap(inside)))
    assert not says_the_same(xmp(wrap(inside)), xmp(wrap(other)))
    items = "<dc:title><rdf:Seq><rdf:li>a</rdf:li><rdf:li>{}</rdf:li></rdf:Seq></dc:title>".format
    assert says_the_same(xmp(items("b")), xmp(items("b"))) and not says_the_same(xmp(items("b")), xmp(items("c")))
    assert not says_the_same(xmp(items("b")), xmp("<dc:title><rdf:Seq><rdf:li>a</rdf:li></rdf:Seq></dc:title>"))


# --- texts


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"Laporan", "Laporan"),
        (b"\xfe\xff\x00L\x00a", "La"),
        (b"\xef\xbb\xbfL\xc3\xa9", "Lé"),
        (b"\xe9", "é"),
        (b"\x80", "•"),
        (b"\x9f", "\\237"),
        (b"\xfe\xff\xd8\x00", "\ufffd"),
        (b"", ""),
        (17, 17),
        (Reference(1, 0), Reference(1, 0)),
        ("Nama", "Nama"),
    ],
)
def test_a_text_is_read_in_whichever_way_it_is_written(value, text):
    assert text_of(value) == text
