"""A field is called by its label, or shorter where it stands beside others; the profile asks for the contact so."""

from offices.fields import CONTACT_FIELDS, Field
from offices.models import Office
from offices.profile.forms import ProfileForm


def test_a_field_is_named_by_its_label_within_a_sentence():
    assert Field("plan", "target", "Target triwulan").name == "target triwulan"


def test_or_by_a_shorter_word():
    assert Field("plan", "programme", "Program/kegiatan", short="nama").name == "nama"


def test_the_contact_is_asked_for_and_kept_under_its_keys():
    for field in CONTACT_FIELDS:
        assert str(ProfileForm.base_fields[field.key].label) == field.label
        assert Office._meta.get_field(field.key)
