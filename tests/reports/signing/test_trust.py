"""The authorities that count come from one file of the settings, and from nowhere without it."""

from reports.signing.trust import trusted_roots


def test_they_are_those_of_the_bundle_as_it_is_now(settings, tmp_path):
    settings.SIGNING_TRUST = str(tmp_path / "otoritas.pem")
    assert trusted_roots() == ()
    (tmp_path / "otoritas.pem").write_bytes(b"satu")
    assert trusted_roots() == (b"satu",)
    (tmp_path / "otoritas.pem").write_bytes(b"dua")
    assert trusted_roots() == (b"dua",)


def test_without_a_setting_or_with_a_folder_there_are_none(settings, tmp_path):
    for given in ("", str(tmp_path)):
        settings.SIGNING_TRUST = given
        assert trusted_roots() == ()
