"""Addresses of a cycle's survey and of its evidence."""

from django.urls import path, register_converter

from followups import views_survey
from followups.arriving import views as views_arriving
from followups.carrying import views as views_carrying
from followups.earlier import views as views_earlier
from followups.evidence import views as views_evidence
from followups.evidence import views_photo as views
from followups.evidence.photo_parts.views import evidence_parts
from followups.evidence.places import PlaceConverter
from followups.evidence.undoing.views import evidence_undo
from followups.evidence.views_several import evidence_several
from followups.evidence.web import views as views_web
from followups.inviting import views as views_inviting
from followups.papers import views as views_papers
from followups.planning import views as views_plan
from followups.planning import views_paste, views_table
from followups.publications import views as views_publications
from followups.realising import views as views_realisation
from followups.realising import views_queue
from followups.results.views import results
from followups.timeline import views as views_timeline
from followups.upkeep import views as views_upkeep

register_converter(PlaceConverter, "place")

EVIDENCE = "bukti-dukung/<str:code>/<period:period>"
ONE = f"{EVIDENCE}/<place:place>/foto/<int:pk>"
PHOTO = "bukti-dukung/<str:code>/<period:period>/foto/<slug:sha256>"
UPKEEP = "pemeliharaan/<str:code>/<period:period>/"
PLAN = "rtl/<str:code>/<period:period>/<int:number>/"
PAPERS = "skm/<str:code>/<period:period>/berkas-siklus/"
PUBLICATIONS = "skm/<str:code>/<period:period>/publikasi/"
EARLIER = "satuan-kerja/<str:code>/periode-sebelumnya/"
urlpatterns = [
    path(EARLIER, views_earlier.earlier_periods, name="earlier_periods"),
    path(f"{EARLIER}<int:pk>/", views_earlier.earlier_period, name="earlier_period"),
    path(f"{EARLIER}<int:pk>/hapus/", views_earlier.earlier_period_delete, name="earlier_period_delete"),
    path(f"{EARLIER}<int:pk>/laporan.pdf", views_earlier.earlier_period_file, name="earlier_period_file"),
    path(f"{EARLIER}<int:pk>/terbuka.pdf", views_earlier.earlier_period_open, name="earlier_period_open"),
    path("satuan-kerja/<str:code>/siklus-baru/", views_survey.survey_new, name="survey_new"),
    path("skm/<str:code>/<period:period>/", views_survey.survey, name="survey"),
    path("skm/<str:code>/<period:period>/hasil/", results, name="results"),
    path(PAPERS, views_papers.papers, name="papers"),
    path(f"{PAPERS}<int:pk>/", views_papers.paper, name="paper"),
    path(f"{PAPERS}gambar/<slug:sha256>/", views_papers.paper_picture, name="paper_picture"),
    path(f"{PAPERS}<int:pk>/unduh/", views_papers.paper_file, name="paper_file"),
    path(f"{PAPERS}<int:pk>/halaman/", views_papers.paper_pages, name="paper_pages"),
    path(f"{PAPERS}<int:pk>/hapus/", views_papers.paper_delete, name="paper_delete"),
    path(PUBLICATIONS, views_publications.publications, name="publications"),
    path(f"{PUBLICATIONS}<int:pk>/", views_publications.publication, name="publication"),
    path(f"{PUBLICATIONS}<int:pk>/bukti/", views_publications.publication_proof, name="publication_proof"),
    path(f"{PUBLICATIONS}gambar/<slug:sha256>/", views_publications.publication_picture, name="publication_picture"),
    path(f"{PUBLICATIONS}<int:pk>/hapus/", views_publications.publication_delete, name="publication_delete"),
    path("skm/<str:code>/<period:period>/prioritas/", views_plan.priorities, name="priorities"),
    path("rtl/<str:code>/<period:period>/", views_table.plan_table, name="plan_table"),
    path("rtl/<str:code>/<period:period>/baru/", views_plan.plan_new, name="plan_new"),
    path("rtl/<str:code>/<period:period>/tempel/", views_paste.plan_paste, name="plan_paste"),
    path("rtl/<str:code>/<period:period>/urungkan/", views_table.plan_undo, name="plan_undo"),
    path(f"{PLAN}ubah/", views_plan.plan_edit, name="plan_edit"),
    path(f"{PLAN}bulan/", views_table.plan_month, name="plan_month"),
    path(f"{PLAN}pindah/", views_table.plan_move, name="plan_move"),
    path(f"{PLAN}hapus/", views_plan.plan_delete, name="plan_delete"),
    path(UPKEEP, views_upkeep.upkeep, name="upkeep"),
    path(f"{UPKEEP}tempel/", views_upkeep.upkeep_paste, name="upkeep_paste"),
    path(f"{UPKEEP}urungkan/", views_upkeep.upkeep_undo, name="upkeep_undo"),
    path(f"{UPKEEP}baru/", views_upkeep.upkeep_new, name="upkeep_new"),
    path(f"{UPKEEP}<int:number>/ubah/", views_upkeep.upkeep_edit, name="upkeep_edit"),
    path(f"{UPKEEP}<int:number>/pindah/", views_upkeep.upkeep_move, name="upkeep_move"),
    path(f"{UPKEEP}<int:number>/hapus/", views_upkeep.upkeep_delete, name="upkeep_delete"),
    path("rtl/<str:code>/<period:period>/realisasi/", views_realisation.realisations, name="realisations"),
    path("persetujuan/", views_queue.approvals_everywhere, name="approvals_everywhere"),
    path("rtl/<str:code>/<period:period>/persetujuan/", views_queue.approvals, name="approvals"),
    path(PLAN, views_realisation.realisation, name="realisation"),
    path(f"{PLAN}teruskan/", views_carrying.plan_continue, name="plan_continue"),
    path(f"{PLAN}riwayat/", views_timeline.plan_timeline, name="plan_timeline"),
    path(f"{PLAN}riwayat/kembalikan/", views_timeline.plan_bring_back, name="plan_bring_back"),
    path(f"{PLAN}setujui/", views_realisation.approve_realisation, name="realisation_approve"),
    path(f"{PLAN}kembalikan/", views_realisation.return_realisation, name="realisation_return"),
    path(f"{PHOTO}.jpg", views.photo, name="photo"),
    path(f"{PHOTO}/kecil.jpg", views.photo_thumbnail, name="photo_thumbnail"),
    path(f"{EVIDENCE}/", views_evidence.evidence, name="evidence"),
    path(f"{EVIDENCE}/urungkan/", evidence_undo, name="evidence_undo"),
    path(f"{EVIDENCE}/<place:place>/", views_evidence.evidence_place, name="evidence_place"),
    path(f"{EVIDENCE}/<place:place>/unggah/", views_evidence.evidence_upload, name="evidence_upload"),
    path(f"{EVIDENCE}/<place:place>/keterangan/", views_evidence.evidence_note, name="evidence_note"),
    path(f"{EVIDENCE}/<place:place>/urutan/", views_evidence.evidence_order, name="evidence_order"),
    path(f"{EVIDENCE}/<place:place>/pindah/", views_evidence.evidence_move, name="evidence_move"),
    path(f"{EVIDENCE}/<place:place>/beberapa/", evidence_several, name="evidence_several"),
    path(f"{EVIDENCE}/<place:place>/tautan/", views_inviting.evidence_links, name="evidence_links"),
    path(
        f"{EVIDENCE}/<place:place>/tautan/<int:pk>/akhiri/", views_inviting.evidence_link_end, name="evidence_link_end"
    ),
    path(f"{EVIDENCE}/<place:place>/laman/", views_web.web_proof_new, name="web_proof_new"),
    path(f"{EVIDENCE}/<place:place>/laman/<int:pk>/", views_web.web_proof, name="web_proof"),
    path(f"{EVIDENCE}/<place:place>/laman/<int:pk>/hapus/", views_web.web_proof_delete, name="web_proof_delete"),
    path("bagikan/", views_arriving.shared_photos, name="shared_photos"),
    path("bagikan/pekerja.js", views_arriving.share_worker, name="share_worker"),
    path("kirim/", views_inviting.send_in_files, name="send_in_files"),
    path("kirim/<str:token>/", views_inviting.send_in, name="send_in"),
    path(f"{ONE}/", views_evidence.evidence_photo, name="evidence_photo"),
    path(f"{ONE}/tanggal/", views_evidence.evidence_day, name="evidence_day"),
    path(f"{ONE}/bagian/", evidence_parts, name="evidence_parts"),
    path(f"{ONE}/putar/", views_evidence.evidence_turn, name="evidence_turn"),
    path(f"{ONE}/gunakan/", views_evidence.evidence_share, name="evidence_share"),
    path(f"{ONE}/salin/", views_evidence.evidence_copy, name="evidence_copy"),
    path(f"{ONE}/lepas/", views_evidence.evidence_remove, name="evidence_remove"),
    path(f"{ONE}/hapus/", views_evidence.evidence_delete, name="evidence_delete"),
    path(f"{ONE}/ganti/", views_evidence.evidence_replace, name="evidence_replace"),
]
