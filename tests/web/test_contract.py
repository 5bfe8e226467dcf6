"""The API keeps what its description says, whatever is asked: generated questions against a real case."""

import pytest
from hypothesis import HealthCheck, given, settings

from avowed.web.app import api
from tests.web.conftest import made_desk

pytestmark = pytest.mark.slow

QUESTIONS = 20


def test_whatever_is_asked_the_answer_is_as_described(tmp_path):
    import schemathesis  # noqa: PLC0415  # two seconds that the fast tests are spared

    schema = schemathesis.openapi.from_asgi("/api/openapi.json", api(made_desk(tmp_path)))
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if operation.path != "/api/tray/read":  # it begins work in the background; tests/web/test_adding.py asks it
            ask(operation)
            asked += 1
    assert asked > 25


def ask(operation) -> None:
    from schemathesis.checks import not_a_server_error  # noqa: PLC0415
    from schemathesis.specs.openapi.checks import (  # noqa: PLC0415
        response_schema_conformance,
        status_code_conformance,
    )

    checks = [not_a_server_error, status_code_conformance, response_schema_conformance]

    @settings(
        max_examples=QUESTIONS,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def one(case):
        case.validate_response(case.call(), checks=checks)

    one()
