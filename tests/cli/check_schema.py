"""check_schema.py SCHEMA KIND FILE…: prints 1 for each file that a JSON Schema (draft 7) takes, 0 for each other one, and
ends with 1 where there was one of these. KIND: json, lines (a document a line) or yaml."""
import json
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """A day is a text to JSON."""


Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if "timestamp" not in pair[0]]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
with open(sys.argv[1], encoding="utf-8") as text:
    schema = json.load(text)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
all_good = True
for name in sys.argv[3:]:
    with open(name, encoding="utf-8") as file:
        text = file.read()
    documents = (
        [yaml.load(text, Loader)]
        if sys.argv[2] == "yaml"
        else [json.loads(part) for part in (text.splitlines() if sys.argv[2] == "lines" else [text])]
    )
    faults = [fault.message for document in documents for fault in validator.iter_errors(document)]
    print(int(not faults), end="")
    print(*faults[:3], sep="\n", file=sys.stderr)
    all_good = all_good and not faults
sys.exit(0 if all_good else 1)
