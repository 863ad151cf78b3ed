from offices.declining import Declined, Overtaken


def test_one_sentence_concerns_the_whole():
    declined = Declined("Unit ini masih dipakai.")
    assert str(declined) == "Unit ini masih dipakai."
    assert declined.faults == {"": "Unit ini masih dipakai."}


def test_a_sentence_may_stand_at_a_field():
    declined = Declined("NIP ini sudah dipakai.", "nip")
    assert str(declined) == "NIP ini sudah dipakai."
    assert declined.faults == {"nip": "NIP ini sudah dipakai."}


def test_several_fields_are_said_in_their_order():
    faults = {"months": "Pilih bulan.", "description": "Uraikan."}
    declined = Declined(faults)
    assert str(declined) == "Pilih bulan. Uraikan."
    faults.clear()
    assert list(declined.faults) == ["months", "description"]


def test_who_is_overtaken_learns_what_is_there_now():
    overtaken = Overtaken(revision=7, stored="teks baru")
    assert (overtaken.revision, overtaken.stored) == (7, "teks baru")
    assert "disimpan lagi" in str(overtaken)
    assert not isinstance(overtaken, Declined)
