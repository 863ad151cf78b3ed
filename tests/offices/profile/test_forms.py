"""The forms about an office: what is typed is put on one line, what is left open stays, what is wrong says where."""

from datetime import date, timedelta

from django.utils import timezone

from offices.models import Office, ParafRule, Role, Zone
from offices.profile.forms import (
    MOST_SOCIALS,
    CloseForm,
    OneLineField,
    PictureForm,
    ProfileForm,
    SocialForm,
    SocialFormSet,
    SocialRows,
    UnitForm,
    profile_forms,
    profile_values,
    socials_in,
)
from offices.profile.saving import Social
from tests.cases import in_one_test

OFFICE = {
    "name": "KPU Kabupaten Ngawi",
    "short_name": "KPU Ngawi",
    "place": "Ngawi",
    "all_units_label": "Seluruh Subbagian",
}


def form(**typed):
    made = ProfileForm(OFFICE | typed)
    made.is_valid()
    return made


@in_one_test(
    ("typed", "kept"),
    [
        ("  KPU \n Ngawi ", "KPU Ngawi"),
        ("KPU\tNgawi", "KPU Ngawi"),
        ("KPU\u00a0Ngawi", "KPU Ngawi"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_name_is_put_on_one_line(typed, kept):
    assert OneLineField(required=False).clean(typed) == kept


def test_the_least_that_an_office_must_say():
    assert form().errors == {}
    assert sorted(ProfileForm({}).errors) == sorted(OFFICE)


@in_one_test(
    ("typed", "field", "words"),
    [
        ({"email": "bukan surel"}, "email", ""),
        ({"email": "kpu@localhost"}, "email", "nama@contoh.go.id"),
        ({"email": "kpu@[127.0.0.1]"}, "email", "nama@contoh.go.id"),
        ({"email": "kpu..ngawi@kpu.go.id"}, "email", "nama@contoh.go.id"),
        ({"postal_code": "6321"}, "postal_code", "lima angka"),
        ({"postal_code": "Ngawi 63211"}, "postal_code", "lima angka"),
        ({"website": "www kpu go id"}, "website", "tanpa spasi"),
        ({"website": "belum ada"}, "website", "tanpa spasi"),
        ({"website": "kpu"}, "website", "misalnya kab-contoh.kpu.go.id"),
        ({"zone": "UTC"}, "zone", "UTC"),
        ({"paraf": "maybe"}, "paraf", "maybe"),
        ({"name": "a" * 201}, "name", "200"),
        ({"head_called": "a" * 61}, "head_called", "60"),
        ({"pdf_limit_mb": "0"}, "pdf_limit_mb", "1"),
        ({"pdf_limit_mb": "201"}, "pdf_limit_mb", "200"),
        ({"second_factor_roles": ["boss"]}, "second_factor_roles", "boss"),
        ({"signatory_nip": "12"}, "signatory_nip", "18 angka"),
        ({"signatory_nip": "198305032023212001"}, "signatory_nip", ""),
        ({"number_template": "{bulan}"}, "number_template", "{nomor}"),
        ({"number_template": "{nomor}/{kode}"}, "number_template", "kode satuan kerja"),
        ({"number_template": "{nomor}/{klasifikasi}"}, "number_template", "kode klasifikasi"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(typed, field, words):
    errors = form(**typed).errors
    assert list(errors) == [field]
    assert words in str(errors[field])


@in_one_test(
    "typed",
    [
        {"signatory_nip": "19830503 200902 1 002"},
        {"signatory_nip": "198305032023212001", "pppk": "on"},
        {
            "number_template": "{nomor}/{klasifikasi}-{jenis}/{kode}/{tahun}",
            "number_classification": "ORT",
            "number_unit_code": "3521",
        },
        {"pdf_limit_mb": "200"},
        {"second_factor_roles": ["admin", "secretary"]},
    ],
)
def test_what_can_be_is_taken(typed):
    assert form(**typed).errors == {}


def test_a_page_that_did_not_ask_for_zone_and_paraf_changes_neither():
    opened = ProfileForm(OFFICE, initial={"zone": Zone.WIT, "paraf": ParafRule.REQUIRED})
    assert opened.is_valid()
    assert (opened.cleaned_data["zone"], opened.cleaned_data["paraf"]) == ("WIT", "required")
    assert (form().cleaned_data["zone"], form().cleaned_data["paraf"]) == ("WIB", "shown")
    assert form(zone="WITA", paraf="off").cleaned_data["zone"] == "WITA"


def test_a_page_that_did_not_ask_for_the_names_of_roles_changes_none():
    opened = ProfileForm(OFFICE | {"admin_called": ""}, initial={"head_called": "Kabag", "admin_called": "Operator"})
    assert opened.is_valid()
    assert (opened.cleaned_data["head_called"], opened.cleaned_data["admin_called"]) == ("Kabag", "")


def test_what_was_typed_is_a_profile():
    made = form(signatory_nip="19830503 200902 1 002", second_factor_roles=[Role.ADMIN.value], pdf_limit_mb="")
    profile = made.profile((Social("Instagram", "@kpu"),))
    assert (profile.name, profile.signatory_nip) == ("KPU Kabupaten Ngawi", "198305032009021002")
    assert (profile.second_factor_roles, profile.pdf_limit_mb) == (("admin",), None)
    assert profile.socials == (Social("Instagram", "@kpu"),)


# --- social media


def rows(*pairs, total=None):
    sent = {
        f"social-{at}-{name}": text
        for at, pair in enumerate(pairs)
        for name, text in zip(("platform", "label"), pair, strict=True)
    }
    counted = {"social-TOTAL_FORMS": str(len(pairs) if total is None else total), "social-INITIAL_FORMS": "0"}
    return SocialFormSet(sent | counted, prefix="social")


def test_empty_rows_are_none_and_the_order_stays():
    made = rows(("Instagram", "@kpu"), ("", ""), ("YouTube", "KPU"))
    assert made.is_valid()
    assert socials_in(made) == (Social("Instagram", "@kpu"), Social("YouTube", "KPU"))


@in_one_test(("pair", "empty"), [(("Instagram", ""), "label"), (("", "@kpu"), "platform"), ((" ", "@kpu"), "platform")])
def test_half_a_row_is_refused_at_what_is_empty(pair, empty):
    (only,) = rows(pair).forms
    assert list(only.errors) == [empty]
    assert "kosongkan keduanya" in str(only.errors[empty])


@in_one_test("pair", [("", ""), ("Instagram", "@kpu")])
def test_a_whole_row_and_an_empty_one_are_no_fault(pair):
    assert SocialForm(dict(zip(("platform", "label"), pair, strict=True))).is_valid()


def test_the_rows_are_one_value_of_the_profile():
    sent = {"social-0-platform": "Instagram ", "social-0-label": "@kpu", "social-1-platform": "", "social-1-label": ""}
    sent |= {f"social-{MOST_SOCIALS}-platform": "X", f"social-{MOST_SOCIALS + 1}-platform": "Y"}
    assert SocialRows().value_from_datadict(sent, {}, "socials") == ["Instagram: @kpu", "X: "]
    assert SocialRows().render("socials", []) == ""


def stored(**changes):
    return Office(
        **OFFICE | {"socials": [{"platform": "Instagram", "label": "@kpu"}], "second_factor_roles": []} | changes
    )


def test_a_form_that_is_opened_shows_what_is_stored():
    made, socials = profile_forms(stored(signatory_nip="198305032023212001"))
    assert made["name"].value() == "KPU Kabupaten Ngawi"
    assert made["pppk"].value() is True
    assert socials_in(socials) == (Social("Instagram", "@kpu"),)
    assert profile_values(stored())["socials"] == ["Instagram: @kpu"]
    assert profile_values(stored())["pppk"] is False


def test_where_the_stored_rows_are_to_stay_those_that_were_sent_are_left_out():
    sent = OFFICE | {"social-TOTAL_FORMS": "0", "social-INITIAL_FORMS": "0"}
    assert socials_in(profile_forms(stored(), sent | {"socials": "tersimpan"})[1]) == (Social("Instagram", "@kpu"),)
    _form, socials = profile_forms(stored(), sent)
    assert socials.is_valid() and socials_in(socials) == ()


# --- units and pictures


def test_a_unit_has_a_name_and_a_short_one():
    made = UnitForm({"name": " Subbagian  Umum ", "short_name": "Umum"})
    assert made.is_valid() and made.names() == {"name": "Subbagian Umum", "short_name": "Umum"}
    assert sorted(UnitForm({}).errors) == ["name", "short_name"]


def test_a_unit_is_closed_within_a_year_from_now():
    today = timezone.localdate()
    for day, fits in ((today, True), (today + timedelta(days=366), True), (today + timedelta(days=400), False)):
        assert CloseForm({"closed_on": f"{day:%d-%m-%Y}"}).is_valid() is fits
    assert CloseForm({"closed_on": f"{date(2020, 1, 1):%d-%m-%Y}"}).is_valid()
    assert not CloseForm({"closed_on": ""}).is_valid()


def test_who_sends_no_picture_is_told_to_choose_one():
    assert PictureForm({}, {}).errors["picture"] == ["Pilih dahulu berkas gambarnya."]


@in_one_test(
    ("field", "typed"),
    [
        ("postal_code", "63211"),
        ("website", "kab-ngawi.kpu.go.id"),
        ("website", "https://ngawikab.go.id/kpu/skm?tahun=2025"),
        ("website", "Contoh.desa.id"),
        ("website", "https://contoh.go.id?unit=3"),
        ("postal_code", "99351"),
        ("email", "kpu.ngawi+skm@kpu.go.id"),
    ],
)
def test_what_an_office_may_be_reached_by_is_kept_as_typed(field, typed):
    assert form(**{field: typed}).errors == {}
    assert form(**{field: typed}).cleaned_data[field] == typed


@in_one_test(("field", "stored"), [("postal_code", "Ngawi"), ("email", "kpu@localhost"), ("website", "-")])
def test_what_stood_there_before_it_was_checked_hinders_nobody(field, stored):
    assert ProfileForm(OFFICE | {field: stored}, initial={field: stored}).errors == {}
