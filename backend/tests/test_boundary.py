"""Types of text at the boundary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from todo.boundary import ChatMessage, EmailAddress, Notes, TimeZone, Title, new_id, normal_email

ANY_TEXT = st.text(st.characters())


@pytest.mark.parametrize("value", ["a\x00b", "\ud800", "x\udfffy"])
def test_what_no_database_or_json_can_hold_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Notes).validate_python(value)


@pytest.mark.parametrize("value", ["", "  ", "\n\t", "\u200b", "\u2060\u00ad", "\u202e"])
def test_what_nobody_could_read_is_no_line(value: str) -> None:
    for kind in (Title, ChatMessage):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(value)


@given(ANY_TEXT)
def test_accepted_text_can_be_stored_and_sent(value: str) -> None:
    try:
        accepted = TypeAdapter(Notes).validate_python(value)
    except ValidationError:
        assert "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value)
    else:
        assert accepted == value
        accepted.encode("utf-8")


@given(ANY_TEXT)
def test_a_title_is_one_line_and_stays_what_it_is(value: str) -> None:
    try:
        title = TypeAdapter(Title).validate_python(value)
    except ValidationError:
        return
    assert title == " ".join(value.split())
    assert TypeAdapter(Title).validate_python(title) == title


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires"])
def test_time_zones(zone: str) -> None:
    assert TypeAdapter(TimeZone).validate_python(zone) == zone


@pytest.mark.parametrize("zone", ["", "berlin", "Europe", "/etc/localtime", "../UTC", "europe/berlin\x00", "GMT+25"])
def test_other_words_are_no_time_zones(zone: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(TimeZone).validate_python(zone)


def test_addresses_are_compared_in_lower_case() -> None:
    assert TypeAdapter(EmailAddress).validate_python(" Ada@Example.COM ") == "ada@example.com"


@given(st.emails())
def test_an_address_has_one_form_however_it_is_typed(typed: str) -> None:
    try:
        kept = normal_email(typed)
    except ValueError:
        return
    assert {normal_email(kept), normal_email(kept.upper()), normal_email(f" {typed} ")} == {kept}


def test_ids_sort_by_creation() -> None:
    ids = [new_id() for _ in range(1000)]
    assert ids == sorted(ids)
    assert {made.version for made in ids} == {7}
