import type { Random } from "../random.ts";
import { mutate, tokensOf } from "../texts/mutations.ts";
import type { Call, Case } from "./calls.ts";

type Path = readonly (string | number)[];

/** A case with a few random changes somewhere in its arguments: in texts, values, keys, or what is there at all. */
export function mutateCase(calls: Case, random: Random): Case {
  let mutated = calls;
  for (let steps = 1 + random.below(2); steps > 0; steps--) {
    const at = random.below(mutated.length);
    mutated = mutated.map((call, index) => (index === at ? mutateCall(call, random) : call));
  }
  return mutated;
}

function mutateCall([name, args]: Call, random: Random): Call {
  const paths: Path[] = [];
  collect(args, [], paths);
  if (paths.length === 0) return [name, args];
  const [first] = args;
  // Short paths are few; without this all would happen deep inside of entities.
  const depth = 1 + random.below(Math.max(...paths.map((path) => path.length)));
  const atDepth = paths.filter((path) => path.length === depth);
  const path = random.pick(atDepth.length > 0 ? atDepth : paths);
  const changed = change(args, path, random) as readonly unknown[];
  // Where a text is an argument of its own, the reference takes nothing else for one: it reads memory that is not its own.
  return textFirst.has(name) && typeof changed[0] !== "string" ? [name, [first, ...changed.slice(1)]] : [name, changed];
}

const textFirst: ReadonlySet<string> = new Set([
  "policySetTextToParts",
  "preparsePolicySet",
  "preparseSchema",
  "schemaToJsonWithResolvedTypes",
]);

function collect(value: unknown, path: Path, paths: Path[]): void {
  if (path.length > 0) paths.push(path);
  if (typeof value !== "object" || value === null) return;
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  for (const key of keys) collect((value as { [key: string | number]: unknown })[key], [...path, key], paths);
}

// biome-ignore format: a table reads better packed
const atoms: readonly unknown[] = [
  null, true, false, 0, 1, -1, 1.5, 9007199254740992, 1e21, "", "a", "é💥", "User", "Action", "__cedar::X", "a b", "principal", "?principal", [], {}, [[]], { a: 1 },
  { type: "User", id: "a" }, { __entity: { type: "User", id: "alice" } }, { __entity: { type: "9", id: "" } }, { __extn: { fn: "ip", arg: "127.0.0.1" } },
  { __extn: { fn: "ip", arg: "x" } }, { __extn: { fn: "decimal", arg: "1.0" } }, { __extn: { fn: "nope", arg: "1" } }, { __expr: "1" }, { Value: 1 }, { Var: "context" }, { type: "Long" },
  { type: "Set", element: { type: "String" } }, { type: "Record", attributes: {} }, { slot: "?principal" }, { op: "All" }, "permit(principal, action, resource);",
  'permit(principal == ?principal, action, resource);', "entity User; action view;", "constructor",
];

const keys: readonly string[] = [
  "a",
  "type",
  "id",
  "uid",
  "attrs",
  "tags",
  "parents",
  "schema",
  "action",
  "__entity",
  "op",
  "é",
  "__proto__",
  "entities",
  "annotations",
  "toString",
];

function change(value: unknown, path: Path, random: Random): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement(value, random);
  if (Array.isArray(value)) {
    const index = Number(key);
    if (rest.length > 0) return value.map((each: unknown, at) => (at === index ? change(each, rest, random) : each));
    switch (random.below(4)) {
      case 0:
        return value.toSpliced(index, 1);
      case 1:
        return value.toSpliced(index, 0, value[index]);
      default:
        return value.map((each: unknown, at) => (at === index ? replacement(each, random) : each));
    }
  }
  const entries = Object.entries(value as object);
  const at = entries.findIndex(([name]) => name === key);
  const [name, member] = entries[at] as [string, unknown];
  if (rest.length > 0) return Object.fromEntries(entries.toSpliced(at, 1, [name, change(member, rest, random)]));
  switch (random.below(6)) {
    case 0:
      return Object.fromEntries(entries.toSpliced(at, 1));
    case 1:
      return Object.fromEntries(entries.toSpliced(at, 1, [random.pick(keys), member]));
    case 2:
      return Object.fromEntries([...entries, [random.pick(keys), random.pick(atoms)]]);
    default:
      return Object.fromEntries(entries.toSpliced(at, 1, [name, replacement(member, random)]));
  }
}

function replacement(value: unknown, random: Random): unknown {
  if (typeof value === "string" && random.chance(80)) {
    const tokens = tokensOf(value);
    return mutate(tokens, random).join("");
  }
  if (typeof value === "boolean" && random.chance(50)) return !value;
  return random.pick(atoms);
}
