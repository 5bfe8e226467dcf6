from jsonschema import Draft202012Validator

from avowed.model.wire import to_wire
from avowed.schema import schema
from tests.model.test_wire import full_reading


def test_the_schema_is_a_valid_schema():
    Draft202012Validator.check_schema(schema())


def test_a_reading_with_every_kind_of_assertion_follows_the_schema():
    Draft202012Validator(schema()).validate(to_wire(full_reading()))


def test_a_reading_without_its_voice_does_not_follow_the_schema():
    wire = to_wire(full_reading())
    del wire["assertions"][0]["voice"]
    assert not Draft202012Validator(schema()).is_valid(wire)
