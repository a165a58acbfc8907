"""Where things land on the pages: nothing lonely, nothing lost, nothing too large."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Drawing, Rect

from tests.verapdf.marks import differences
from thuiswerkplek.report import tagged
from thuiswerkplek.report.tagged_style import TEXT_HEIGHT, TEXT_WIDTH

INFO = tagged.DocumentInfo("Verslag", "nl-NL", date(2026, 11, 23))
SENTENCE = "Zet je beeldscherm op ooghoogte, zodat je nek ontspannen blijft. "


def built(*story: tagged.Flowable) -> bytes:
    first = tagged.heading(1, "Kop")
    return tagged.build(
        lambda: [first, *story], INFO, header="H", footer=lambda p, n: f"{p}/{n}"
    )


def spread(pdf: bytes, role: str) -> list[list[int]]:
    """Return for each element of a role the pages (from 1) that it is drawn on."""
    with pikepdf.open(BytesIO(pdf)) as file:
        pages: dict[Any, int] = {
            page.objgen: place for place, page in enumerate(file.pages, 1)
        }
        found: list[list[int]] = []

        def walk(element: Any, lists: list[list[int]]) -> None:
            if f"/{role}" == element.S:
                found.append([])
                lists = [*lists, found[-1]]
            for kid in element.get("/K", pikepdf.Array()):
                if isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid:
                    walk(kid, lists)
                    continue
                holder = element if isinstance(kid, int) else kid
                for one in lists:
                    one.append(pages[holder.Pg.objgen])

        walk(file.Root.StructTreeRoot.K, [])
        return [sorted(set(one)) for one in found]


def filler(height: float) -> tagged.Flowable:
    """Leave this much room on the first page, below the first heading."""
    return tagged.space(TEXT_HEIGHT - 27 - 10 - height)


def row(text: Any) -> list[Any]:
    return [text, "kort"]


COLUMNS = [tagged.Column("Vraag", 3), tagged.Column("Antwoord")]


def test_paragraph_takes_at_least_two_lines_along() -> None:
    four_lines = SENTENCE * 5

    assert spread(built(filler(14.5 + 6), tagged.paragraph(four_lines)), "P") == [[2]]
    assert spread(built(filler(29 + 6), tagged.paragraph(four_lines)), "P") == [[1, 2]]
    assert spread(built(filler(29 + 6), tagged.paragraph(SENTENCE * 3)), "P") == [[2]]


def test_heading_is_not_left_alone_at_the_foot() -> None:
    story = [tagged.heading(2, "Twee"), tagged.heading(3, "Drie")]

    for follower in (
        tagged.paragraph(SENTENCE * 9),
        tagged.table(COLUMNS, [row(SENTENCE)] * 5),
        tagged.card([tagged.paragraph(SENTENCE)]),
        tagged.bullets([SENTENCE] * 3),
    ):
        pdf = built(filler(75), *story, follower)
        assert spread(pdf, "H2") == spread(pdf, "H3") == [[2]]


def test_heading_stays_with_the_first_rows_of_a_long_table() -> None:
    table = tagged.table(COLUMNS, [row(f"{n} {SENTENCE}") for n in range(60)])

    pdf = built(filler(200), tagged.heading(2, "Twee"), table)

    assert spread(pdf, "H2") == [[1]]
    assert spread(pdf, "Table")[0][0] == 1


def test_table_header_comes_back_as_an_artifact() -> None:
    pdf = built(tagged.table(COLUMNS, [row(SENTENCE) for _ in range(90)]))

    headers = spread(pdf, "TH")
    with pikepdf.open(BytesIO(pdf)) as file:
        repeated = [
            str(one.operands[1].get("/Type"))
            for one in pikepdf.parse_content_stream(file.pages[1])
            if str(one.operator) == "BDC" and str(one.operands[0]) == "/Artifact"
        ]
    assert headers == [[1], [1]]
    assert repeated.count("/Pagination") == 3  # the row, the header and the footer


def test_rows_stay_whole_unless_they_are_very_high() -> None:
    rows = [row(SENTENCE * 4) for _ in range(40)]
    assert all(
        len(pages) == 1 for pages in spread(built(tagged.table(COLUMNS, rows)), "TR")
    )

    high = built(filler(100), tagged.table(COLUMNS, [row(SENTENCE * 60)]))
    assert spread(high, "TR")[1][:2] == [1, 2]


def test_header_is_not_left_with_a_single_row_on_either_page() -> None:
    rows = [row(f"{n} {SENTENCE}") for n in range(6)]
    table = tagged.table(COLUMNS, rows)
    table.wrap(TEXT_WIDTH, TEXT_HEIGHT)
    each = (table.height - 20) / 6

    assert spread(built(filler(20 + 1.5 * each), table), "Table") == [[2]]
    pages = spread(built(filler(20 + 5.5 * each), tagged.table(COLUMNS, rows)), "TR")
    assert pages == [[1]] * 5 + [[2]] * 2


def test_band_stays_with_the_row_below_it() -> None:
    def table() -> tagged.Flowable:
        named = [[tagged.Band(f"Thema {n}"), row(SENTENCE)] for n in range(30)]
        return tagged.table(COLUMNS, [one for pair in named for one in pair])

    for room in range(200, 300, 9):
        _header, *pages = spread(built(filler(room), table()), "TR")
        for band, below in zip(pages[::2], pages[1::2], strict=True):
            assert band == below


def test_columns_split_together() -> None:
    long, short = tagged.paragraph(SENTENCE * 12), tagged.paragraph(SENTENCE)

    pdf = built(filler(120), tagged.beside([[long], [short], [tagged.bullets(["x"])]]))

    assert spread(pdf, "P") == [[1, 2], [1]]
    assert spread(pdf, "L") == [[1]]


def test_columns_share_the_width() -> None:
    narrow, wide = tagged.paragraph("x"), tagged.paragraph("y")

    tagged.beside([[narrow], [wide]], (1, 3), gap=10).wrap(410, 0)

    assert (narrow.width, wide.width) == (100, 300)


def test_page_begins_unless_enough_is_free() -> None:
    end = tagged.paragraph("slot")
    for unless, page in ((1, 2), (0.5, 2), (0.3, 1)):
        story = [tagged.space(TEXT_HEIGHT * 0.5), tagged.page_break(unless=unless), end]
        assert spread(built(*story), "P") == [[page]]


def test_what_stays_with_the_next_moves_with_it() -> None:
    note = tagged.keep_together([tagged.paragraph("let op")], with_next=True)

    pdf = built(filler(40), note, tagged.card([tagged.paragraph(SENTENCE * 3)]))

    assert spread(pdf, "P") == [[2], [2]]


def test_card_moves_whole_or_splits_on_request() -> None:
    def card(*, keep: bool) -> tagged.Flowable:
        parts = [tagged.heading(2, "Advies"), *[tagged.paragraph(SENTENCE * 3)] * 4]
        return tagged.card(parts, keep=keep)

    assert spread(built(filler(150), card(keep=True)), "Div") == [[2]]
    assert spread(built(filler(150), card(keep=False)), "Div") == [[1, 2]]


def test_card_higher_than_a_page_splits_all_the_same() -> None:
    card = tagged.card([tagged.paragraph(SENTENCE * 99)])

    assert spread(built(card), "Div") == [[1, 2]]


def test_children_kept_together_move_together() -> None:
    pair = [tagged.paragraph(SENTENCE * 3), tagged.paragraph(SENTENCE)]

    pdf = built(filler(60), tagged.keep_together(pair))

    assert spread(pdf, "P") == [[2], [2]]


def test_split_list_item_keeps_one_label_and_one_body() -> None:
    pdf = built(filler(40), tagged.bullets([SENTENCE * 12]))

    assert spread(pdf, "Lbl") == [[1]]
    assert spread(pdf, "LBody") == [[1, 2]]


def test_drawing_is_made_to_fit() -> None:
    large = Drawing(2000, 3000)
    large.add(Rect(0, 0, 2000, 3000))

    pdf = built(tagged.card([tagged.figure(large, "Groot")]))

    with pikepdf.open(BytesIO(pdf)) as file:
        figure = file.Root.StructTreeRoot.K.K[1].K[0]
        left, bottom, right, top = map(float, figure.A.BBox)
    assert 60 < left < right < 535
    assert 60 < bottom < top < 785


def test_page_numbers_count_every_page() -> None:
    seen = []

    def footer(page: int, pages: int) -> str:
        seen.append((page, pages))
        return ""

    tagged.build(
        lambda: [tagged.paragraph("a"), tagged.page_break(), tagged.paragraph("b")],
        INFO,
        header="",
        footer=footer,
    )

    assert seen == [(1, 2), (2, 2)]


def test_long_page_header_is_shortened() -> None:
    pdf = tagged.build(
        lambda: [tagged.page_break(), tagged.paragraph("x")],
        INFO,
        header="W" * 999,
        footer=lambda *_: SENTENCE * 3,
    )

    with pikepdf.open(BytesIO(pdf)) as file:
        shown = b"".join(
            bytes(one.operands[0])
            for one in pikepdf.parse_content_stream(file.pages[1])
            if str(one.operator) == "Tj"
        )
    assert 50 < shown.count(b"W") < 70
    assert shown.count(b"beeldscherm") == 2


def test_story_is_asked_for_anew_for_every_file() -> None:
    def story() -> list[tagged.Flowable]:
        return [tagged.heading(1, "Een"), tagged.paragraph(SENTENCE * 200)]

    files = {
        tagged.build(story, INFO, header="", footer=lambda *_: "") for _ in range(3)
    }

    assert len(files) == 1
    assert differences(files.pop()) == []


TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="ab -/\n", max_size=200),
    st.text(alphabet="אבגד مرحبا 12().a\u0301", max_size=60),
    st.text(max_size=12).map(lambda text: text * 120),
)
LEAVES = st.one_of(
    st.builds(tagged.paragraph, TEXTS),
    st.builds(lambda text: tagged.heading(2, text), TEXTS),
    st.builds(lambda text, end: tagged.paragraph(
        [text, tagged.link(end, "https://example.org")]), TEXTS, TEXTS),
    st.builds(tagged.space, st.floats(0, 400)),
)  # fmt: skip


def _holders(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(children, min_size=1, max_size=4)
    return st.one_of(
        st.builds(tagged.card, several, keep=st.booleans()),
        st.builds(tagged.keep_together, several),
        st.builds(tagged.bullets, st.lists(several | TEXTS, min_size=1, max_size=3)),
        st.builds(
            lambda rows, names: tagged.table(
                [tagged.Column(name) for name in names], rows, row_headers=True
            ),
            st.lists(st.tuples(several | TEXTS, TEXTS), max_size=6),
            st.tuples(st.text(max_size=80), st.just("x")),
        ),
    )


@pytest.mark.slow
@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(st.lists(st.recursive(LEAVES, _holders, max_leaves=12), max_size=6))
def test_no_story_breaks_the_tree(story: list[tagged.Flowable]) -> None:
    assert differences(built(*story)) == []
