"""Keys that signed before a second person was asked for count as confirmed.

The certificates of keys kept until now are locked in their containers, whose digest stands for them.
"""

from typing import Any

from django.db import migrations
from django.db.models import F


def confirm_known_keys(apps: Any, _schema_editor: Any) -> None:
    signing_key = apps.get_model("reports", "SigningKey")
    signing_key.objects.filter(fingerprint="").update(fingerprint=F("sha256"))
    for key in signing_key.objects.all():
        for office in _signed_in(apps, key):
            apps.get_model("reports", "KeyConfirmation").objects.get_or_create(
                user_id=key.user_id,
                office_id=office,
                fingerprint=key.fingerprint,
                defaults={"verdict": "confirmed", "ground": "earlier"},
            )


def _signed_in(apps: Any, key: Any) -> set[int]:
    """The offices of the reports that a person signed with the certificate of this key."""
    signed = apps.get_model("reports", "Report").objects.filter(signed_by_id=key.user_id, signer__isnull=False)
    rows = signed.values_list("signer", "followup__survey__office")
    return {office for signer, office in rows if signer and _mark(signer) == _mark(key.certificate)}


def _mark(certificate: dict[str, Any]) -> tuple[Any, Any]:
    return certificate.get("serial"), certificate.get("issuer")


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_keys_are_confirmed"), ("followups", "0001_first_tables")]

    operations = [migrations.RunPython(confirm_known_keys, migrations.RunPython.noop)]
