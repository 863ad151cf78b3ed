"""The strict judge: whether what stands behind a file adds proofs, a further signature, or something else.

Every object that an update defines must have a part that this list knows; what has none is *other*. Runs in the fence.
"""

from collections.abc import Callable, Iterator
from typing import Any

from reports.signing.judging.additions import (
    check_empty_surface,
    check_extensions,
    check_field,
    check_proof,
    check_signature,
    is_plain,
)
from reports.signing.judging.metadata import says_the_same, text_of
from reports.signing.judging.revisions import FileState, next_state, state_at
from reports.signing.judging.stamps import check_label
from reports.signing.judging.values import Reference, Stream, UnclearError, same

MOST_BLANKS = 64  # programs look for the end of a file near its end
BLANKS = b" \t\r\n\0\f"
MOST_UPDATES = 50
MOST_ADDED = 16 * 2**20
PADDED, PROOFS, SIGNATURE, METADATA, OTHER = "padded", "ltv", "signature", "metadata", "other"
_WEIGHT = (PROOFS, PADDED, SIGNATURE, METADATA, OTHER)
_FREE_INFO = {"ModDate", "Producer"}
_VERSIONS = ("1.3", "1.4", "1.5", "1.6", "1.7", "2.0")
_TRAILER = {"Size", "Root", "Info", "ID", "Prev"}
_HEAD_OF_STREAM = {"Type", "W", "Index", "Length", "Filter", "DecodeParms"}


def judged(pdf: bytes, end: int) -> str:
    """A value of verify.Added: what stands behind byte ``end``, where a whole file ends."""
    if end == len(pdf):
        return ""
    if is_blank(pdf[end:]):
        return "blank"
    if is_padding(pdf[end:]):
        return PADDED
    if len(pdf) - end > MOST_ADDED:
        return "unknown"
    try:
        return _worst(pdf, end)
    except Exception:  # whatever a reader of ours stumbles over is not on the list
        return OTHER


def is_blank(tail: bytes) -> bool:
    return len(tail) <= MOST_BLANKS and not tail.strip(BLANKS)


def is_padding(tail: bytes) -> bool:
    return not tail.strip(BLANKS)


def _worst(pdf: bytes, end: int) -> str:
    state = state_at(pdf, end)
    worst = PROOFS
    for _update in range(MOST_UPDATES):
        after, defined = next_state(state)
        worst = max(worst, _Step(state, after, defined).judged(), key=_WEIGHT.index)
        if after.end == len(pdf) or is_blank(pdf[after.end :]):
            return worst
        if is_padding(pdf[after.end :]):
            return max(worst, PADDED, key=_WEIGHT.index)
        state = after
    return "unknown"


class _Step:
    """One update: from ``before`` to ``after``, which defines the numbers of ``defined``."""

    def __init__(self, before: FileState, after: FileState, defined: set[int]) -> None:
        self.before, self.after, self.defined = before, after, defined
        self.level = PROOFS
        self.explained: set[int] = set()
        self.fields: list[Reference] = []
        self.signatures: list[Reference] = []

    def judged(self) -> str:
        """The heaviest of what was added. Raises UnclearError where that is not on the list."""
        self._trailer()
        self._catalogue()
        self._pages()
        self._nothing_waits()
        if without_part := self.defined - self.explained:
            raise UnclearError(f"objects without a part: {sorted(without_part)}")
        return self.level

    def _raise_to(self, level: str) -> None:
        self.level = max(self.level, level, key=_WEIGHT.index)

    def _explain(self, given: Any) -> None:
        """This number's part is known."""
        if isinstance(given, Reference) and given.number in self.defined:
            self.explained.add(given.number)

    def _pair(self, old: Any, new: Any) -> tuple[Any, Any]:
        """What stood at a place and what stands there now; a number that was there before keeps its place."""
        if isinstance(new, Reference) and self.before.has(new.number) and old != new:
            raise UnclearError("an object of the file in another place")
        self._explain(new)
        return self.before.value(old), self.after.value(new)

    def _new(self, given: Any) -> Any:
        """What a new object is, or what stands directly."""
        if isinstance(given, Reference) and (given.number not in self.defined or self.before.has(given.number)):
            raise UnclearError("not a new object")
        self._explain(given)
        return self.after.value(given)

    # --- entrances

    def _trailer(self) -> None:
        old, new = self.before.trailer, self.after.trailer
        free = _TRAILER | (set() if self.after.table else _HEAD_OF_STREAM)
        if not new.keys() <= free or old.get("Root") != new.get("Root"):
            raise UnclearError("another trailer")
        if "ID" in old and "ID" in new and _mark(old) != _mark(new):
            raise UnclearError("another file")
        if ("Info" in old) > ("Info" in new):
            raise UnclearError("no information any more")
        was, became = self._pair(old.get("Info"), new.get("Info"))
        if became is not None:
            self._information(was or {}, became)

    def _information(self, was: Any, became: Any) -> None:
        if not isinstance(was, dict) or not isinstance(became, dict) or not is_plain(became):
            raise UnclearError("information of another kind")
        if any(text_of(was.get(key)) != text_of(became.get(key)) for key in (was.keys() | became.keys()) - _FREE_INFO):
            self._raise_to(METADATA)

    def _catalogue(self) -> None:
        place = self.after.trailer.get("Root")
        was, became = self._pair(place, place)
        parts: dict[str, Callable[[Any, Any], None]] = {
            "AcroForm": self._form,
            "DSS": self._store,
            "Extensions": self._extensions,
            "Metadata": self._metadata,
            "Perms": self._permissions,
            "Version": self._version,
        }
        _check_same_but(was, became, set(parts))
        for key, part in parts.items():
            if key in was and key not in became:
                raise UnclearError(f"{key} is gone")
            if key in became:
                part(was.get(key), became[key])

    def _version(self, old: Any, new: Any) -> None:
        if new not in _VERSIONS or (old in _VERSIONS and old > new):
            raise UnclearError("another version")

    def _extensions(self, old: Any, new: Any) -> None:
        was, became = self._pair(old, new)
        if was != became:
            check_extensions(became)

    def _permissions(self, old: Any, new: Any) -> None:
        was, became = self._pair(old, new)
        if was == became:
            return
        if was is not None or became.keys() != {"DocMDP"} or became["DocMDP"] not in self.signatures:
            raise UnclearError("other permissions")

    def _metadata(self, old: Any, new: Any) -> None:
        was, became = self._pair(old, new)
        if not isinstance(became, Stream) or not became.head.keys() <= {"Type", "Subtype", "Length", "Filter"}:
            raise UnclearError("metadata of another kind")
        if (became.head.get("Type"), became.head.get("Subtype")) != ("Metadata", "XML"):
            raise UnclearError("metadata of another kind")
        if was != became and not (isinstance(was, Stream) and says_the_same(was, became)):
            self._raise_to(METADATA)

    # --- proofs

    def _store(self, old: Any, new: Any) -> None:
        was, became = self._pair(old, new)
        was = was or {}
        _check_keys(became, {"Type", "VRI", "Certs", "OCSPs", "CRLs"})
        if became.get("Type", "DSS") != "DSS":
            raise UnclearError("no store of proofs")
        for key in ("Certs", "OCSPs", "CRLs"):
            self._proofs(was.get(key), became.get(key))
        self._related(was.get("VRI"), became.get("VRI"))

    def _proofs(self, old: Any, new: Any) -> None:
        _was, became = self._pair(old, new)
        if not isinstance(became, list | None):
            raise UnclearError("no list of proofs")
        for each in became or ():
            self._proof(each)

    def _proof(self, given: Any) -> None:
        """One that the file has already stays what it is; what is given directly is no stream, and no proof."""
        if not isinstance(given, Reference) or given.number in self.defined:
            check_proof(self._new(given))

    def _related(self, old: Any, new: Any) -> None:
        """Which proofs belong to which signature."""
        was, became = self._pair(old, new)
        for key, given in (became or {}).items():
            earlier, now = self._pair((was or {}).get(key), given)
            _check_keys(now, {"Type", "Cert", "CRL", "OCSP", "TU", "TS"})
            if now.get("Type", "VRI") != "VRI" or not is_plain(now.get("TU")):
                raise UnclearError("no proofs of a signature")
            for kind in ("Cert", "CRL", "OCSP"):
                self._proofs((earlier or {}).get(kind), now.get(kind))
            if "TS" in now:
                self._proof(now["TS"])

    # --- fields

    def _form(self, old: Any, new: Any) -> None:
        was, became = self._pair(old, new)
        was = was or {}
        _check_same_but(was, became, {"Fields", "SigFlags"})
        if became.get("SigFlags") not in (None, 0, 1, 2, 3):
            raise UnclearError("other flags")
        fields = self._grown(was.get("Fields"), became.get("Fields"))
        for given in fields:
            self._field(given)
        names = [text_of(self.after.value(each).get("T")) for each in self.after.value(became.get("Fields", []))]
        if fields and len(set(names)) != len(names):
            raise UnclearError("fields without a name of their own")
        for given in self.before.value(was.get("Fields")) or []:
            self._filled(given)

    def _grown(self, old: Any, new: Any) -> list[Reference]:
        """What a list has gained behind what it had, which it kept."""
        was, became = self._pair(old, new)
        was, became = was or [], became or []
        if not isinstance(was, list) or not isinstance(became, list) or not same(was, became[: len(was)]):
            raise UnclearError("a list that did not only grow")
        gained = became[len(was) :]
        if not all(isinstance(each, Reference) for each in gained):
            raise UnclearError("a list that gained what is no object of its own")
        return gained

    def _field(self, given: Reference) -> None:
        content = self._new(given)
        check_field(content)
        self.fields.append(given)
        page = self.before.value(content["P"]) if "P" in content else {"Type": "Page"}
        if not isinstance(page, dict) or page.get("Type") != "Page":
            raise UnclearError("a field on no page")
        self._surface(content)
        if "V" not in content or self._is_stamp(given, content["V"]):
            check_label(content)

    def _surface(self, content: dict[str, Any]) -> None:
        if "AP" in content:
            looks = self._new(content["AP"])
            _check_keys(looks, {"N"})
            check_empty_surface(self._new(looks.get("N")))

    def _filled(self, given: Any) -> None:
        """An empty signature field of the file has its value."""
        if not isinstance(given, Reference) or given.number not in self.defined:
            return
        was, became = self._pair(given, given)
        if not isinstance(was, dict) or was.get("FT") != "Sig" or "V" in was or "Kids" in was:
            raise UnclearError("a field that was not an empty signature field")
        _check_same_but(was, became, {"V"} if "AP" in was else {"V", "AP"})
        if "AP" not in was:
            self._surface(became)
        if "V" in became:
            self._is_stamp(given, became["V"])

    def _is_stamp(self, field: Reference, given: Any) -> bool:
        """Whether a field's value is a document timestamp; else it is a signature."""
        content = self._new(given)
        holder = self.after.object(given if isinstance(given, Reference) else field)
        is_stamp = check_signature(content, holder, self.after, self.before.end)
        if isinstance(given, Reference):
            self.signatures.append(given)
        if not is_stamp:
            self._raise_to(SIGNATURE)
        return is_stamp

    # --- pages

    def _pages(self) -> None:
        """A page gains the new fields and nothing else."""
        homes = [self.after.value(field).get("P") for field in self.fields]
        gained: list[Reference] = []
        for page in {*self._changed_pages(), *(home for home in homes if home is not None)}:
            was, became = self._pair(page, page)
            _check_same_but(was, became, {"Annots"})
            gained += self._grown(was.get("Annots"), became.get("Annots"))
        if not set(gained) <= set(self.fields) or len(set(gained)) != len(gained):
            raise UnclearError("a page gained something else")

    def _changed_pages(self) -> Iterator[Reference]:
        for number in self.defined - self.explained:
            if self.before.has(number):
                place = self.before.reference(number)
                content = self.before.value(place)
                if isinstance(content, dict) and content.get("Type") == "Page":
                    yield place

    def _nothing_waits(self) -> None:
        """A number that the file named before it stood for anything could be anything: a page's content, too."""
        if self.before.names_any(self.after.fresh(self.before)):
            raise UnclearError("the file was waiting for this")


def _check_keys(content: Any, allowed: set[str]) -> None:
    if not isinstance(content, dict) or not content.keys() <= allowed:
        raise UnclearError("an object of another kind")


def _check_same_but(was: Any, became: Any, free: set[str]) -> None:
    """Of two dictionaries; what is none has no keys, and that is an error, too."""
    for key in (was.keys() | became.keys()) - free:
        if not same(was.get(key), became.get(key)):
            raise UnclearError(f"{key} was changed")


def _mark(trailer: dict[str, Any]) -> bytes:
    """The half of a file's identifier that stays with it."""
    marks = trailer["ID"]
    if not isinstance(marks, list) or len(marks) != 2 or not all(isinstance(mark, bytes) for mark in marks):
        raise UnclearError("a mark of another kind")
    return bytes(marks[0])
