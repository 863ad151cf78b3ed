"""What a notice says, in Indonesian. The values are in the row; a text of strangers never becomes part of the words."""

from collections.abc import Iterable
from dataclasses import dataclass

from offices.models import WORK, Notice, NoticeKind, ResetWay, Role
from offices.zones import moment_words

SENTENCES = {
    NoticeKind.PASSWORD_RESET: "Kata sandi akun Anda disetel ulang oleh {actor} pada {at}.",
    NoticeKind.PASSWORD_CHANGED: "Kata sandi akun Anda diganti dari dalam akun Anda pada {at}.",
    NoticeKind.ROLES_CHANGED: "Peran Anda di {office} diubah oleh {actor} pada {at}, dari {before} menjadi {after}.",
    NoticeKind.EMAIL_CHANGED: "Alamat surel akun Anda diubah oleh {actor} pada {at}.",
    NoticeKind.DISABLED: "Akun Anda dinonaktifkan oleh {actor} pada {at}.",
    NoticeKind.ENABLED: "Akun Anda diaktifkan kembali oleh {actor} pada {at}.",
    NoticeKind.FACTOR_ON: "Verifikasi dua langkah akun Anda diaktifkan pada {at}.",
    NoticeKind.FACTOR_OFF: "Verifikasi dua langkah akun Anda dinonaktifkan dari dalam akun Anda pada {at}.",
    NoticeKind.FACTOR_REMOVED: "Verifikasi dua langkah akun Anda dihapus oleh {actor} pada {at}. Aktifkan lagi.",
    NoticeKind.RECOVERY_CODES: "Lembar pemulihan baru dibuat dari dalam akun Anda pada {at}; yang lama tidak berlaku.",
    NoticeKind.KEY_KEPT: "Kunci tanda tangan atas nama {holder} diunggah dari akun Anda pada {at}.",
    NoticeKind.KEY_FORGOTTEN: "Kunci tanda tangan dihapus dari akun Anda pada {at}.",
    NoticeKind.KEY_CONFIRMED: "Kunci tanda tangan Anda dikonfirmasi oleh {actor} pada {at}.",
    NoticeKind.SESSION_ENDED: "Sesi akun Anda pada perangkat lain diakhiri pada {at}.",
    NoticeKind.SIGNER_GRANTED: "Peran {role} di {office} diberikan kepada {person} oleh {actor} pada {at}.",
    NoticeKind.REPORT_ISSUED: "{report} diterbitkan oleh {actor} pada {at}, {way}.",
    NoticeKind.RETURNED: "RTL “{plan}” dikembalikan oleh {actor} pada {at} untuk diperbaiki.",
    NoticeKind.WAITS: "RTL “{plan}” dikirim oleh {actor} pada {at} dan menunggu persetujuan Anda.",
    NoticeKind.TO_SIGN: "{report} siap ditandatangani sejak {at}.",
    NoticeKind.SIGNED: "{report} ditandatangani oleh {actor} pada {at}.",
    NoticeKind.LOOK_LAID: "{report} diatur oleh {actor} pada {at} untuk semua satuan kerja di bawah {office}.",
    NoticeKind.WEEKLY: "Ini yang menunggu Anda menurut keadaan pada {at}.",
    NoticeKind.RESET_ASKED: "Pada {at} diminta tautan untuk membuat kata sandi baru bagi akun Anda.",
    NoticeKind.INVITED: "Sebuah akun di SKM Portal dibuat untuk Anda pada {at}.",
}
OF_WAYS = {
    ResetWay.SERVER: "pengelola server",
    ResetWay.MAIL: "pemegang alamat surel akun ini",
    ResetWay.PROVIDER: "penyedia identitas",
}
NO_ROLE = "tanpa peran"


def sentence_of(notice: Notice) -> str:
    """One sentence: what was done, by whom (with the user name; else the way by which it was done) and when."""
    if notice.actor:
        actor = f"{notice.actor.name} ({notice.actor.username})"
    else:
        actor = OF_WAYS.get(notice.told.get("way"), "pengelola server")  # type: ignore[arg-type]
    values = {name: notice.told.get(name, "") for name in ("holder", "office", "person", "plan", "report", "way")}
    values["role"] = notice.told.get("role", Role.SECRETARY.label)  # told since roles have names of their own
    for name in ("before", "after"):
        told = notice.told.get(name)
        values[name] = ", ".join(map(str, told)) or NO_ROLE if isinstance(told, list) else str(told)
    return SENTENCES[NoticeKind(notice.kind)].format(actor=actor, at=moment_words(notice.at), **values)


def advice_on(notice: Notice) -> str:
    """What to do about something unwanted; of what came from the own account no admin is asked."""
    if notice.actor_id == notice.user_id:
        return "segera ganti kata sandi Anda dan hubungi pengelola server"
    return "hubungi admin satuan kerja Anda, atau pengelola server bila admin itu sendiri yang melakukannya"


@dataclass(frozen=True, slots=True)
class Told:
    """A notice as a page shows it. ``advice``: what to do about something unwanted; ``place``: where the work is."""

    number: int
    sentence: str
    advice: str
    place: str
    is_new: bool


def worded(notices: Iterable[Notice]) -> list[Told]:
    return [
        Told(
            number=notice.pk,
            sentence=sentence_of(notice),
            advice="" if notice.kind in WORK else advice_on(notice),
            place=notice.place,
            is_new=notice.understood_at is None,
        )
        for notice in notices
    ]
