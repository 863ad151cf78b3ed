"""The addresses of a cycle's publication log, one row each; routes.py takes them in."""

from hashlib import sha256

from followups.models import FollowUp, Publication
from offices.stored import keep_exactly
from tests.conftest import jpeg
from tests.followups.publications.log import LOG, typed
from tests.journeys.row import EVERYONE, Row, file


def with_publication(scene):
    content = jpeg("teal")
    row = Publication(
        followup=FollowUp.objects.get(survey__office__code="3521", survey__year=2025),
        what="results",
        medium="printed",
        place="Papan pengumuman",
        published_on="2025-07-15",
        noted_on="2025-07-15",
        sha256=sha256(content).hexdigest(),
    )
    row.proof.name = keep_exactly("publications/3521/contoh.jpg", content)
    row.save()
    scene.publication, scene.proof = row.pk, row.sha256


ONE = f"{LOG}{{publication}}/"
PUBLICATIONS = {
    "publications": Row(
        LOG,
        get=EVERYONE,
        post="admin secretary",
        sent=lambda scene: typed() | {"file": file("layar.jpg")},
        wrong=typed(place=""),
    ),
    "publication": Row(
        ONE,
        get="admin secretary",
        post="admin secretary",
        given=with_publication,
        sent=typed(place="Videotron alun-alun", medium="billboard"),
        wrong=typed(published_on="kemarin"),
    ),
    "publication_proof": Row(f"{ONE}bukti/", get="staff head admin secretary", given=with_publication),
    "publication_picture": Row(f"{LOG}gambar/{{proof}}/", get=EVERYONE, given=with_publication),
    "publication_delete": Row(f"{ONE}hapus/", get=None, post="admin secretary", given=with_publication),
}
