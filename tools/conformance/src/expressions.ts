import { type Kind, kinds, leaves } from "./expression-leaves.ts";
import type { Random } from "./random.ts";

/** How strictly a generated expression keeps to types: never a slip, a slip now and then, or hardly any rule. */
export type Discipline = "typed" | "nearly" | "wild";

/** Percent of sub-expressions whose type is drawn at random. */
const slips: Readonly<Record<Discipline, number>> = { typed: 0, nearly: 5, wild: 40 };

/** Whether an expression may speak of the request and the entities, or is made of literals alone. */
export type Reach = "closed" | "open";

/** Makes the text of one random expression of the kind; it parses, and its brackets are at most `depth` deep or so. */
export function expressionText(
  random: Random,
  kind: Kind,
  depth: number,
  discipline: Discipline,
  reach: Reach,
): string {
  const make = (wanted: Kind, left: number): string => {
    const actual = random.chance(slips[discipline]) ? random.pick(kinds) : wanted;
    const { closed, open, malformed } = leaves[actual];
    const leaf = (): string => {
      if (malformed !== undefined && random.chance(2 + slips[discipline])) return random.pick(malformed);
      return random.pick(reach === "closed" || random.chance(50) ? closed : open);
    };
    if (left <= 0 || random.chance(15)) return leaf();
    const sub = (inner: Kind): string => make(inner, left - 1);
    return random.chance(12)
      ? `(if ${sub("bool")} then ${sub(actual)} else ${sub(actual)})`
      : composites[actual](random, sub, leaf, discipline === "typed" ? 4 : 50);
  };
  return make(kind, depth);
}

/** `guess` is the percent of accesses to attributes and tags that need not have the wanted kind. */
type Compose = (random: Random, sub: (kind: Kind) => string, leaf: () => string, guess: number) => string;

// biome-ignore format: a table reads better packed
const names = ["name", "age", "admin", "manager", "roles", "address", "a", "b", "city", "missing", "size", "owner", "constructor", "__proto__", "n", "r", "es", "ip4"];
// biome-ignore format: a table reads better packed
const tagNames = ['"colour"', '"level"', '"team"', '""', '"missing"', '"name"', "context.s", "principal.name", "1"];
// biome-ignore format: a table reads better packed
const entityTypes = ["User", "Group", "NS::Doc", "Action", "Missing", "NS::Folder"];
// biome-ignore format: a table reads better packed
const patterns = ["*", "a*", "*e", "al*e", "", "alice", "*\\**", "stable\\*text", "**", "*a*b*", "é*", "*💥", "\\u{e9}*", "*t*t"];

/** An access to an attribute in either spelling. */
// biome-ignore format: a table reads better packed
const member = (random: Random): string => {
  const name = random.pick(names);
  return random.chance(30) ? `["${name}"]` : `.${name}`;
};

const parens = (text: string): string => `(${text})`;

// biome-ignore format: a table reads better packed
const composites: Readonly<Record<Kind, Compose>> = {
  bool: (random, sub, leaf, guess) => {
    const any = (): Kind => random.pick(kinds);
    switch (random.below(21)) {
      case 0: return parens(`${sub("bool")} && ${sub("bool")}`);
      case 1: return parens(`${sub("bool")} || ${sub("bool")}`);
      case 2: return parens(`${sub("bool")} ${random.pick(["&&", "||"])} (${sub("bool")} ${random.pick(["&&", "||"])} ${sub("bool")})`);
      case 3: return `!${parens(sub("bool"))}`;
      case 4: return parens(`${sub("long")} ${random.pick(["<", "<=", ">", ">="])} ${sub("long")}`);
      case 5: { const kind = any(); return parens(`${sub(kind)} ${random.pick(["==", "!="])} ${sub(kind)}`); }
      case 6: return parens(`${sub(any())} ${random.pick(["==", "!="])} ${sub(any())}`);
      case 7: return parens(`${sub("entity")} in ${sub(random.chance(50) ? "entity" : "entities")}`);
      case 8: return parens(`${sub(random.pick(["entity", "record"]))} has ${random.pick([random.pick(names), `${random.pick(names)}.${random.pick(names)}`, '"odd key"', '"b c"', "address.geo.lat", "b.c.d", "a.b"])}`);
      case 9: return parens(`${sub("string")} like "${random.pick(patterns)}"`);
      case 10: return parens(`${sub("entity")} is ${random.pick(entityTypes)}${random.chance(40) ? ` in ${sub(random.chance(60) ? "entity" : "entities")}` : ""}`);
      case 11: return `${sub(random.pick(["set", "entities"]))}.contains(${sub(any())})`;
      case 12: return `${sub("set")}.${random.pick(["containsAll", "containsAny"])}(${sub("set")})`;
      case 13: return `${sub(random.pick(["set", "entities"]))}.isEmpty()`;
      case 14: return `${sub("entity")}.hasTag(${random.pick(tagNames)})`;
      case 15: return `${sub("ip")}.${random.pick(["isIpv4", "isIpv6", "isLoopback", "isMulticast"])}()`;
      case 16: return `${sub("ip")}.isInRange(${sub("ip")})`;
      case 17: return `${sub("decimal")}.${random.pick(["lessThan", "lessThanOrEqual", "greaterThan", "greaterThanOrEqual"])}(${sub("decimal")})`;
      case 18: return parens(`${sub("datetime")} ${random.pick(["<", "<=", ">", ">="])} ${sub("datetime")}`);
      case 19: return parens(`${sub("duration")} ${random.pick(["<", "<=", ">", ">="])} ${sub("duration")}`);
      default: return !random.chance(guess) ? leaf() : random.chance(80) ? `${sub("record")}${member(random)}` : `${sub("ip")}.${random.pick(["isIpv4", "isInRange", "lessThan", "offset"])}(${random.pick(["", sub(any()), `${sub(any())}, ${sub(any())}`])})`;
    }
  },
  long: (random, sub, leaf, guess) => {
    switch (random.below(8)) {
      case 0: return parens(`${sub("long")} + ${sub("long")}`);
      case 1: return parens(`${sub("long")} - ${sub("long")}`);
      case 2: return parens(`${sub("long")} * ${sub("long")}`);
      case 3: return `-${parens(sub("long"))}`;
      case 4: return parens(`${sub("long")} ${random.pick(["+", "-"])} ${sub("long")} * ${sub("long")} ${random.pick(["+", "-"])} ${sub("long")}`);
      case 5: return `${sub("duration")}.${random.pick(["toMilliseconds", "toSeconds", "toMinutes", "toHours", "toDays"])}()`;
      default: return !random.chance(guess) ? leaf() : `${sub(random.pick(["record", "entity"]))}${member(random)}`;
    }
  },
  string: (random, sub, leaf, guess) => (!random.chance(guess) ? leaf() : random.chance(50) ? `${sub(random.pick(["record", "entity"]))}${member(random)}` : `${sub("entity")}.getTag(${random.pick(tagNames)})`),
  entity: (random, sub, leaf, guess) => (!random.chance(guess) ? leaf() : random.chance(70) ? `${sub("entity")}.${random.pick(["manager", "owner", "missing"])}` : `${sub("entity")}.getTag(${random.pick(tagNames)})`),
  entities: (random, sub) => `[${Array.from({ length: random.below(4) }, () => sub("entity")).join(", ")}]`,
  set: (random, sub) => {
    const kind = random.pick(kinds);
    return `[${Array.from({ length: random.below(4) }, () => sub(random.chance(80) ? kind : random.pick(kinds))).join(", ")}]`;
  },
  record: (random, sub, leaf, guess) => {
    if (random.chance(25)) return leaf();
    if (random.chance(guess / 2)) return `${sub("record")}${member(random)}`;
    const keys = new Set(Array.from({ length: random.below(4) }, () => random.pick([...names, '"odd key"', '"b c"', '""', '"é"'])));
    return `{${[...keys].map((key) => `${key}: ${sub(random.pick(kinds))}`).join(", ")}}`;
  },
  ip: (random, sub, leaf) => (random.chance(93) ? leaf() : `ip(${sub("string")})`),
  decimal: (random, sub, leaf) => (random.chance(93) ? leaf() : `decimal(${sub("string")})`),
  datetime: (random, sub, leaf) => {
    if (random.chance(30)) return leaf();
    if (random.chance(7)) return `datetime(${sub("string")})`;
    return random.chance(60) ? `${sub("datetime")}.offset(${sub("duration")})` : `${sub("datetime")}.toDate()`;
  },
  duration: (random, sub, leaf) => {
    if (random.chance(30)) return leaf();
    if (random.chance(7)) return `duration(${sub("string")})`;
    return random.chance(60) ? `${sub("datetime")}.durationSince(${sub("datetime")})` : `${sub("datetime")}.toTime()`;
  },
};
