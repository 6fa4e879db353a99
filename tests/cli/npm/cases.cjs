// cases.cjs: the cases of the npm package papaparse as JSON: input, options and the rows that it expects.
// usage: node cases.cjs NODE_MODULES   (its test file is run with its test functions switched off)
const fs = require("fs"), path = require("path"), vm = require("vm");

const home = path.resolve(process.argv[2]);
const nothing = () => {};
nothing.skip = nothing;
const world = {
    module: { exports: {} },
    require: (name) => (name === "chai" ? { assert: {} } : require(path.join(home, "papaparse"))),
    describe: nothing,
    it: nothing,
};
vm.runInNewContext(fs.readFileSync(path.join(home, "papaparse/tests/test-cases.js"), "utf8"), world);
const plain = (value) => (typeof value === "function" ? "a function" : value instanceof RegExp ? "a pattern" : value);
const cases = [];
for (const [list, name] of [["CORE_PARSER_TESTS", "core"], ["PARSE_TESTS", "parse"]])
    world[list].forEach((one, number) => cases.push({
        name: `${name} ${number}`,
        input: one.input,
        options: Object.fromEntries(Object.entries(one.config ?? {}).map(([key, value]) => [key, plain(value)])),
        rows: one.expected.data,
    }));
process.stdout.write(JSON.stringify(cases));
