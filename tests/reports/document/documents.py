"""One frozen document of each schema number, in tests/data; and what shape a document has today.

``python -m tests.reports.document.documents`` freezes the re-told case for the present number.
"""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from types import UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints

from reports.cycle.parse import parse_cycle
from reports.document.build import build
from reports.document.frozen import freeze
from reports.document.model import SCHEMA, ReportDocument
from tests.make_cycle import make_source
from tests.reports.cycle.files import DATA, INSTRUMENTS
from tests.reports.document.test_build import SIGNED

DEMO = DATA / "ngawi-2025-s1.cycle.json"


def document_file(number):
    return DATA / f"document-{number}.json"


def frozen(number):
    """The document of this schema number as its release froze it."""
    return json.loads(document_file(number).read_text())


def shape(kind: object = ReportDocument) -> str:
    """A digest of every path that a frozen document of today has, with its type."""
    return sha256("\n".join(sorted(_paths(kind, "document"))).encode()).hexdigest()[:16]


def _paths(kind: object, path: str) -> Iterator[str]:
    """The names of classes do not matter: a frozen document does not hold them."""
    inner = get_args(kind)
    if is_dataclass(kind):
        kinds = get_type_hints(kind)
        for field in fields(kind):
            yield from _paths(kinds[field.name], f"{path}.{field.name}")
    elif inner and get_origin(kind) is not Literal:
        yield f"{path}: {_name(get_origin(kind))}"
        for number, each in enumerate(inner):
            yield from _paths(each, f"{path}[{number}]")
    else:
        yield f"{path}: {_name(kind)}"


def _name(kind: object) -> str:
    if get_origin(kind) is Literal:
        return str(get_args(kind))
    return "|" if kind in (Union, UnionType) else getattr(kind, "__name__", "") or str(kind)


def main() -> None:
    target = document_file(SCHEMA)
    if target.exists():
        raise SystemExit(f"{target} is there already; what a release has frozen never changes")
    source = make_source(parse_cycle(DEMO.read_text(), INSTRUMENTS), signing=SIGNED)
    target.write_text(json.dumps(freeze(build(source)), ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"{target}\n{SCHEMA}: {shape()}")


if __name__ == "__main__":
    main()
