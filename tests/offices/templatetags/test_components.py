"""What one writes in a page, and what the reader gets."""

import pytest
from django import forms
from django.forms import formset_factory
from django.template import Context, Template, TemplateSyntaxError
from lxml import html

from offices.templatetags.components import TONES


class AllKinds(forms.Form):
    name = forms.CharField(label="Nama", help_text="Seperti dalam <b>KTP</b>.")
    note = forms.CharField(label="Uraian", required=False, widget=forms.Textarea({"class": "tall"}))
    paper = forms.ChoiceField(label="Kertas", choices=[("a4", "A4"), ("f4", "F4")])
    way = forms.ChoiceField(label="Cara", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect, help_text="Satu.")
    units = forms.MultipleChoiceField(
        label="Unit", choices=[("1", "Satu"), ("2", "Dua")], widget=forms.CheckboxSelectMultiple, required=False
    )
    agreed = forms.BooleanField(label="Setuju")
    file = forms.FileField(label="Berkas", help_text="PDF.")
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        if self.data.get("name") == "semua":
            self.add_error(None, "Isian ini bertentangan.")


def drawn(source, **context):
    return Template("{% load components %}" + source).render(Context(context)).strip()


def element(source, **context):
    return html.fromstring(drawn(source, **context))


class TestNote:
    def test_paragraphs_stand_beside_an_icon(self):
        note = element('{% note "warn" %}<p>Satu.</p><p>Dua.</p>{% endnote %}')
        assert note.tag == "div"
        assert note.get("class") == "note tone-warn"
        assert note.get("role") is None
        assert [child.tag for child in note] == ["svg", "div"]
        assert [p.text for p in note.findall("div/p")] == ["Satu.", "Dua."]

    def test_without_a_tone_it_is_quiet(self):
        assert element("{% note %}<p>x</p>{% endnote %}").get("class") == "note"

    @pytest.mark.parametrize("tone", TONES)
    def test_each_tone_has_an_icon(self, tone):
        assert element("{% note tone %}<p>x</p>{% endnote %}", tone=tone).find("svg") is not None

    def test_a_tone_that_there_is_not_is_a_mistake_of_the_page(self):
        with pytest.raises(KeyError):
            drawn('{% note "loud" %}<p>x</p>{% endnote %}')

    def test_it_may_be_a_row_of_a_list_and_speak_at_once(self):
        note = element('{% note "bad" tag="li" role="alert" id="a" aria_label="Salah" %}<p>x</p>{% endnote %}')
        assert (note.tag, note.get("role"), note.get("id"), note.get("aria-label")) == ("li", "alert", "a", "Salah")

    def test_what_people_typed_is_text(self):
        assert "&lt;b&gt;" in drawn("{% note %}<p>{{ typed }}</p>{% endnote %}", typed="<b>")


class TestButtons:
    def test_a_button_sends_its_form(self):
        button = element('{% button "save" %}\n  Simpan\n  teks\n{% endbutton %}')
        assert (button.tag, button.get("type"), button.get("class")) == ("button", "submit", "btn btn-primary")
        assert " ".join(button.text_content().split()) == "Simpan teks"
        assert button.find("svg").get("aria-hidden") == "true"

    def test_without_an_icon_it_is_words_alone(self):
        assert (
            drawn("{% button %}Simpan{% endbutton %}")
            == '<button class="btn btn-primary" type="submit">Simpan</button>'
        )

    def test_attributes_are_html_of_the_page(self):
        button = element(
            '{% button kind="outline" type="button" hx_post=to hidden=True disabled=no value="" %}x{% endbutton %}',
            to="/a/?b=1&c=2",
            no=False,
        )
        assert button.attrib == {
            "class": "btn btn-outline",
            "type": "button",
            "data-hx-post": "/a/?b=1&c=2",
            "hidden": "",
        }

    def test_what_an_attribute_holds_cannot_leave_it(self):
        text = drawn("{% button value=typed %}x{% endbutton %}", typed='"><script>')
        assert "<script>" not in text

    def test_a_link_leads_to_a_page_by_name_or_to_an_address(self):
        named = element('{% link_button "survey_new" "3521" icon="plus" kind="primary" %}Baru{% endlink_button %}')
        assert (named.tag, named.get("href"), named.get("class")) == (
            "a",
            "/satuan-kerja/3521/siklus-baru/",
            "btn btn-primary",
        )
        assert element('{% link_button "/x/?y" %}Baru{% endlink_button %}').get("href") == "/x/?y"

    def test_an_icon_alone_is_named(self):
        button = element(
            '{% icon_button "arrow-up" name="move" disabled=True %}Naikkan {{ name }}{% endicon_button %}', name='"A"'
        )
        assert button.get("aria-label") == 'Naikkan "A"'
        assert button.get("disabled") is not None
        assert not button.text_content().strip()
        link = element('{% icon_link "pencil" "cycle_list" %}Ubah{% endicon_link %}')
        assert (link.get("aria-label"), link.get("href")) == ("Ubah", "/skm/")

    def test_the_way_back_names_where_it_leads(self):
        back = element('{% back "cycle_list" %}Siklus{% endback %}')
        assert back.find("a").get("href") == "/skm/"
        assert back.text_content().strip() == "Siklus"

    def test_a_tag_is_closed(self):
        with pytest.raises(TemplateSyntaxError):
            drawn("{% button %}Simpan")


def test_an_nothing_yet_has_a_head_of_its_level():
    state = element('{% nothing_yet "Belum ada RTL" level=2 %}<p>Pilih.</p>{% endnothing_yet %}')
    assert state.find("h2").text == "Belum ada RTL"
    assert state.find("p").text == "Pilih."
    assert element("{% nothing_yet %}<p>Pilih.</p>{% endnothing_yet %}").find("h3") is None


class TestField:
    @pytest.fixture
    def empty(self):
        return AllKinds()

    @pytest.fixture
    def wrong(self):
        return AllKinds({})

    def test_a_control_stands_between_label_and_help(self, empty):
        field = element("{% field form.name %}", form=empty)
        assert (field.tag, field.get("id"), field.get("class")) == ("div", "div_id_name", "field")
        label, control, hint = field
        assert label.get("for") == control.get("id") == "id_name"
        assert "".join(label.text_content().split()) == "Nama*"
        assert control.get("class") == "form-control"
        assert control.get("aria-describedby") == hint.get("id") == "id_name_helptext"

    def test_what_need_not_be_filled_in_has_no_mark(self, empty):
        assert "*" not in element("{% field form.note %}", form=empty).text_content()

    def test_each_control_has_its_look(self, empty):
        assert element("{% field form.paper %}", form=empty).find("select").get("class") == "form-select"
        assert "form-control" in element("{% field form.note %}", form=empty).find("textarea").get("class")

    def test_choices_are_a_group_with_one_name(self, empty):
        field = element("{% field form.way %}", form=empty)
        assert field.tag == "fieldset"
        assert field.get("aria-describedby") == "id_way_helptext"
        assert "".join(field.find("legend").text_content().split()) == "Cara*"
        assert [label.text_content().strip() for label in field.findall("div/label")] == ["A", "B"]
        boxes = element("{% field form.units %}", form=empty)
        assert [box.get("type") for box in boxes.findall(".//input")] == ["checkbox", "checkbox"]

    def test_a_tick_stands_before_its_words(self, empty):
        label = element("{% field form.agreed %}", form=empty).find("label")
        assert [child.tag for child in label] == ["input", "span"]
        assert label.get("for") == "id_agreed"

    def test_a_file_is_described_too(self, empty):
        assert element("{% field form.file %}", form=empty).find("input").get("aria-describedby") == "id_file_helptext"

    def test_what_is_hidden_stays_so(self, empty):
        assert element("{% field form.seen %}", form=empty).get("type") == "hidden"

    @pytest.mark.parametrize("name", ["name", "paper", "way", "agreed", "file"])
    def test_what_is_wrong_is_said_at_the_field_and_described_by_it(self, wrong, name):
        field = element(f"{{% field form.{name} %}}", form=wrong)
        said = field.find(".//ul[@class='errorlist']")
        described = field.xpath("descendant-or-self::*[@aria-describedby]")[0].get("aria-describedby").split()
        assert said.get("id") in described
        assert field.xpath(".//*[@aria-invalid='true']")


class TestForm:
    def test_a_whole_form_says_first_what_concerns_all_of_it(self):
        form = AllKinds({"name": "semua"})
        text = drawn("{% fields form %}", form=form)
        assert text.index("Isian ini bertentangan.") < text.index('name="seen"') < text.index("div_id_name")
        assert text.count('class="field"') == len(form.fields) - 1

    def test_nothing_is_lacking_in_what_was_not_sent(self):
        assert drawn("{% faults form %}", form=AllKinds()) == ""

    def test_marked_fields_are_told_above_the_form(self):
        text = drawn("{% faults form %}", form=AllKinds({}))
        assert "Belum tersimpan. Perbaiki isian yang ditandai, lalu simpan lagi." in text
        assert 'role="alert"' in text

    def test_what_concerns_no_field_stands_alone(self):
        form = forms.Form({})
        form.add_error(None, "Sudah dihapus orang lain.")
        text = drawn("{% faults form %}", form=form)
        assert "Sudah dihapus orang lain." in text
        assert "ditandai" not in text

    def test_several_forms_and_rows_of_forms_speak_once(self):
        rows = formset_factory(AllKinds)({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "x"})
        sound = forms.Form({})
        assert drawn("{% faults a b %}", a=sound, b=rows).count("Belum tersimpan") == 1
        assert drawn("{% faults a b %}", a=sound, b=forms.Form({})) == ""


class TestLongText:
    def test_a_short_one_stands_as_it_is(self):
        shown = element("{% long_text text %}", text="Satu.\n<b>Dua</b>.")
        assert shown.tag == "p"
        assert shown.text_content() == "Satu.<b>Dua</b>."
        assert len(shown.xpath(".//br")) == 1

    def test_of_a_long_one_the_beginning_is_shown_and_the_whole_is_kept(self):
        long = "Loket dibuka lebih awal. " * 40
        shown = element("{% long_text text %}", text=long)
        assert shown.tag == "details"
        beginning = shown.xpath("summary/span[@class='long-text-start']")[0].text
        assert beginning.endswith("…")
        assert long.startswith(beginning[:-1])
        assert len(beginning) <= 240
        assert shown.xpath("p")[0].text_content().strip() == long.strip()
