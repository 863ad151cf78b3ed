"""The addresses of a cycle's photos, one row each; routes.py takes them in."""

from hashlib import sha256
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from followups.models import EvidenceGroup, EvidencePhoto, UploadLink, WebProof
from tests.journeys.routes_planning import changed_before
from tests.journeys.row import ANYBODY, PUBLIC, Row, file

CYCLE = "/bukti-dukung/3521/2025-S1/"
PLACE = f"{CYCLE}rtl/{{plan}}/"
FOTO = f"{PLACE}foto/{{photo}}/"
STAND_IN = f"{PLACE}foto/{{stand_in}}/"
UNITS_OWN = "staff head admin"
WEB_PAGE = {"address": "https://kpu.go.id/berita", "caption": "Berita loket", "opened_on": "03-03-2025"}


def with_offered_day(scene):
    EvidencePhoto.objects.filter(pk=scene.photo).update(offered_on="2025-07-14")


def with_web_page(scene):
    group = EvidenceGroup.objects.get(plan=scene.plan)
    seen = {"opened_on": "2025-09-01", "noted_on": "2025-09-02"}
    scene.web_proof = WebProof.objects.create(group=group, address="https://kpu.go.id/a", caption="Berita", **seen).pk


def with_long_photo(scene):
    """The photo of the scene, as tall as a scrolled screenshot."""
    buffer = BytesIO()
    Image.new("RGB", (240, 600), "teal").save(buffer, "JPEG")
    photo = EvidencePhoto.objects.get(pk=scene.photo)
    stored = default_storage.save("photos/3521/panjang.jpg", ContentFile(buffer.getvalue()))
    digest = sha256(buffer.getvalue()).hexdigest()
    EvidencePhoto.objects.filter(pk=photo.pk).update(file=stored, sha256=digest, width=240, height=600)
    scene.digest = digest


def with_link(scene):
    digest = sha256(b"tautan-uji").hexdigest()
    link = UploadLink(plan_id=scene.plan, sha256=digest, made_by=scene.people.staff, ends_at="2999-01-01T00:00Z")
    link.save()
    scene.link = link.pk


EVIDENCE = {
    "photo": Row(f"{CYCLE}foto/{{digest}}.jpg"),
    "photo_thumbnail": Row(f"{CYCLE}foto/{{digest}}/kecil.jpg"),
    "evidence": Row(CYCLE),
    "evidence_place": Row(PLACE),
    "evidence_upload": Row(
        f"{PLACE}unggah/", get=None, post=UNITS_OWN, sent=lambda scene: {"photos": [file()]}, wrong={}
    ),
    "evidence_note": Row(
        f"{PLACE}keterangan/", get=None, post=UNITS_OWN, sent={"note": "Arsip"}, wrong={"note": "x" * 2001}
    ),
    "evidence_order": Row(
        f"{PLACE}urutan/", get=None, post=UNITS_OWN, sent=lambda scene: {"turun": scene.photo}, wrong={"urutan": "1"}
    ),
    "evidence_move": Row(
        f"{PLACE}pindah/",
        get=None,
        post=UNITS_OWN,
        sent=lambda scene: {"photo": scene.photo, "to": f"rtl/{scene.waiting}"},
    ),
    "evidence_photo": Row(FOTO, post=UNITS_OWN, sent={"caption": "Loket"}, wrong={"taken_on": "2999-01-01"}),
    "evidence_share": Row(
        f"{FOTO}gunakan/", get=None, post=UNITS_OWN, sent=lambda scene: {"to": f"rtl/{scene.waiting}"}
    ),
    "evidence_copy": Row(f"{FOTO}salin/", get=None, post=UNITS_OWN),
    "evidence_remove": Row(f"{FOTO}lepas/", get=None, post=UNITS_OWN),
    "evidence_delete": Row(f"{FOTO}hapus/", get=None, post=UNITS_OWN),
    "evidence_undo": Row(
        f"{CYCLE}urungkan/",
        get=UNITS_OWN,
        post=UNITS_OWN,
        before=changed_before(FOTO, {"caption": "Loket baru"}),
        sent=lambda scene: {"langkah": scene.step},
    ),
    "evidence_day": Row(f"{FOTO}tanggal/", get=None, post=UNITS_OWN, given=with_offered_day),
    "evidence_turn": Row(f"{FOTO}putar/", get=None, post=UNITS_OWN, sent={"arah": "kiri"}),
    "evidence_parts": Row(
        f"{FOTO}bagian/",
        get=UNITS_OWN,
        post=UNITS_OWN,
        given=with_long_photo,
        sent={"garis": ["200", "400"], "asli": "simpan"},
        wrong={"garis": ["400", "200"]},
    ),
    "photo_retouch": Row(
        f"{CYCLE}foto/{{photo}}/ubah/",
        get=UNITS_OWN,
        post=UNITS_OWN,
        sent={"cara": "samarkan", "kotak": "0,0,40,40"},
        wrong={"kotak": ""},
    ),
    "evidence_several": Row(
        f"{PLACE}beberapa/",
        get=None,
        post=UNITS_OWN,
        sent=lambda scene: {"photo": scene.photo, "lakukan": "keterangan", "caption": "Loket baru"},
    ),
    "evidence_links": Row(f"{PLACE}tautan/", get=UNITS_OWN, post=UNITS_OWN),
    "evidence_link_end": Row(f"{PLACE}tautan/{{link}}/akhiri/", get=None, post=UNITS_OWN, given=with_link),
    "web_proof_new": Row(
        f"{PLACE}laman/", get=UNITS_OWN, post=UNITS_OWN, sent=WEB_PAGE, wrong=WEB_PAGE | {"address": "ftp://kpu.go.id"}
    ),
    "web_proof": Row(
        f"{PLACE}laman/{{web_proof}}/",
        get=UNITS_OWN,
        post=UNITS_OWN,
        given=with_web_page,
        sent=WEB_PAGE,
        wrong=WEB_PAGE | {"opened_on": "01-01-2999"},
    ),
    "web_proof_delete": Row(f"{PLACE}laman/{{web_proof}}/hapus/", get=None, post=UNITS_OWN, given=with_web_page),
    "shared_photos": Row("/bagikan/", get=ANYBODY),
    "share_worker": Row("/bagikan/pekerja.js", get=PUBLIC),
    "send_in": Row("/kirim/tautan-uji/", get=PUBLIC, given=with_link),
    "send_in_files": Row(
        "/kirim/",
        get=PUBLIC,
        post=PUBLIC,
        given=with_link,
        sent=lambda scene: {"tautan": "tautan-uji", "photos": [file()]},
        wrong={"tautan": "lain"},
    ),
    "evidence_replace": Row(
        f"{STAND_IN}ganti/", get=None, post=UNITS_OWN, sent=lambda scene: {"photos": [file()]}, wrong={}
    ),
}
