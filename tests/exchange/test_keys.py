"""Keys and seals on bytes alone: what is signed, what is good, and what never is."""

from __future__ import annotations

import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.bindings import crypto_sign_open

from thuiswerkplek.domain.seal import Seal, SealState
from thuiswerkplek.exchange import keys
from thuiswerkplek.exchange.keys import Purpose, SigningKey

KEY, OTHER = SigningKey(b"\x01" * 32), SigningKey(b"\x02" * 32)
DATA = b'{"kind":"employer-report"}\n'

# The order of the group Ed25519 signs in (RFC 8032, 5.1).
ORDER = 2**252 + 27742317777372353535851937790883648493

# Points of small order: with such a key one signature fits nearly everything.
SMALL_ORDER = [
    "00" * 32,
    "01" + "00" * 31,
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]


def sealed(data=DATA, key=KEY, around=(b"%PDF-1.7 ", b" %%EOF")):
    """Return the smallest thing that can be sealed, and its seal."""
    seal = keys.open_seal(data, key)
    entry = f"/{keys.NAME} ".encode() + keys.written(seal)
    file = keys.close_seal(around[0] + entry + around[1], seal, key)
    return file, read(file)


def read(file):
    at = file.index(b"/File (") + 7
    key = file[file.index(b"/Key (") + 6 :][:64]
    data = file[file.index(b"/Data (") + 7 :][:128]
    return Seal(key.decode(), data.decode(), file[at : at + 128].decode())


def test_a_seal_is_good_and_the_same_every_time():
    file, seal = sealed()

    assert keys.state(file, DATA, seal) is SealState.UNCHANGED
    assert keys.state(file, DATA, seal, KEY.public) is SealState.UNCHANGED
    assert sealed() == (file, seal)


def test_it_is_written_in_one_form_only():
    file, seal = sealed()

    assert (
        f"/TWPL_Seal <</Key ({seal.key})/Data ({seal.data})/File ({seal.file})>>"
        in file.decode()
    )
    assert [len(part) for part in seal] == [64, 128, 128]


def test_what_is_signed_is_label_key_and_the_exact_bytes():
    """Anyone with the public key and libsodium can check it without this program."""
    file, seal = sealed()
    public = bytes.fromhex(seal.key)
    blank = file.replace(seal.file.encode(), b"0" * 128)

    for label, signature, content in (
        (b"thuiswerkplek report data 1", seal.data, DATA),
        (b"thuiswerkplek report file 1", seal.file, blank),
    ):
        signed = bytes.fromhex(signature) + label + b"\0" + public + content
        assert crypto_sign_open(signed, public) == signed[64:]


def test_the_key_comes_from_its_seed_as_the_standard_says():
    """RFC 8032, 7.1, the first test."""
    seed = bytes.fromhex(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    )
    assert SigningKey(seed).public == (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    )


@pytest.mark.parametrize("size", [0, 31, 33, 64])
def test_a_seed_has_its_size(size):
    with pytest.raises(ValueError, match="32 bytes"):
        SigningKey(b"x" * size)


def test_a_key_does_not_show_its_secret():
    secret = KEY._secret

    assert secret[:32] == b"\x01" * 32
    assert "01" * 8 not in repr(KEY)
    assert "x01" not in repr(KEY)


# The five states


def test_without_a_seal_there_is_none():
    assert keys.state(b"%PDF", DATA, None) is SealState.NO_SEAL


@given(st.integers(0, len(DATA) * 8 - 1))
def test_other_data_are_changed_data(bit):
    file, seal = sealed()
    other = bytearray(DATA)
    other[bit // 8] ^= 1 << bit % 8

    assert keys.state(file, bytes(other), seal) is SealState.CHANGED


@pytest.mark.parametrize("data", [b"", DATA + b" ", DATA[:-1], DATA * 2])
def test_longer_and_shorter_data_are_changed_data(data):
    file, seal = sealed()

    assert keys.state(file, data, seal) is SealState.CHANGED


def test_every_other_bit_of_the_file_is_an_edited_file():
    file, seal = sealed()
    for bit in range(len(file) * 8):
        other = bytearray(file)
        other[bit // 8] ^= 1 << bit % 8
        assert keys.state(bytes(other), DATA, seal) is SealState.FILE_EDITED, bit


def test_another_key_than_before_is_told_whatever_the_file_is():
    file, seal = sealed(key=OTHER)

    assert keys.state(file, DATA, seal, KEY.public) is SealState.OTHER_KEY
    assert keys.state(file + b" ", DATA, seal, KEY.public) is SealState.OTHER_KEY
    assert keys.state(file, DATA + b" ", seal, KEY.public) is SealState.CHANGED


# What never is a seal


@pytest.mark.parametrize("part", ["key", "data", "file"])
@pytest.mark.parametrize(
    "spoil",
    [
        str.upper,
        lambda text: text[:-1],
        lambda text: text[:-2],
        lambda text: text + "0",
        lambda text: text + "00",
        lambda text: text + "\n",
        lambda text: " " + text[1:],
        lambda text: "0x" + text[2:],
        lambda text: text.replace(text[0], chr(0xFF10), 1),
        lambda text: text.replace("a", "а", 1),  # noqa: RUF001 - that letter is the test
        lambda text: "\ud800" + text[1:],
        lambda text: "",
        lambda text: "0" * len(text),
        lambda text: "f" * len(text),
    ],
)
def test_only_lower_case_hex_of_the_right_length_counts(part, spoil):
    file, seal = sealed()
    bad = seal._replace(**{part: spoil(getattr(seal, part))})
    spoilt = file.replace(
        getattr(seal, part).encode(),
        getattr(bad, part).encode(errors="surrogatepass"),
    )

    for one in (file, spoilt):
        found = keys.state(one, DATA, bad)
        wanted = SealState.FILE_EDITED if part == "file" else SealState.CHANGED
        assert found is wanted


def test_a_signature_for_one_purpose_fits_no_other():
    file, seal = sealed()
    for_file = KEY.sign(Purpose.FILE, DATA)
    swapped = Seal(seal.key, for_file, seal.file)
    assert keys.state(file, DATA, swapped) is SealState.CHANGED

    opened = keys.open_seal(DATA, KEY)
    blank = file.replace(seal.file.encode(), opened.file.encode())
    as_data = seal._replace(file=KEY.sign(Purpose.DATA, blank))
    assert (
        keys.state(blank.replace(b"0" * 128, as_data.file.encode()), DATA, as_data)
        is SealState.FILE_EDITED
    )


@pytest.mark.parametrize(
    "label",
    [b"", b"\0", b"thuiswerkplek report data 2\0", b"thuiswerkplek report data 1"],
)
def test_a_signature_with_another_label_or_none_is_not_ours(label):
    from nacl.bindings import crypto_sign

    file, seal = sealed()
    text = label + bytes.fromhex(KEY.public) + DATA
    bad = seal._replace(data=crypto_sign(text, KEY._secret)[:64].hex())

    assert keys.state(file, DATA, bad) is SealState.CHANGED


def test_the_key_is_part_of_what_is_signed():
    """So nobody can put another key beside a signature it happens to fit."""
    from nacl.bindings import crypto_sign

    file, seal = sealed()
    text = Purpose.DATA.value + b"\0" + bytes.fromhex(OTHER.public) + DATA
    bad = seal._replace(data=crypto_sign(text, KEY._secret)[:64].hex())

    assert keys.state(file, DATA, bad) is SealState.CHANGED


def test_a_signature_has_one_form():
    """The same signature with the order added to its second half is another text."""
    file, seal = sealed()
    for part in ("data", "file"):
        raw = bytes.fromhex(getattr(seal, part))
        number = int.from_bytes(raw[32:], "little") + ORDER
        twin = (raw[:32] + number.to_bytes(32, "little")).hex()
        bad = seal._replace(**{part: twin})
        spoilt = file.replace(getattr(seal, part).encode(), twin.encode())

        assert keys.state(spoilt, DATA, bad) is not SealState.UNCHANGED


@pytest.mark.parametrize("key", SMALL_ORDER)
@pytest.mark.parametrize("point", SMALL_ORDER)
def test_a_key_that_signs_anything_is_no_key(key, point):
    signature = point + "00" * 32
    seal = Seal(key, signature, signature)
    file = f"%PDF /{keys.NAME} ".encode() + keys.written(seal)

    assert keys.state(file, DATA, seal) is SealState.CHANGED


def test_a_seal_fits_no_other_file_and_no_other_data():
    (one, seal_of_one), (other, seal_of_other) = sealed(), sealed(DATA * 2)

    assert keys.state(other, DATA * 2, seal_of_one) is SealState.CHANGED
    assert keys.state(other, DATA, seal_of_one) is SealState.FILE_EDITED
    assert keys.state(one, DATA * 2, seal_of_other) is SealState.FILE_EDITED


def test_a_second_seal_or_one_in_another_place_is_an_edited_file():
    file, seal = sealed()
    entry = file[file.index(b"/TWPL_Seal") : file.index(b">>") + 2]
    for edited in (
        file + b"\n%" + entry,
        b"%PDF-1.7 %" + entry + b"\n" + file,
        file.replace(entry, entry + entry),
        file.replace(entry, b""),
        file.replace(entry, entry.replace(b" <<", b"<<")),
        file.replace(entry, entry.replace(b")/", b") /")),
        file + b"\n%" + entry[:24],
    ):
        assert keys.state(edited, DATA, seal) is SealState.FILE_EDITED


def test_two_seals_are_an_edited_file_even_when_the_owner_of_the_key_signs_them():
    opened = keys.open_seal(DATA, KEY)
    entry = f"/{keys.NAME} ".encode() + keys.written(opened)
    for blank in (entry + b" %" + entry, entry + b" %/TWPL_Seal <</Key (no"):
        seal = opened._replace(file=KEY.sign(Purpose.FILE, blank))
        place = blank.index(b"/File (") + 7
        file = blank[:place] + seal.file.encode() + blank[place + 128 :]

        assert keys.state(file, DATA, seal) is SealState.FILE_EDITED


def test_the_file_is_not_sealed_where_there_is_no_single_place():
    seal = keys.open_seal(DATA, KEY)
    entry = f"/{keys.NAME} ".encode() + keys.written(seal)

    for file in (b"%PDF", entry * 2, entry.replace(b"/TWPL", b"/twpl")):
        with pytest.raises(ValueError, match="no single place"):
            keys.close_seal(file, seal, KEY)


def test_text_in_the_file_may_look_like_the_name_of_the_seal():
    """A person may be called anything; a bracket in a text is always escaped."""
    around = (b"%PDF (/TWPL_Seal) (/TWPL_Seal <</Key \\(00) ", b" (/TWPL_Seal <<) %")
    file, seal = sealed(around=around)

    assert keys.state(file, DATA, seal) is SealState.UNCHANGED


@given(st.binary(max_size=2_000), st.binary(max_size=500), st.data())
def test_whatever_stands_around_it_one_edit_is_seen(before, after, draw):
    file, seal = sealed(around=(before, after))
    if file.count(b"/TWPL_Seal") != 1:
        return
    assert keys.state(file, DATA, seal) is SealState.UNCHANGED
    start = draw.draw(st.integers(0, len(file)))
    end = draw.draw(st.integers(start, len(file)))
    new = draw.draw(st.binary(max_size=50))
    edited = file[:start] + new + file[end:]

    found = keys.state(edited, DATA, seal)

    assert found is (SealState.UNCHANGED if edited == file else SealState.FILE_EDITED)


@given(
    st.text(max_size=130),
    st.text(max_size=130),
    st.text(max_size=130),
    st.binary(max_size=300),
    st.binary(max_size=300),
)
def test_no_nonsense_breaks_it(key, data_signature, file_signature, file, data):
    seal = Seal(key, data_signature, file_signature)

    assert keys.state(file, data, seal) is SealState.CHANGED
    assert keys.state(file, data, seal, "nonsense") is SealState.CHANGED


def test_a_file_of_the_largest_size_is_judged_in_a_moment():
    data = b"x" * (2 << 20)
    file, seal = sealed(data, around=(bytes(5 << 20), bytes(4 << 20)))
    begun = time.perf_counter()

    assert keys.state(file, data, seal) is SealState.UNCHANGED
    assert time.perf_counter() - begun < 2


def test_a_sealed_file_is_the_same_on_every_machine():
    """TM-12: nothing but the content and the key decides a byte."""
    file, _ = sealed()

    assert hashlib.sha256(file).hexdigest() == (
        "3b457fc3c8b120f710ec9b2127fd34428504fbf0fb88fcaa954145cb0e9d212b"
    )
