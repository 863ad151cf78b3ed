"""Running text as data: what it says without its look."""

from reports.words.prose import Block, Run, text_of


def test_blocks_are_told_a_line_for_each_paragraph_and_item():
    paragraph = Block("p", ((Run("Nilai "), Run("baik", bold=True), Run(".")),))
    items = Block("ol", ((Run("satu"),), (Run("dua", italic=True),)))
    assert text_of((paragraph, items)) == "Nilai baik.\nsatu\ndua"


def test_no_blocks_say_nothing():
    assert text_of(()) == ""
