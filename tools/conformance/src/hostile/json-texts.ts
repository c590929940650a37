import { contextFromJson, Entities } from "@deodar/core";
import { parseJson, stringifyJson } from "@deodar/json";
import { type HostileCase, verdict } from "./hostile-case.ts";

const many = 100_000;
const megabytes = 10 * 1024 * 1024;

/** JSON texts and the code that the JSON reader, and so every reader of JSON text, must give. */
const texts: readonly (readonly [name: string, text: () => string, code: string])[] = [
  ["nothing", () => "", "json/unexpected-end"],
  ["a BOM", () => "\u{FEFF}{}", "json/byte-order-mark"],
  ["NUL", () => "\0", "json/expected-value"],
  ["arrays without end", () => "[".repeat(many), "json/too-deep"],
  ["nested arrays", () => `${"[".repeat(many)}${"]".repeat(many)}`, "json/too-deep"],
  ["nested objects", () => `${'{"a":'.repeat(many)}1${"}".repeat(many)}`, "json/too-deep"],
  ["objects without end", () => '{"a":'.repeat(many), "json/too-deep"],
  ["closing brackets", () => "]".repeat(many), "json/expected-value"],
  ["a key twice", () => '{"a": 1, "a": 1}', "json/duplicate-key"],
  ["a key twice in two spellings", () => '{"\\u0061": 1, "a": 1}', "json/duplicate-key"],
  ["__proto__ twice", () => '{"__proto__": 1, "__proto__": 1}', "json/duplicate-key"],
  ["a key twice, deep inside", () => '[{"x": [{"a": 1, "a": 2}]}]', "json/duplicate-key"],
  ["a trailing comma", () => "[1,]", "json/trailing-comma"],
  ["a comment", () => "// c\n[]", "json/expected-value"],
  ["single quotes", () => "{'a': 1}", "json/expected-key"],
  ["two values", () => "[] []", "json/trailing-characters"],
  ["NaN", () => "[NaN]", "json/expected-value"],
  ["a hexadecimal number", () => "[0x10]", "json/expected-comma"],
  ["a leading zero", () => "[01]", "json/invalid-number"],
  ["a leading plus", () => "[+1]", "json/expected-value"],
  ["a raw line end in a string", () => '["a\nb"]', "json/control-character"],
  ["a lone surrogate escape", () => '["\\ud800"]', "json/lone-surrogate"],
  ["a wrong escape", () => '["\\x41"]', "json/invalid-escape"],
  ["a 10 MB string without end", () => `"${"x".repeat(megabytes)}`, "json/unexpected-end"],
  ["a non-breaking space", () => "\u{A0}[]", "json/expected-value"],
];

const entity = (attrs: string, more = ""): string =>
  `[{"uid": {"type": "T", "id": "e"}, "attrs": ${attrs}, "parents": []${more}}]`;

/** JSON texts of every kind of fault, through the JSON reader and the readers built on it. */
export const jsonTextCases: readonly HostileCase[] = [
  ...texts.flatMap(([name, text, code]): HostileCase[] => [
    { name: `${name} as JSON`, expected: code, run: () => verdict(parseJson(text())) },
    { name: `${name} as entities`, expected: code, run: () => verdict(Entities.fromJson(text())) },
    { name: `${name} as a context`, expected: code, run: () => verdict(contextFromJson(text())) },
  ]),
  {
    name: "a 10 MB string",
    expected: String(megabytes),
    run: () => verdict(parseJson(`"${"x".repeat(megabytes)}"`), (value) => String((value as string).length)),
  },
  {
    name: "10 MB of escapes",
    expected: String(megabytes / 2),
    run: () => verdict(parseJson(`"${"\\n".repeat(megabytes / 2)}"`), (value) => String((value as string).length)),
  },
  { name: "10 MB of spaces", expected: "1", run: () => verdict(parseJson(`${" ".repeat(megabytes)}1`), String) },
  {
    name: "a number of a million digits",
    expected: "read and written",
    run: () => {
      const digits = "7".repeat(many * 10);
      return verdict(parseJson(digits), (value) => (stringifyJson(value) === digits ? "read and written" : "changed"));
    },
  },
  {
    name: "an array of a million",
    expected: "1000000",
    run: () => verdict(parseJson(`[${"1,".repeat(999_999)}1]`), (value) => String((value as unknown[]).length)),
  },
  {
    name: "an object of 100,000 keys",
    expected: "100000",
    run: () =>
      verdict(parseJson(`{${Array.from({ length: many }, (_, i) => `"k${i}":1`).join()}}`), (value) =>
        String(Object.keys(value as object).length),
      ),
  },
  {
    name: "keys of JavaScript's own",
    expected: '{"__proto__":{"a":1},"constructor":2,"toString":3}',
    run: () =>
      verdict(parseJson('{"__proto__": {"a": 1}, "constructor": 2, "toString": 3}'), (value) => stringifyJson(value)),
  },
  {
    name: "the largest Long in an attribute",
    expected: "ok",
    run: () => verdict(Entities.fromJson(entity('{"a": 9223372036854775807, "b": -9223372036854775808}'))),
  },
  {
    name: "an integer beyond Long in an attribute",
    expected: "refused",
    run: () => refused(entity('{"a": 9223372036854775808}')),
  },
  { name: "a fraction in an attribute", expected: "refused", run: () => refused(entity('{"a": 1.0}')) },
  { name: "an exponent in an attribute", expected: "refused", run: () => refused(entity('{"a": 1e3}')) },
  { name: "null in an attribute", expected: "refused", run: () => refused(entity('{"a": null}')) },
  {
    name: "100,000 parents",
    expected: "ok",
    run: () =>
      verdict(
        Entities.fromJson(
          entity("{}").replace(
            '"parents": []',
            `"parents": [${Array.from({ length: many }, (_, i) => `{"type": "T", "id": "p${i}"}`).join()}]`,
          ),
        ),
      ),
  },
  {
    name: "a chain of 100,000 ancestors",
    expected: "ok",
    run: () => verdict(Entities.fromJson(chainOfEntities(many, false))),
  },
  { name: "a cycle of 100,000 entities", expected: "refused", run: () => refused(chainOfEntities(many, true)) },
  {
    name: "100,000 equal entities",
    expected: "ok",
    run: () =>
      verdict(
        Entities.fromJson(
          `[${Array.from({ length: many }, () => entity('{"a": [1, {"b": 2}]}').slice(1, -1)).join()}]`,
        ),
      ),
  },
];

const refused = (text: string): string => (Entities.fromJson(text).ok ? "accepted" : "refused");

function chainOfEntities(length: number, closed: boolean): string {
  const parent = (index: number): string =>
    index + 1 < length ? `{"type": "T", "id": "${index + 1}"}` : closed ? '{"type": "T", "id": "0"}' : "";
  return `[${Array.from({ length }, (_, i) => `{"uid": {"type": "T", "id": "${i}"}, "attrs": {}, "parents": [${parent(i)}]}`).join()}]`;
}
