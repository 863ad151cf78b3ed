"""The addresses of what an evaluator asks of an office, one row each; routes.py takes them in."""

from tests.journeys.row import Row

PEKPPP = "/satuan-kerja/3521/pekppp/"
PACK = "/satuan-kerja/3521/paket-bukti/"
OWN = "staff head admin secretary"
OVERSIGHT = {
    "pekppp": Row(PEKPPP, get="head admin secretary supervisor"),
    "evidence_pack": Row(PACK, get=OWN),
    "evidence_pack_file": Row(f"{PACK}pekppp/2025/", get=OWN),
    "evidence_names": Row(
        f"{PACK}pekppp/nama/",
        get=OWN,
        post="admin",
        sent={"folder-6": "6_SKM"},
        wrong={"folder-6": "../../etc"},
    ),
}
