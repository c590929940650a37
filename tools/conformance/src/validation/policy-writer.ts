import type { ActionInfo, AttributeType, Schema, Type } from "@deodar/schema";
import { quoteString } from "@deodar/syntax";
import type { Random } from "../random.ts";

/** An expression of a known type that reaches into the request, and the tests that make it safe. */
interface Access {
  readonly text: string;
  readonly type: Type;
  readonly guards: readonly string[];
}

const boolean: Type = { kind: "boolean" };
const long: Type = { kind: "long" };
const string: Type = { kind: "string" };
const decimal: Type = { kind: "extension", name: "decimal" };
const ip: Type = { kind: "extension", name: "ipaddr" };
const datetime: Type = { kind: "extension", name: "datetime" };
const duration: Type = { kind: "extension", name: "duration" };
const leaves = [boolean, long, string, decimal, ip, datetime, duration];

/** How many attributes an access goes through at most. */
const longestAccess = 3;

/**
 * Writes policies that fit a schema, but for mistakes that it plants: another type, a missing or misspelt attribute, an
 * optional one without a test, an action or type that is not declared.
 */
export class PolicyWriter {
  readonly #random: Random;
  readonly #schema: Schema;
  /** In how many of a hundred places there is a mistake. */
  readonly #mistakes: number;
  readonly #action: ActionInfo;
  readonly #principal: string;
  readonly #resource: string;
  readonly #accesses: readonly Access[];

  constructor(random: Random, schema: Schema, mistakes: number) {
    this.#random = random;
    this.#schema = schema;
    this.#mistakes = mistakes;
    const actions = [...schema.actions.values()].flatMap((ids) => [...ids.values()]);
    this.#action = random.pick(actions.filter(({ principals, resources }) => principals.size * resources.size > 0));
    this.#principal = random.pick([...this.#action.principals]);
    this.#resource = random.pick([...this.#action.resources]);
    this.#accesses = [
      ...this.#reach({ text: "principal", type: { kind: "entity", name: this.#principal }, guards: [] }, 0),
      ...this.#reach({ text: "resource", type: { kind: "entity", name: this.#resource }, guards: [] }, 0),
      ...this.#reach({ text: "context", type: this.#action.context, guards: [] }, 0),
    ];
  }

  /** One policy. */
  policy(): string {
    const clauses = Array.from({ length: 1 + this.#random.below(2) }, () => {
      const word = this.#random.chance(85) ? "when" : "unless";
      return ` ${word} { ${this.#boolean(3)} }`;
    });
    const effect = this.#random.chance(70) ? "permit" : "forbid";
    return `${effect}(${this.#scopeEntity("principal", this.#principal)}, ${this.#scopeAction()}, ${this.#scopeEntity("resource", this.#resource)})${clauses.join("")};`;
  }

  #errs(): boolean {
    return this.#random.chance(this.#mistakes);
  }

  #scopeEntity(name: string, type: string): string {
    const own = this.#errs() ? this.#anyType() : type;
    const above = [own, ...(this.#schema.entityTypes.get(own)?.ancestors ?? [])];
    switch (this.#random.below(5)) {
      case 0:
        return name;
      case 1:
        return `${name} == ${this.#uid(own)}`;
      case 2:
        return `${name} in ${this.#uid(this.#random.pick(above))}`;
      case 3:
        return `${name} is ${own} in ${this.#uid(this.#random.pick(above))}`;
      default:
        return `${name} is ${own}`;
    }
  }

  #scopeAction(): string {
    const uid = `${this.#action.uid.type}::${quoteString(this.#errs() ? `${this.#action.uid.id}s` : this.#action.uid.id)}`;
    const other = this.#random.pick([...this.#schema.actions.values()].flatMap((ids) => [...ids.values()])).uid;
    return this.#random.pick([
      `action == ${uid}`,
      `action == ${uid}`,
      `action in ${uid}`,
      `action in [${uid}, ${other.type}::${quoteString(other.id)}]`,
      "action",
    ]);
  }

  #anyType(): string {
    const types = [...this.#schema.entityTypes.keys()];
    return this.#random.chance(20) ? `${this.#random.pick(types)}x` : this.#random.pick(types);
  }

  #uid(type: string): string {
    const ids = this.#schema.entityTypes.get(type)?.enumeration;
    const id = ids === undefined || this.#errs() ? "a" : this.#random.pick([...ids]);
    return `${type}::${quoteString(id)}`;
  }

  #reach(from: Access, depth: number): Access[] {
    const found = [from];
    if (depth === longestAccess) return found;
    for (const [name, { type, required }] of this.#attributesOf(from.type)) {
      const guards = required ? from.guards : [...from.guards, `${from.text} has ${name}`];
      found.push(...this.#reach({ text: `${from.text}.${name}`, type, guards }, depth + 1));
    }
    const tags = from.type.kind === "entity" ? this.#schema.entityTypes.get(from.type.name)?.tags : undefined;
    if (tags !== undefined && depth < 2) {
      const guards = [...from.guards, `${from.text}.hasTag("t")`];
      found.push({ text: `${from.text}.getTag("t")`, type: tags, guards });
    }
    return found;
  }

  #attributesOf(type: Type): Iterable<readonly [string, AttributeType]> {
    if (type.kind === "record") return type.attributes;
    return type.kind === "entity" ? (this.#schema.entityTypes.get(type.name)?.attributes ?? []) : [];
  }

  /** A comparison or test whose accesses are guarded, but for mistakes. */
  #boolean(depth: number): string {
    const below = (bound: number): number => this.#random.below(bound);
    const pick = <T>(items: readonly T[]): T => this.#random.pick(items);
    if (depth <= 0) return this.#test(0);
    switch (below(9)) {
      case 0:
        return `${this.#boolean(depth - 1)} && ${this.#boolean(depth - 1)}`;
      case 1:
        return `(${this.#boolean(depth - 1)} || ${this.#boolean(depth - 1)})`;
      case 2:
        return `!(${this.#boolean(depth - 1)})`;
      case 3:
        return `(if ${this.#boolean(depth - 1)} then ${this.#boolean(depth - 1)} else ${this.#boolean(depth - 1)})`;
      case 4:
        return pick([
          "true",
          "false",
          `(${this.#boolean(depth - 1)}) == ${this.#boolean(0)}`.replace(/ == .* == /s, " == "),
        ]);
      default:
        return this.#test(depth - 1);
    }
  }

  #test(depth: number): string {
    const access = this.#random.pick(this.#accesses);
    const body = `(${this.#testOf(access, depth)})`;
    if (access.guards.length === 0) return body;
    const guards = this.#errs() ? access.guards.slice(1) : access.guards;
    const path = /^(.*) has (.*)$/;
    const dotted = guards.length === 2 && this.#random.chance(50) ? guards.map((guard) => path.exec(guard)) : [];
    const [first, second] = dotted;
    if (first && second && second[1] === `${first[1]}.${first[2]}`) {
      return `(${first[1]} has ${first[2]}.${second[2]} && ${body})`;
    }
    return guards.length === 0 ? body : `(${guards.join(" && ")} && ${body})`;
  }

  #testOf({ text, type }: Access, depth: number): string {
    const at = this.#errs() ? `${text}.${this.#random.pick(["nam", "owner", "x", "isEmpty()"])}` : text;
    const expected = this.#errs() ? this.#random.pick(leaves) : type;
    const pick = <T>(items: readonly T[]): T => this.#random.pick(items);
    switch (expected.kind) {
      case "boolean":
        return at;
      case "long":
        return pick([
          `${at} ${pick(["<", "<=", ">", ">=", "==", "!="])} ${this.#value(long, depth)}`,
          `${at} + ${this.#value(long, depth)} * 2 - 1 > -${this.#random.below(9)}`,
          `[1, 2, ${at}].contains(${this.#value(long, depth)})`,
        ]);
      case "string":
        return pick([`${at} like "a*b"`, `${at} == ${this.#value(string, depth)}`, `["a", ${at}].containsAny(["b"])`]);
      case "set":
        return pick([
          `${at}.contains(${this.#value(expected.element, depth)})`,
          `${at}.containsAll([${this.#value(expected.element, depth)}])`,
          `${at}.isEmpty()`,
          `${at} == [${this.#value(expected.element, depth)}]`,
        ]);
      case "record":
        return pick([`${at} == ${this.#value(expected, depth)}`, `${at} has ${this.#name(expected)}`]);
      case "entity":
        return pick([
          `${at} == ${this.#value(expected, depth)}`,
          `${at} in ${this.#uid(this.#random.pick([expected.name, ...(this.#schema.entityTypes.get(expected.name)?.ancestors ?? [])]))}`,
          `${at} in [${this.#uid(expected.name)}, ${this.#value(expected, depth)}]`,
          `${at} is ${this.#errs() ? this.#anyType() : expected.name}`,
          `${at} is ${expected.name} in ${this.#uid(expected.name)}`,
          `${at} has ${this.#name(expected)}`,
          `${at}.hasTag(${this.#value(string, depth)})`,
        ]);
      case "extension":
        return this.#extensionTest(at, expected, depth);
    }
  }

  #extensionTest(at: string, type: Extract<Type, { kind: "extension" }>, depth: number): string {
    const other = this.#value(type, depth);
    const pick = <T>(items: readonly T[]): T => this.#random.pick(items);
    switch (type.name) {
      case "decimal":
        return pick([`${at}.lessThan(${other})`, `${at} == ${other}`, `${other}.greaterThanOrEqual(${at})`]);
      case "ipaddr":
        return pick([`${at}.isIpv4()`, `${at}.isInRange(${other})`, `${at}.isLoopback() == true`]);
      case "datetime":
        return pick([
          `${at} < ${other}`,
          `${at}.offset(${this.#value(duration, depth)}) >= ${other}`,
          `${at}.durationSince(${other}) > ${this.#value(duration, depth)}`,
          `${at}.toDate() == ${other}.toDate()`,
        ]);
      case "duration":
        return pick([
          `${at} <= ${other}`,
          `${at}.toDays() > 3`,
          `${at}.toMilliseconds() == ${this.#value(long, depth)}`,
        ]);
    }
  }

  #name(type: Type): string {
    const names = [...this.#attributesOf(type)].map(([name]) => name);
    return names.length === 0 || this.#errs() ? "unheardOf" : this.#random.pick(names);
  }

  /** An expression of this type, but for mistakes. */
  #value(type: Type, depth: number): string {
    const wanted = this.#errs() ? this.#random.pick(leaves) : type;
    if (depth > 0 && this.#random.chance(15)) {
      return `(if ${this.#boolean(0)} then ${this.#value(wanted, depth - 1)} else ${this.#value(wanted, depth - 1)})`;
    }
    if (this.#random.chance(25)) {
      const same = this.#accesses.filter((access) => access.guards.length === 0 && sameKind(access.type, wanted));
      if (same.length > 0) return this.#random.pick(same).text;
    }
    return this.#literal(wanted, depth);
  }

  #literal(type: Type, depth: number): string {
    const below = (bound: number): number => this.#random.below(bound);
    const pick = <T>(items: readonly T[]): T => this.#random.pick(items);
    switch (type.kind) {
      case "boolean":
        return pick(["true", "false"]);
      case "long":
        return String(below(20) - 5);
      case "string":
        return pick(['""', '"a"', '"ab\\n"', '"é"']);
      case "set":
        return this.#errs()
          ? "[]"
          : `[${this.#value(type.element, depth - 1)}, ${this.#value(type.element, depth - 1)}]`;
      case "record":
        return `{${[...type.attributes].map(([name, { type: part }]) => `${name}: ${this.#value(part, depth - 1)}`).join(", ")}}`;
      case "entity":
        return this.#uid(this.#errs() ? this.#anyType() : type.name);
      case "extension":
        return this.#constructed(type.name);
    }
  }

  #constructed(name: Extract<Type, { kind: "extension" }>["name"]): string {
    const wrong = this.#errs();
    const pick = <T>(items: readonly T[]): T => this.#random.pick(items);
    switch (name) {
      case "decimal":
        return wrong ? pick(['decimal("1")', "decimal(1)", 'decimal("1.0", "2.0")']) : 'decimal("1.25")';
      case "ipaddr":
        return wrong ? pick(['ip("1.2.3")', "ip(principal)", "ip()"]) : 'ip("10.0.0.0/8")';
      case "datetime":
        return wrong ? 'datetime("yesterday")' : 'datetime("2024-10-15T11:35:00Z")';
      case "duration":
        return wrong ? 'duration("1y")' : 'duration("1d2h")';
    }
  }
}

function sameKind(a: Type, b: Type): boolean {
  if (a.kind === "entity" && b.kind === "entity") return a.name === b.name;
  if (a.kind === "extension" && b.kind === "extension") return a.name === b.name;
  return a.kind === b.kind && a.kind !== "set" && a.kind !== "record";
}
