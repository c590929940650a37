import type { Random } from "./random.ts";

/** A JSON document in the making; plain JavaScript, so that it can be handed to the reference and to us. */
export type Draft = null | boolean | number | string | Draft[] | { [key: string]: Draft };

const names = ["a", "b", "name", "type", "id", "fn", "arg", "args", "__entity", "__extn", "__expr", "é", "\n'\""];
const types = ["User", "Group", "A::B", "Action", "NS::Action"];
const oddTypes = [
  "",
  "A :: B",
  "A::",
  "::A",
  "1",
  "A B",
  "true",
  "in",
  "A::if",
  "if::A",
  "__cedar",
  "A::__cedar",
  "é",
  "A//c",
  "A-B",
  "User ",
  '"x"',
  "?principal",
  "A::B::C ",
];
const functions = [
  "ip",
  "decimal",
  "datetime",
  "duration",
  "offset",
  "toDate",
  "isIpv4",
  "lessThan",
  "toDays",
  "durationSince",
  "isInRange",
  "foo",
  "A::ip",
  "fo o",
  "if",
  "",
  "contains",
];
const texts = ["1.2.3.4", "10.0.0.0/8", "1.5", "2024-01-01", "1d2h", "x", "", "::1", "-0.5", "2024-01-01T00:00:00Z"];

/** A value, usually good. */
export function draftValue(random: Random, depth = 0): Draft {
  const kind = random.below(depth > 3 ? 7 : 13);
  if (kind < 2) return random.pick([0, 1, -5, 9007199254740991, -9007199254740991, 1.5, 1e20]);
  if (kind < 4) return random.pick([...texts, "a\u0301", "😀"]);
  if (kind === 4) return random.pick([true, false]);
  if (kind === 5) return { __entity: draftUid(random) };
  if (kind === 6) return draftCall(random, depth);
  if (kind < 9) return Array.from({ length: random.below(4) }, () => draftValue(random, depth + 1));
  if (kind === 9) return random.below(6) === 0 ? null : "text";
  const entries = Array.from({ length: random.below(3) }, (): [string, Draft] => [
    random.pick(names),
    draftValue(random, depth + 1),
  ]);
  return Object.fromEntries(entries);
}

export function draftUid(random: Random): Draft {
  return {
    type: random.pick(random.below(25) === 0 ? oddTypes : types),
    id: random.pick(["a", "b", "c", "it's", "\0"]),
  };
}

const calls: readonly (readonly [string, readonly Draft[]])[] = [
  ["ip", ["1.2.3.4/24"]],
  ["decimal", ["1.50"]],
  ["datetime", ["2024-02-29"]],
  ["duration", ["-1d3ms"]],
];

function draftCall(random: Random, depth: number): Draft {
  const [fn, args] = random.pick(calls);
  if (random.below(4) > 0) return { __extn: { fn, arg: args[0] ?? null } };
  const name = random.pick(functions);
  const argument = (): Draft => (random.below(2) === 0 ? random.pick(texts) : draftValue(random, depth + 2));
  if (random.below(2) === 0) return { __extn: { fn: name, arg: argument() } };
  return { __extn: { fn: name, args: Array.from({ length: random.below(4) }, argument) } };
}

/** An array of entities with few different uids, so that they are often each other's parents, or the same. */
export function draftEntities(random: Random): Draft {
  return Array.from({ length: random.below(5) }, () => {
    const entity: { [key: string]: Draft } = {
      uid: random.below(3) === 0 ? { __entity: draftUid(random) } : draftUid(random),
      attrs: random.below(3) > 0 ? {} : draftRecord(random),
      parents: Array.from({ length: random.below(3) }, () => draftUid(random)),
    };
    if (random.below(4) === 0) entity["tags"] = draftRecord(random);
    return entity;
  });
}

function draftRecord(random: Random): Draft {
  return Object.fromEntries(Array.from({ length: random.below(3) }, () => [random.pick(names), draftValue(random)]));
}

/** The document with one random part removed, renamed or put in place of another. */
export function mutate(document: Draft, random: Random): Draft {
  const copy = structuredClone(document);
  const holders: (Draft[] | { [key: string]: Draft })[] = [];
  const visit = (part: Draft): void => {
    if (typeof part !== "object" || part === null) return;
    holders.push(part);
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(copy);
  if (holders.length === 0 || random.below(30) === 0) return oddPart(random);
  const holder = random.pick(holders);
  const key = Object.keys(holder)[random.below(Object.keys(holder).length)];
  if (Array.isArray(holder)) {
    if (key === undefined || random.below(3) === 0) holder.push(oddPart(random));
    else holder[Number(key)] = oddPart(random);
  } else if (key === undefined || random.below(4) === 0) {
    holder[random.pick(names)] = oddPart(random);
  } else if (random.below(3) === 0) {
    delete holder[key];
  } else {
    holder[key] = oddPart(random);
  }
  return copy;
}

function oddPart(random: Random): Draft {
  return random.pick<() => Draft>([
    () => null,
    () => random.pick([1, -1, 1.5, 1e300]),
    () => random.pick(oddTypes),
    () => [],
    () => ({}),
    () => true,
    () => draftUid(random),
    () => ({ __expr: "1" }),
    () => ({ __entity: { type: "User" } }),
    () => draftValue(random),
    () => [draftUid(random)],
  ])();
}

/** The draft as JSON text; what the reference reads, since it serialises what it is given. */
export function textOf(draft: Draft): string {
  return JSON.stringify(draft);
}
