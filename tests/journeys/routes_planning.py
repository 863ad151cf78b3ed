"""The addresses of what is promised: priorities, plans and upkeep, one row each; routes.py takes them in."""

from followups.models import Upkeep
from tests.journeys.row import Row

CYCLE = "/{}/3521/2025-S1/"
PLAN, UPKEEP = "/rtl/3521/2025-S1/{spare}/", "/pemeliharaan/3521/2025-S1/{upkeep}/"
PROMISE = {"programme": "Menata loket", "months": ["2025-08"], "units": ["*"]}
ROWS = {"pasted": "Menata loket\tAgustus", "baris": ["1"], "simpan": "1"}
CARE = {"element": "biaya", "plan": "Mengumumkan biaya", "activity": "Dipasang", "units": ["*"]}


def changed_before(address, sent):
    """What one changed just now, so that there is something to undo."""

    def change(client, scene):
        # an upkeep is changed as it was seen, which its form says
        seen = {"revision": Upkeep.objects.get(pk=scene.upkeep).revision} if "{upkeep}" in address else {}
        client.post(address.format(**vars(scene)), seen | sent)
        kept = client.session.get("urungkan")
        scene.step = kept["events"][-1] if kept else ""

    return change


PLANNING = {
    "priorities": Row(
        "/skm/3521/2025-S1/prioritas/", post="admin", sent={"chosen": ["waktu", "prosedur"]}, wrong={"seen": "biaya"}
    ),
    "plan_table": Row(CYCLE.format("rtl")),
    "plan_new": Row(
        "/rtl/3521/2025-S1/baru/",
        get="admin",
        post="admin",
        sent=lambda scene: PROMISE | {"priority": scene.priority},
        wrong={"programme": ""},
    ),
    "plan_edit": Row(f"{PLAN}ubah/", get="admin", post="admin", sent=PROMISE, wrong={"programme": ""}),
    "plan_month": Row(f"{PLAN}bulan/", get="admin", post="admin", sent={"add": "2025-11"}),
    "plan_move": Row(f"{PLAN}pindah/", get="admin", post="admin", sent={"direction": "up"}),
    "plan_delete": Row(f"{PLAN}hapus/", get="admin", post="admin"),
    "upkeep": Row(CYCLE.format("pemeliharaan")),
    "upkeep_new": Row(
        "/pemeliharaan/3521/2025-S1/baru/", get="admin", post="admin", sent=CARE, wrong={"element": "bukan"}
    ),
    "upkeep_edit": Row(f"{UPKEEP}ubah/", get="admin", post="admin", sent=CARE, wrong={"element": "bukan"}),
    "upkeep_move": Row(f"{UPKEEP}pindah/", get="admin", post="admin", sent={"direction": "up"}),
    "upkeep_delete": Row(f"{UPKEEP}hapus/", get="admin", post="admin"),
    "plan_undo": Row(
        CYCLE.format("rtl") + "urungkan/",
        get="admin",
        post="admin",
        before=changed_before(f"{PLAN}bulan/", {"add": "2025-12"}),
        sent=lambda scene: {"langkah": scene.step},
    ),
    "plan_paste": Row(
        CYCLE.format("rtl") + "tempel/",
        get="admin",
        post="admin",
        sent=lambda scene: ROWS | {"priority": scene.priority},
        wrong={"pasted": ""},
    ),
    "upkeep_undo": Row(
        CYCLE.format("pemeliharaan") + "urungkan/",
        get="admin",
        post="admin",
        before=changed_before(f"{UPKEEP}ubah/", CARE),
        sent=lambda scene: {"langkah": scene.step},
    ),
    "upkeep_paste": Row(
        CYCLE.format("pemeliharaan") + "tempel/",
        get="admin",
        post="admin",
        sent=ROWS | {"pasted": "Biaya/Tarif\tMengumumkan biaya"},
        wrong={"pasted": ""},
    ),
}
