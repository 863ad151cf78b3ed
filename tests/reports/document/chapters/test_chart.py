"""The chart shows every score at its place on the scale from 1 to 4."""

from decimal import Decimal

from reports.document.chapters.chart import LEFT, RIGHT, WIDTH, chart_of
from reports.document.facts import facts_of
from tests.make_cycle import ELEMENT_KEYS, make_cycle, make_followup, make_source, make_survey
from tests.reports.shapes import young


def chart(scores=None, cycle=None):
    if scores:
        cycle = make_cycle(survey=make_survey(scores=scores))
    return chart_of(facts_of(make_source(cycle)))


def scores(**changes):
    return dict.fromkeys(ELEMENT_KEYS, Decimal("3.00")) | {key: Decimal(score) for key, score in changes.items()}


def test_without_scores_there_is_no_chart():
    assert chart(cycle=young()) is None


def test_every_element_has_its_bar_in_the_order_of_the_questionnaire():
    bars = chart().bars
    assert [bar.value for bar in bars][6:] == ["3,33 (B)", "3,76 (A)", "3,89 (A)"]
    assert [bar.y for bar in bars] == sorted({bar.y for bar in bars})


def test_a_bar_is_as_long_as_its_score():
    room = WIDTH - LEFT - RIGHT
    persyaratan, prosedur, waktu, *_rest = chart(scores(persyaratan="4", prosedur="2.5", waktu="1")).bars
    assert (persyaratan.width, prosedur.width, waktu.width) == (room, room // 2, 1)


def test_the_limits_of_the_grades_are_where_an_index_earns_them():
    """25 times the score is the index; 65.00, 76.61 and 88.31 begin C, B and A."""
    drawn, room = chart(), WIDTH - LEFT - RIGHT
    begin = [Decimal(score) / 25 for score in ("65.00", "76.61", "88.31")]
    assert list(drawn.limits) == [LEFT + int((score - 1) / 3 * room) for score in begin]
    assert [letter for _x, letter in drawn.zones] == ["D", "C", "B", "A"]
    edges = [LEFT, *drawn.limits, WIDTH - RIGHT]
    assert all(low < x < high for (x, _letter), low, high in zip(drawn.zones, edges, edges[1:], strict=False))


def test_priorities_are_told_from_the_others_in_words_and_in_colour():
    drawn = chart()
    assert [bar.is_priority for bar in drawn.bars] == [key == "waktu" for key in ELEMENT_KEYS]
    assert drawn.bars[ELEMENT_KEYS.index("waktu")].label[0][1] == "Waktu Penyelesaian (prioritas 1)"
    assert "Unsur prioritas: Waktu Penyelesaian." in drawn.description
    assert "jingga" in drawn.note
    assert "jingga" not in chart(cycle=make_cycle(followup=make_followup(()))).note


def test_the_grid_marks_the_scale():
    assert [text for _x, text in chart().grid] == ["1", "2", "3", "4"]
    assert (chart().grid[0][0], chart().grid[-1][0]) == (LEFT, WIDTH - RIGHT)


def test_nothing_leaves_the_picture():
    drawn = chart(scores(biaya="4"))
    assert all(bar.y >= 0 and bar.y + drawn.bar_height <= drawn.base_y < drawn.height for bar in drawn.bars)
    assert all(LEFT + bar.width <= drawn.width and bar.value_x < drawn.width for bar in drawn.bars)


def test_a_long_name_takes_two_lines():
    assert [text for _y, text in chart().bars[8].label] == ["Penanganan Pengaduan, Saran dan", "Masukan"]


def test_who_cannot_see_it_is_told_every_value():
    description = chart().description
    assert "Sarana dan Prasarana 3,76" in description
    assert description.count(";") == 8
