from followups.evidence.figures import Figure, figures_of


def numbers(groups):
    return {photo: figure.number for photo, figure in figures_of(groups).items()}


def test_figures_are_counted_through_all_groups():
    assert numbers([["a", "b"], ["c"]]) == {"a": 1, "b": 2, "c": 3}


def test_a_photo_that_proves_several_groups_is_one_figure_printed_under_the_first():
    figures = figures_of([["a"], ["b", "a"], ["a", "c"]])
    assert figures["a"] == Figure(number=1, group=0)
    assert figures["c"] == Figure(number=3, group=2)


def test_a_group_without_photos_takes_no_number():
    assert numbers([[], ["a"], [], ["b"]]) == {"a": 1, "b": 2}


def test_there_are_no_figures_without_photos():
    assert figures_of([]) == {}
