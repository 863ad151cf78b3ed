"""How a finished PDF gets into its file: each object made once, its place known, nothing left where it fails."""

from io import BytesIO

import pikepdf
import pydyf
import pytest

from reports.printing import pdf as printing
from reports.printing.pdf import FileNotOursError, render_pdf, write_pdf
from reports.printing.writing import write_objects


class Counted(pydyf.Stream):
    """A stream that tells how often it was asked for its bytes."""

    asked = 0

    @property
    def data(self):
        self.asked += 1
        return super().data


def with_streams(*contents):
    file = pydyf.PDF()
    streams = [Counted([content], compress=compress) for content in contents for compress in (True, False)]
    for stream in streams:
        file.add_object(stream)
        file.add_object(pydyf.Dictionary({"Of": stream.reference}))
    return file, streams


def written(file):
    output = BytesIO()
    write_objects(file, output, "1.7")
    return output.getvalue()


def test_each_stream_is_made_once_and_found_where_it_lies():
    contents = (b"", b"ends in CR\r", b"x" * 70_000, b"endstream endobj")
    file, streams = with_streams(*contents)
    with pikepdf.open(BytesIO(written(file))) as found:
        for stream in streams:
            assert found.get_object(stream.number, 0).read_bytes() == stream.stream[0]
            assert found.get_object(stream.number + 1, 0).Of.objgen == (stream.number, 0)
            assert stream.asked == 1
        assert found.get_warnings() == []


def test_the_same_objects_give_the_same_file_and_others_another_name():
    names = set()
    for content in (b"one", b"one", b"two"):
        data = written(with_streams(content)[0])
        names.add((str(pikepdf.open(BytesIO(data)).trailer.ID[0]), data))
    assert len(names) == 2
    assert len({name for name, _data in names}) == 2


def test_a_report_goes_straight_into_its_file(report, tmp_path):
    case, target = report("one"), tmp_path / "laporan.pdf"
    write_pdf(case.document, target)
    assert target.read_bytes() == case.data == render_pdf(case.document)
    assert list(tmp_path.iterdir()) == [target]


def test_where_it_fails_the_file_that_stood_there_stays(report, tmp_path, monkeypatch):
    target = tmp_path / "laporan.pdf"
    target.write_bytes(b"before")
    monkeypatch.setattr(printing, "stored_files", lambda _document, _links: {})
    with pytest.raises(FileNotOursError):
        write_pdf(report("one").document, target)
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]
