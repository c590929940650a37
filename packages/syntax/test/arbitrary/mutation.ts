import fc from "fast-check";

/** Plain JSON, as `JSON.parse` gives it. */
export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

const words = [
  "All",
  "all",
  "==",
  "in",
  "is",
  "op",
  "entity",
  "entities",
  "slot",
  "type",
  "id",
  "entity_type",
  "kind",
  "body",
  "when",
  "unless",
  "effect",
  "permit",
  "forbid",
  "principal",
  "?principal",
  "?resource",
  "?other",
  "left",
  "right",
  "arg",
  "attr",
  "pattern",
  "Wildcard",
  "Literal",
  "Value",
  "Var",
  "Slot",
  "Set",
  "Record",
  "if",
  "then",
  "else",
  "if-then-else",
  "!",
  "neg",
  "&&",
  "||",
  "+",
  "-",
  "*",
  "<",
  "contains",
  "isEmpty",
  "has",
  "like",
  ".",
  "ip",
  "isInRange",
  "nope",
  "__entity",
  "__extn",
  "__expr",
  "fn",
  "args",
  "A B",
  "A :: B",
  "User",
  "Action",
  "A::Action",
  "",
  "__cedar",
  "annotations",
];

const junk: fc.Arbitrary<Plain> = fc.oneof(
  fc.constantFrom<Plain>(null, true, 0, -1, 1.5, 1e30, "", [], {}),
  fc.constantFrom<Plain>(...words),
  fc.constantFrom<Plain>(
    ["All"],
    ["is", "User", null],
    ["User", "a"],
    { type: "Action", id: "x" },
    { type: "User", id: "a", more: 1 },
    { __entity: { type: "User", id: "a" } },
    { __extn: { fn: "ip", arg: "::" } },
    { __extn: { fn: "f g", args: [] } },
    { __expr: "1" },
    { entity: { type: "User", id: "a" } },
    { slot: "?principal" },
    { op: "All" },
    { Var: "principal" },
    { Value: 1 },
    { Var: { principal: null } },
    { Slot: "?principal" },
    { Value: [1, { a: null }] },
    { Value: { __extn: { fn: "foo", args: [1] } } },
    { "==": { left: { Value: 1 }, right: { Value: 2 } } },
    { has: { left: { Var: "context" }, attr: ["a", "b c"], x: 1 } },
    { like: { left: { Value: "a" }, pattern: ["Wildcard", { Literal: "x" }, { Wildcard: null }] } },
    ["when", { Value: true }],
    { "&&": { left: { "&&": { left: { Value: true }, right: { Value: 1 } } }, right: { Slot: "?resource" } } },
  ),
);

/** What to do to one part of a document. */
type Change = (part: Plain, words: string, junk: Plain) => Plain | undefined;

const changes: readonly Change[] = [
  (_part, _word, other) => other,
  (_part, word) => word,
  () => undefined,
  (part) => [part],
  (part, word) => ({ [word]: part }),
  (part, word, other) => (isObject(part) ? { ...part, [word]: other } : other),
  (part, word) =>
    isObject(part)
      ? Object.fromEntries(Object.entries(part).map(([key, value], index) => [index === 0 ? word : key, value]))
      : part,
  (part) => (isObject(part) ? Object.values(part) : part),
  (part) => (typeof part === "string" ? `${part} ` : part),
  (part) => (typeof part === "string" ? { [part]: null } : part),
  (part, _word, other) => (Array.isArray(part) ? [...part, other] : part),
];

/** A copy of a document with one to three of its parts changed. */
export function mutations(document: fc.Arbitrary<Plain>): fc.Arbitrary<Plain> {
  const edit = fc.tuple(fc.nat(), fc.constantFrom(...changes), fc.constantFrom(...words), junk);
  return fc.tuple(document, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([start, edits]) =>
    edits.reduce((current, [where, change, word, other]) => {
      const places = placesIn(current);
      const path = places[where % places.length] as readonly (string | number)[];
      return replace(current, path, (part) => change(part, word, other)) ?? current;
    }, start),
  );
}

function isObject(value: Plain): value is { [key: string]: Plain } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function placesIn(value: Plain, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const children = Array.isArray(value)
    ? value.map((child, index) => placesIn(child, [...path, index]))
    : Object.keys(value).map((key) => placesIn(value[key] as Plain, [...path, key]));
  return [path, ...children.flat()];
}

function replace(
  value: Plain,
  path: readonly (string | number)[],
  change: (part: Plain) => Plain | undefined,
): Plain | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((child, index) =>
      index === step ? (replace(child, rest, change) ?? []) : [child],
    ) as Plain[];
  }
  const entries = Object.entries(value as { [key: string]: Plain }).flatMap(([key, child]): [string, Plain][] => {
    if (key !== step) return [[key, child]];
    const changed = replace(child, rest, change);
    return changed === undefined ? [] : [[key, changed]];
  });
  return Object.fromEntries(entries);
}
