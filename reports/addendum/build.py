"""The Laporan Penyelesaian RTL from a source of plain values. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from followups.progress import Progress
from reports.addendum.model import (
    SCHEMA,
    AddendumDocument,
    AddendumSource,
    Fate,
    LeftRow,
    OutcomeRow,
    Owed,
    StandingRow,
)
from reports.cycle.model import Evidence
from reports.document.block import SIGNATURE, block_of, signed_day
from reports.document.chapters.annex import AnnexPlan, GroupWish, annex_from
from reports.document.chapters.cells import NONE, NOT_FILLED_IN
from reports.document.shapes import OfficeFace, TableHead
from reports.document.source import Signing
from reports.words.language import count_of, count_word, date_text, months_text, paragraphs_of
from surveys.periods import Period

TITLE = "Laporan Penyelesaian Rencana Tindak Lanjut Survei Kepuasan Masyarakat (SKM)"
MOST_PHOTOS = 2
"""Of one RTL: what is more stays in the annex of its own period's report."""
_CLOSING = "Demikian laporan penyelesaian ini disusun sebagai bagian yang tidak terpisahkan dari laporan semula."


def build(
    source: AddendumSource, face: OfficeFace, period: Period, today: date, signing: Signing | None
) -> AddendumDocument:
    """``today`` is the day of which a draft speaks; what is to be signed speaks of its own date."""
    return _Telling(source, face, period, signing.day if signing else today, signing).document()


@dataclass(frozen=True, slots=True)
class _Telling:
    source: AddendumSource
    face: OfficeFace
    period: Period
    day: date
    signing: Signing | None

    def document(self) -> AddendumDocument:
        annex = self._annex()
        left = tuple(self._left())
        signatory = self.source.signatory
        day = signed_day(self.signing) if self.signing else date_text(self.day)
        return AddendumDocument(
            schema=SCHEMA,
            office=self.face,
            period=self.period.code,
            period_label=self.period.label,
            title=TITLE,
            is_example=any(figure.is_placeholder for figure in annex.annex.figures),
            signing=self.signing,
            opening=tuple(self._opening()),
            standing_head=TableHead("Tabel 1", "Realisasi RTL Semula dan Sekarang", "tabel-1", ()),
            standings=tuple(self._standings()),
            head=TableHead("Tabel 2", "Penyelesaian RTL yang Dijanjikan dalam Tabel 4.1 Laporan Semula", "tabel-2", ()),
            rows=tuple(self._row(owed, fate, annex) for owed, fate in self._pairs()),
            left_head=TableHead("Tabel 3", "RTL yang Masih Belum Selesai", "tabel-3", ()) if left else None,
            left=left,
            closing=tuple(self._closing(len(left))),
            signature=block_of(self.source.office.place, day, signatory, self.signing, SIGNATURE),
            annex=annex.annex,
            source=self.source,
        )

    def _pairs(self) -> Iterator[tuple[Owed, Fate | None]]:
        yield from zip(self.source.owed, self.source.fates, strict=True)

    def _opening(self) -> Iterator[str]:
        source = self.source
        then = source.then
        named = source.completes
        number = f" nomor {named.number}" if named.number else ""
        yield (
            f"Laporan ini melengkapi Laporan Tindak Lanjut SKM {source.office.name} {self.period.label}{number} "
            f"tanggal {date_text(named.dated)}, versi {named.version}, kode verifikasi {named.code}, selanjutnya "
            f"disebut laporan semula. Keaslian laporan semula dapat dicek pada {named.url}."
        )
        impossible = (
            f" Di luar itu, {count_word(source.impossible)} RTL dinyatakan tidak dapat dilaksanakan."
            if source.impossible
            else ""
        )
        yield (
            f"Saat laporan semula ditandatangani, realisasi RTL adalah {_share(then)}. Untuk "
            f"{count_word(len(source.owed))} RTL yang belum selesai, laporan semula menjanjikan strategi penyelesaian, "
            f"target waktu, dan penanggung jawab dalam Tabel 4.1.{impossible}"
        )
        which = f"{count_of(source.settled, len(source.owed))} RTL"
        if source.settled == len(source.owed):
            which = "seluruh RTL" if source.settled > 1 else "RTL"
        yield (
            f"Sampai dengan {date_text(self.day)}, {which} tersebut sudah selesai dilaksanakan, sehingga "
            f"realisasi RTL menjadi {_share(source.now)}."
        )

    def _standings(self) -> Iterator[StandingRow]:
        source = self.source
        for name, day, progress in (
            ("Laporan semula", source.completes.dated, source.then),
            ("Laporan ini", self.day, source.now),
        ):
            yield StandingRow(
                f"{name}, {date_text(day)}", str(progress.done), str(progress.total), f"{progress.percent_done}%"
            )

    def _row(self, owed: Owed, fate: Fate | None, annex: AnnexPlan) -> OutcomeRow:
        status = "Belum selesai"
        told: tuple[str, ...] = ("Belum diteruskan dalam siklus berikutnya.",)
        if fate is not None:
            if fate.is_given_up:
                status = "Tidak dapat dilaksanakan"
            elif fate.is_settled:
                status = "Selesai"
            told = paragraphs_of(fate.description) or (NOT_FILLED_IN if fate.is_settled else "Belum ada uraian.",)
        return OutcomeRow(
            number=owed.number,
            programme=owed.programme,
            place=owed.place,
            promised=(
                ("Strategi", owed.strategy),
                ("Target waktu", (owed.target,)),
                ("Penanggung jawab", (", ".join(owed.responsible),)),
            ),
            status=status,
            told=told,
            details=tuple(self._details(fate)) if fate else (),
            proofs=annex.proofs_at(("plan", owed.number, "")),
        )

    def _details(self, fate: Fate) -> Iterator[str]:
        if fate.months:
            yield f"Pelaksanaan: {months_text(fate.months)}"
        if fate.completed_on:
            yield f"Selesai: {date_text(fate.completed_on)}"
        yield f"Dilanjutkan dalam tindak lanjut SKM {Period.parse(fate.period).label}"
        more = len(fate.evidence.photos) - MOST_PHOTOS
        if fate.is_settled and more > 0:
            yield f"{count_word(more).capitalize()} foto lain tersimpan pada periode itu"

    def _left(self) -> Iterator[LeftRow]:
        for owed, fate in self._pairs():
            if fate and (fate.is_settled or fate.is_given_up):
                continue
            yield LeftRow(
                number=owed.number,
                programme=owed.programme,
                reason=paragraphs_of(fate.reason if fate else "") or (NONE,),
                strategy=(fate.strategy if fate else ()) or owed.strategy,
                target=(fate.target if fate else "") or owed.target,
                responsible=(fate.responsible if fate else ()) or owed.responsible,
            )

    def _given_up(self) -> Iterator[str]:
        for owed, fate in self._pairs():
            if fate and fate.is_given_up:
                why = " ".join(paragraphs_of(fate.reason))
                reason = f" Alasannya: {why.rstrip(' .')}." if why else ""
                yield (
                    f"RTL nomor {owed.number} dalam Tabel 2 dinyatakan tidak dapat dilaksanakan, sehingga tidak "
                    f"dilanjutkan.{reason}"
                )

    def _closing(self, open_ones: int) -> Iterator[str]:
        given_up = tuple(self._given_up())
        yield from given_up
        if open_ones:
            yield (
                f"RTL yang belum selesai, yaitu {count_word(open_ones)} RTL, dilanjutkan sesuai dengan strategi dan "
                "target waktu dalam Tabel 3."
            )
        elif given_up:
            yield "Dengan demikian, tidak ada lagi RTL dari Tabel 4.1 laporan semula yang masih harus diselesaikan."
        else:
            yield "Dengan demikian, semua RTL yang dijanjikan dalam Tabel 4.1 laporan semula sudah diselesaikan."
        yield _CLOSING

    def _annex(self) -> AnnexPlan:
        wishes = [
            GroupWish(
                ("plan", owed.number, ""),
                f"Bukti Dukung Tabel 2 Nomor {owed.number}",
                owed.programme,
                f"Dokumentasi {owed.programme.rstrip(' .')}",
                replace(fate.evidence, photos=fate.evidence.photos[:MOST_PHOTOS]),
            )
            for owed, fate in self._pairs()
            if fate and fate.is_settled and fate.evidence != Evidence()
        ]
        return annex_from(wishes, self.source.pictures)


def _share(progress: Progress) -> str:
    return f"{progress.percent_done}% ({progress.done} dari {progress.total} RTL)"
