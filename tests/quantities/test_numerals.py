"""The grammar of numerals: by table, and against another implementation on random numbers."""

from __future__ import annotations

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.quantities import find_quantities
from scorer.quantities.numerals import plain, read_numeral, step_of

VALUES = [
    ("0", 0), ("12", 12), ("1063", 1063), ("1,234,567", 1234567), ("3.75", "3.75"),
    ("１２３", 123), ("１，２３４", 1234), ("０．５", "0.5"),
    ("十", 10), ("十五", 15), ("二十", 20), ("一百零五", 105), ("一百五", 150), ("一百五十", 150), ("两百", 200),
    ("三千零五十", 3050), ("一万二", 12000), ("一万零二", 10002), ("六千五百", 6500), ("廿三", 23), ("卅", 30),
    ("一〇五", 105), ("九十五点六", "95.6"), ("二十点五", "20.5"), ("三点五亿", 350000000),
    ("四万七千八百亿", 4780000000000), ("一万亿", 10**12), ("百万", 10**6),
    ("壹佰", 100), ("叁拾", 30), ("伍仟", 5000), ("贰万叁仟", 23000), ("壹億贰仟萬", 120000000),
    ("1.5万", 15000), ("4.78万亿", 4780000000000), ("82万", 820000), ("80 万", 800000), ("3千", 3000),
    ("1万5千", 15000), ("3亿5千万", 350000000), ("1亿2000万", 120000000),
]  # fmt: skip


@pytest.mark.parametrize(("written", "value"), VALUES)
def test_value(written: str, value: int | str) -> None:
    numeral = read_numeral(plain(written), 0)
    assert numeral is not None
    assert numeral.value == Decimal(value)
    assert (numeral.start, numeral.end) == (0, len(written))


@pytest.mark.parametrize(
    ("written", "low", "high", "stated"),
    [
        ("90余", 90, 100, 90), ("1000余", 1000, 2000, 1000), ("1.5万余", 15000, 16000, 15000),
        ("82万余", 820000, 830000, 820000), ("6500多万", 65000000, 66000000, 65000000),
        ("六千五百多万", 65000000, 66000000, 65000000), ("百余", 100, 200, 100), ("1000 多", 1000, 2000, 1000),
        ("十几", 10, 20, None), ("二十几", 20, 30, None), ("十几万", 100000, 200000, None),
        ("十来", 10, 20, None), ("几十", 20, 99, None), ("数百", 200, 999, None), ("数十亿", 2 * 10**9, 99 * 10**8, None),
        ("几百万", 2 * 10**6, 9990000, None), ("三四十", 30, 40, None), ("七八", 7, 8, None), ("三五", 3, 5, None),
        ("两三千", 2000, 3000, None),
    ],
)  # fmt: skip
def test_inner_hedges_and_neighbours_make_intervals(
    written: str, low: int, high: int, stated: int | None
) -> None:
    numeral = read_numeral(plain(written), 0)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.value) == (low, high, stated)
    assert numeral.end == len(written)


@pytest.mark.parametrize("written", ["十百", "三一", "一二三四点", "九三", "五〇三千"])
def test_nonsense_is_not_read_as_a_whole(written: str) -> None:
    numeral = read_numeral(written, 0)
    assert numeral is None or numeral.end < len(written)


def test_a_comma_between_clauses_is_no_thousands_separator() -> None:
    numeral = read_numeral("1059,可网办", 0)
    assert numeral is not None
    assert numeral.value == 1059
    wide = plain("12，345件")
    assert read_numeral(wide, 0).value == 12  # type: ignore[union-attr]


def test_absurdly_long_numerals_are_no_numbers() -> None:
    assert read_numeral("1" * 5000, 0) is None
    assert read_numeral("一" * 5000, 0) is None


@pytest.mark.parametrize(
    ("value", "step"), [("90", 10), ("15000", 1000), ("105", 1), ("1.25", "0.01"), ("0", 1)]
)
def test_step_of(value: str, step: int | str) -> None:
    assert step_of(Decimal(value)) == Decimal(step)


@given(st.integers(min_value=0, max_value=10**15))
def test_chinese_numerals_written_by_another_implementation_are_read_back(number: int) -> None:
    for mode in ("low", "up"):
        written = cn2an.an2cn(number, mode)
        if mode == "up" and number < 10:
            continue  # 伍 alone is no numeral, see STARTS
        numeral = read_numeral(plain(written), 0)
        assert numeral is not None, written
        assert numeral.value == number, written


@given(st.integers(min_value=1, max_value=10**12))
def test_another_implementation_reads_what_we_read(number: int) -> None:
    written = cn2an.an2cn(number, "low")
    numeral = read_numeral(written, 0)
    assert numeral is not None
    assert cn2an.cn2an(written, "smart") == numeral.value


@given(st.integers(min_value=0, max_value=10**8), st.integers(min_value=0, max_value=99))
def test_one_number_has_one_value_in_every_writing(whole: int, hundredths: int) -> None:
    arabic = f"{whole}.{hundredths:02d}"
    wide = arabic.translate({48 + i: 0xFF10 + i for i in range(10)} | {46: 0xFF0E})
    grouped = f"{whole:,}.{hundredths:02d}"
    spoken = f"{cn2an.an2cn(whole)}点{''.join('零一二三四五六七八九'[int(d)] for d in f'{hundredths:02d}')}"
    values = set()
    for written in (arabic, wide, grouped, spoken):
        numeral = read_numeral(plain(written), 0)
        assert numeral is not None, written
        values.add(numeral.value)
    assert values == {Decimal(arabic)}


@given(st.integers(min_value=1, max_value=9999))
def test_scales_mean_the_same_in_arabic_and_mixed_writing(number: int) -> None:
    mixed, full = read_numeral(f"{number}万", 0), read_numeral(f"{number}0000", 0)
    assert mixed is not None
    assert full is not None
    assert mixed.value == full.value


@given(st.integers(min_value=10, max_value=10**12))
def test_financial_capitals_are_read_alike_by_another_implementation(number: int) -> None:
    written = cn2an.an2cn(number, "up")
    numeral = read_numeral(written, 0)
    assert numeral is not None, written
    assert cn2an.cn2an(written, "strict") == numeral.value
    assert numeral.end == len(written)


@pytest.mark.parametrize("number", range(20, 40))
def test_short_tens_are_tens(number: int) -> None:
    short = "廿卅"[number // 10 - 2] + ("" if number % 10 == 0 else "零一二三四五六七八九"[number % 10])
    here, there = read_numeral(short, 0), read_numeral(cn2an.an2cn(number), 0)
    assert here is not None
    assert there is not None
    assert here.value == there.value == number


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=9))
def test_arabic_digits_and_scales_may_alternate(number: int, thousands: int) -> None:
    for written, value in (
        (f"{number}万{thousands}千", number * 10**4 + thousands * 1000),
        (f"{number}亿{thousands}000万", number * 10**8 + thousands * 10**7),
        (f"{thousands}百万", thousands * 10**6),
        (f"{number}.5亿", number * 10**8 + 5 * 10**7),
    ):
        numeral = read_numeral(written, 0)
        assert numeral is not None, written
        assert (numeral.value, numeral.end) == (value, len(written))


@settings(deadline=None)  # a busy machine is no wrong number
@given(st.integers(min_value=11, max_value=10**11))
def test_a_count_is_the_same_quantity_in_every_writing(number: int) -> None:
    arabic = str(number)
    wide = arabic.translate({48 + i: 0xFF10 + i for i in range(10)})
    writings = [arabic, wide, f"{number:,}", cn2an.an2cn(number), cn2an.an2cn(number, "up")]
    for written in writings:
        found = [quantity.value for quantity in find_quantities(f"发放{written}元补贴")]
        assert found == [number], written
