"""Validates a JSON file: validate_json.py SCHEMA FILE. Says nothing when it is valid."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as schema, open(sys.argv[2], encoding="utf-8") as file:
    validator = jsonschema.Draft7Validator(json.load(schema), format_checker=jsonschema.FormatChecker())
    errors = [f"{'/'.join(map(str, e.path))}: {e.message}" for e in validator.iter_errors(json.load(file))]
if errors:
    sys.exit("\n".join(errors[:20]))
