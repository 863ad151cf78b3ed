"""The page *components* of a development server: each part that pages are made of, with what one writes for it."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Context, Template
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe


class ExampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Nama", help_text="Seperti tercetak dalam laporan.")
    note = forms.CharField(label="Uraian", required=False, widget=forms.Textarea({"rows": 2}))
    paper = forms.ChoiceField(label="Kertas", choices=[("a4", "A4"), ("f4", "F4")])
    way = forms.ChoiceField(label="Cara", choices=[("here", "Di portal"), ("hand", "Basah")], widget=forms.RadioSelect)
    months = forms.MultipleChoiceField(
        label="Bulan pelaksanaan",
        choices=[("2025-07", "Juli 2025"), ("2025-08", "Agustus 2025")],
        widget=forms.CheckboxSelectMultiple,
    )
    agreed = forms.BooleanField(label="Saya telah membaca laporan ini")
    file = forms.FileField(label="Berkas", help_text="PDF.")


@dataclass(frozen=True, slots=True)
class Example:
    """A component by its name, and what one writes in a page; ``form`` is empty there, ``wrong`` was sent empty."""

    name: str
    source: str

    @property
    def markup(self) -> SafeString:
        template = Template("{% load components %}" + self.source)
        return template.render(Context({"form": ExampleForm(), "wrong": ExampleForm({}, auto_id="wrong_%s")}))


EXAMPLES = (
    Example("note", '{% note "warn" %}\n  <p>Dua RTL belum disetujui.</p>\n{% endnote %}'),
    Example(
        "note: menurut nadanya",
        "".join(f'{{% note "{tone}" %}}<p>{tone}</p>{{% endnote %}}\n' for tone in ("", "info", "good", "warn", "bad")),
    ),
    Example("fault", '{% include "components/fault.html" with fault="Berkas terlalu besar." %}'),
    Example("obstacle", '{% include "components/obstacle.html" with obstacle="Hanya Admin yang dapat mengubahnya." %}'),
    Example("back", '{% back "cycle_list" %}Siklus{% endback %}'),
    Example("button", '{% button "save" %}Simpan{% endbutton %}'),
    Example("button: outline", '{% button "undo-2" kind="outline" %}Kembalikan{% endbutton %}'),
    Example("button: danger", '{% button "trash-2" kind="danger" %}Hapus{% endbutton %}'),
    Example("link_button", '{% link_button "cycle_list" icon="list" %}Semua siklus{% endlink_button %}'),
    Example(
        "icon_button", '{% icon_button "arrow-up" name="direction" value="up" %}Naikkan RTL 1 a{% endicon_button %}'
    ),
    Example("icon_link", '{% icon_link "pencil" "cycle_list" %}Ubah RTL 1 a{% endicon_link %}'),
    Example(
        "nothing_yet",
        '{% nothing_yet "Belum ada RTL" %}\n  <p>Pilih unsur prioritas terlebih dahulu.</p>\n{% endnothing_yet %}',
    ),
    *(Example(f"field: {name}", f"{{% field form.{name} %}}") for name in ExampleForm.base_fields),
    Example("field: yang keliru", "{% field wrong.name %}\n{% field wrong.way %}\n{% field wrong.agreed %}"),
    Example("fields", "{% fields form %}"),
    Example("faults", "{% faults wrong %}"),
    Example(
        "long_text",
        f'{{% long_text "Loket dibuka lebih awal." %}}\n{{% long_text "{"Loket dibuka lebih awal. " * 12}" %}}',
    ),
    Example("page_sheet", "{% page_sheet %}"),
)


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    return render(request, "skm_portal/components.html", {"examples": EXAMPLES})
