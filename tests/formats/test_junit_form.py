"""JUnit's XML, read by a program that reads it for a living."""

from __future__ import annotations

import pytest
from junitparser import Failure, JUnitXml, TestCase, TestSuite
from results import ODD, result_of
from spoiled_city import City

from sagaict.reporting.check_formats.junit import junit

pytest_plugins = ["plug_fixtures"]


def cases(city: City) -> tuple[TestSuite, dict[str, TestCase]]:
    (suite,) = JUnitXml.fromstring(junit(result_of(city)).encode())
    return suite, {str(case.name): case for case in suite}


def test_every_file_is_a_test_and_those_with_errors_fail(spoiled: City) -> None:
    suite, found = cases(spoiled)
    assert (suite.tests, suite.failures, suite.errors) == (6, 2, 0)
    assert len(found) == 6
    failed = {name for name, case in found.items() if case.result}
    assert failed == {ODD, "data/projects/aoba/kiosk.yaml"}


def test_a_failure_names_its_rules_and_tells_what_a_person_would_read(spoiled: City) -> None:
    _suite, found = cases(spoiled)
    (failure,) = found[ODD].result
    assert isinstance(failure, Failure)
    assert failure.message == "bad-id, yaml-duplicate-key"
    assert failure.text is not None
    assert f"{ODD}:3:10: " in failure.text
    assert "“9-9::error,%0A<b>&<U+202E>” cannot be an id" in failure.text


def test_a_warning_is_told_and_fails_nothing(spoiled: City) -> None:
    _suite, found = cases(spoiled)
    late = found["data/projects/aoba/late.yaml"]
    assert not late.result
    assert "[overdue]" in str(late.system_out)


@pytest.mark.parametrize("letter", ["\x07", "\x1b", "\ufffe", "\uffff", "\x85", "\u2028", "]]>"])
def test_letters_that_xml_cannot_hold_do_not_break_it(city: City, letter: str) -> None:
    city.change("plans/aoba.yaml", "title: 電子化", f'titel: "電{letter}子化"')
    _suite, found = cases(city)
    assert found["data/plans/aoba.yaml"].result


def test_good_data_gives_only_passed_tests(city: City) -> None:
    suite, found = cases(city)
    assert (suite.tests, suite.failures) == (2, 0)
    assert not any(case.result or case.system_out for case in found.values())
