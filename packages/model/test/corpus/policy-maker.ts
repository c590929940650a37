import type { JsonValue } from "../../src/index.ts";
import {
  attributes,
  binary,
  both,
  choice,
  type Expression,
  get,
  has,
  isOwner,
  type Kind,
  not,
  uid,
  value,
  variable,
} from "./policy-parts.ts";

/** Something to read, and the test that makes it safe: `true` if it needs none. */
interface Access {
  readonly read: Expression;
  readonly kind: Kind;
  readonly guard: Expression;
}

/** Makes up policies in Cedar's JSON format that fit the schema, but for a mistake here and there. */
export class PolicyMaker {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A static policy, or a template if a slot comes up. */
  policy(): { readonly json: JsonValue; readonly hasSlot: boolean } {
    const principal = this.#scope("?principal", "User");
    const resource = this.#scope("?resource", "Doc");
    const json = {
      effect: "permit",
      principal,
      action: this.#action(),
      resource,
      conditions: Array.from({ length: 1 + this.#below(2) }, () => ({
        kind: this.#chance(80) ? "when" : "unless",
        body: this.#bool(3),
      })),
    };
    return { json, hasSlot: /"slot"/.test(JSON.stringify([principal, resource])) };
  }

  #scope(slot: string, type: string): JsonValue {
    const entity = (name: string): JsonValue => ({ entity: { type: name, id: this.#chance(95) ? "x" : "z" } });
    const group = this.#pick([{ slot }, entity("Team"), entity("Group"), entity(type)]) as { readonly slot?: string };
    return this.#pick<JsonValue>([
      { op: "is", entity_type: type },
      { op: "is", entity_type: type },
      { op: "is", entity_type: type, in: group },
      { op: "in", ...group },
      { op: "==", slot },
      { op: "==", ...(entity(type) as object) },
      { op: "All" },
    ]);
  }

  #action(): JsonValue {
    const uid = (id: string): JsonValue => ({ type: "Action", id });
    return this.#pick<JsonValue>([
      { op: "==", entity: uid("view") },
      { op: "==", entity: { type: "N::Action", id: "go" } },
      { op: "in", entity: uid(this.#pick(["all", "some", "edit"])) },
      { op: "in", entities: [uid("view"), uid(this.#chance(90) ? "edit" : "nope")] },
      this.#chance(95) ? { op: "All" } : { op: "in", entities: [] },
    ]);
  }

  // ---- what can be read ----

  #access(): Access {
    let access = this.#pick<Access>([
      { read: variable("principal"), kind: "User", guard: value(true) },
      { read: variable("resource"), kind: "Doc", guard: value(true) },
      { read: variable("context"), kind: "Context", guard: value(true) },
    ]);
    for (let steps = 1 + this.#below(3); steps > 0; steps -= 1) {
      const next = this.#step(access);
      if (next === undefined) break;
      access = next;
    }
    return access;
  }

  #step({ read, kind, guard }: Access): Access | undefined {
    if (!isOwner(kind) || attributes[kind].length === 0) return undefined;
    if ((kind === "User" || kind === "Doc") && this.#chance(15)) {
      const tag = this.#pick([value("t"), value("u"), get(variable("principal"), "s")]);
      const there = both(guard, binary("hasTag", read, tag));
      return { read: binary("getTag", read, tag), kind: kind === "User" ? "long" : "longs", guard: there };
    }
    const [name, type, optional] = this.#pick(attributes[kind]);
    const wrong = this.#chance(1) ? "zz" : name;
    return { read: get(read, wrong), kind: type, guard: optional ? both(guard, has(read, wrong)) : guard };
  }

  /** A test that something can be read, and a boolean that reads it. */
  #guarded(depth: number): readonly [guard: Expression, use: Expression] {
    if (this.#chance(20)) {
      const path = this.#pick([
        ["r", "b"],
        ["r", "c", "d"],
        ["boss", "o"],
        ["boss", "r", "b"],
        ["owner", "o"],
      ]);
      const from = variable(path[0] === "owner" ? "resource" : path[0] === "boss" ? "principal" : "context");
      const tested = this.#chance(90) ? path : path.slice(0, -1);
      return [{ has: { left: from, attr: tested } }, this.#test({ read: path.reduce(get, from), kind: "long" }, depth)];
    }
    const access = this.#access();
    return [access.guard, this.#test(access, depth)];
  }

  #test({ read, kind }: { readonly read: Expression; readonly kind: Kind }, depth: number): Expression {
    if (kind === "bool") return read;
    const other = this.#of(this.#chance(98) ? kind : "long", depth - 1);
    const equal = binary(this.#pick(["==", "!="]), read, other);
    switch (kind) {
      case "long":
      case "datetime":
      case "duration":
        return this.#chance(30) ? equal : binary(this.#pick(["<", "<=", ">", ">="]), read, other);
      case "string":
        return this.#chance(50) ? equal : { like: { left: read, pattern: ["Wildcard", { Literal: "a" }] } };
      case "decimal":
        return this.#chance(90)
          ? { [this.#pick(["lessThan", "greaterThanOrEqual"])]: [read, other] }
          : binary("<", read, other);
      case "ip":
        return { isInRange: [read, other] };
      case "longs":
        return this.#pick([
          binary("contains", read, this.#of("long", depth - 1)),
          binary(this.#pick(["containsAll", "containsAny"]), read, other),
          { isEmpty: { arg: read } },
          equal,
        ]);
      case "User":
      case "Doc":
      case "EnumKind":
        return this.#pick([
          equal,
          binary("in", read, other),
          binary("in", read, { Set: [other, other] }),
          this.#is(read),
        ]);
      case "Context":
      case "R":
      case "C":
        return this.#pick([equal, has(read, this.#pick(["a", "b", "c", "o", "zz"]))]);
    }
  }

  #is(left: Expression): Expression {
    const type = this.#pick(["User", "Doc", "Team", "Action", this.#chance(90) ? "Group" : "Nope"]);
    if (this.#chance(70)) return { is: { left, entity_type: type } };
    return { is: { left, entity_type: type, in: uid("Team", "t") } };
  }

  // ---- expressions of a kind ----

  /** Where capabilities come from, and where they get lost. */
  #bool(depth: number): Expression {
    if (depth <= 0) return this.#leaf();
    const [guard, use] = this.#guarded(depth - 1);
    const other = (): Expression => this.#bool(depth - 1);
    const either = (left: Expression, right: Expression): Expression => binary("||", left, right);
    const rare = <T>(wrong: () => T, right: () => T): T => (this.#chance(15) ? wrong() : right());
    const forms: readonly (() => Expression)[] = [
      () => both(guard, use),
      () => both(guard, use),
      () => both(both(guard, other()), use),
      () => both(both(other(), guard), both(guard, use)),
      () => choice(guard, use, other()),
      () => both(either(guard, guard), use),
      () => both(either(value(false), guard), use),
      () => both(either(both(guard, other()), both(other(), guard)), use),
      () => both(choice(other(), guard, both(other(), guard)), use),
      () => both(choice(guard, other(), value(false)), use),
      () => both(choice(other(), value(false), guard), use),
      () => both(guard, choice(guard, use, binary("<", value("not"), value(1)))),
      () => both(guard, either(guard, binary("+", value(1), value("not")))),
      () =>
        rare(
          () => both(either(guard, other()), use),
          () => both(both(guard, use), use),
        ),
      () =>
        rare(
          () => both(choice(other(), guard, other()), use),
          () => both(guard, both(use, other())),
        ),
      () =>
        rare(
          () => choice(guard, other(), use),
          () => choice(not(guard), other(), both(guard, use)),
        ),
      () =>
        rare(
          () => either(guard, use),
          () => either(both(guard, use), other()),
        ),
      () =>
        rare(
          () => both(not(guard), use),
          () => not(both(guard, use)),
        ),
      () => both(other(), other()),
      () => either(other(), other()),
      () => choice(other(), other(), other()),
      () => not(other()),
      () => binary("==", other(), this.#leaf()),
      () => this.#leaf(),
    ];
    return this.#pick(forms)();
  }

  #leaf(): Expression {
    const action = (): Expression =>
      this.#pick([variable("action"), uid("Action", this.#pick(["all", "some", "view", "edit"]))]);
    return this.#pick<() => Expression>([
      () => value(this.#chance(50)),
      () => get(variable("principal"), "on"),
      () => binary(this.#pick(["==", "in"]), action(), action()),
      () => binary("in", action(), { Set: [action(), action()] }),
      () => binary("==", this.#pick([value(1), value("a")]), this.#pick([value(1), value("b"), uid("User", "x")])),
      () =>
        binary("in", variable(this.#pick(["principal", "resource"])), uid(this.#pick(["Team", "Group", "User"]), "x")),
      () => binary("==", variable("principal"), variable("resource")),
      () => this.#is(variable(this.#pick(["principal", "resource", "action"]))),
      () =>
        has(variable(this.#pick(["principal", "resource", "context", "action"])), this.#pick(["o", "n", "r", "zz"])),
      () =>
        binary(
          "==",
          { Record: { a: value(1) } },
          { Record: { [this.#chance(90) ? "a" : "b"]: value(this.#chance(90) ? 2 : "x") } },
        ),
    ])();
  }

  #of(kind: Kind, depth: number): Expression {
    if (depth > 0 && this.#chance(15)) {
      return choice(this.#bool(depth - 1), this.#of(kind, depth - 1), this.#of(kind, depth - 1));
    }
    switch (kind) {
      case "bool":
        return this.#bool(depth);
      case "long":
        return this.#pick<() => Expression>([
          () => value(this.#below(9) - 4),
          () => get(variable("resource"), "n"),
          () =>
            depth > 0
              ? binary(this.#pick(["+", "-", "*"]), this.#of("long", depth - 1), this.#of("long", 0))
              : value(0),
          () => ({ [this.#pick(["toDays", "toSeconds"])]: [this.#of("duration", depth - 1)] }),
          () => ({ neg: { arg: this.#of("long", depth - 1) } }),
        ])();
      case "string":
        return this.#pick([value("a"), get(variable("principal"), "s")]);
      case "decimal":
        return this.#pick([this.#made("decimal", "1.25", "1"), get(variable("resource"), "price")]);
      case "ip":
        return this.#made("ip", "10.0.0.0/8", "10.0.0");
      case "datetime":
        return this.#pick<() => Expression>([
          () => this.#made("datetime", "2024-10-15", "2024"),
          () => get(variable("principal"), "at"),
          () => ({ toDate: [this.#of("datetime", depth - 1)] }),
          () => ({ offset: [get(variable("principal"), "at"), this.#of("duration", depth - 1)] }),
        ])();
      case "duration":
        return this.#pick<() => Expression>([
          () => this.#made("duration", "1d2h", "1y"),
          () => get(variable("context"), "span"),
          () => ({
            [this.#chance(95) ? "durationSince" : "offset"]: [
              get(variable("principal"), "at"),
              this.#of("datetime", depth - 1),
            ],
          }),
          () => ({ toTime: [get(variable("principal"), "at")] }),
        ])();
      case "longs":
        return this.#chance(97)
          ? { Set: [this.#of("long", 0), this.#of(this.#chance(95) ? "long" : "string", 0)] }
          : { Set: [] };
      case "User":
        return this.#pick([variable("principal"), get(variable("resource"), "owner"), uid("User", "x")]);
      case "Doc":
        return this.#pick([variable("resource"), uid("Doc", "x")]);
      case "EnumKind":
        return uid("Kind", this.#chance(90) ? "x" : "z");
      case "R": {
        const other = this.#chance(90) ? { a: value(1) } : { a: value(1), b: value(2), c: { Record: { d: value(3) } } };
        return this.#chance(80) ? get(variable("principal"), "r") : { Record: other };
      }
      case "C":
        return this.#chance(80) ? get(get(variable("principal"), "r"), "c") : { Record: { d: value(1) } };
      case "Context":
        return variable("context");
    }
  }

  #made(fn: string, right: string, wrong: string): Expression {
    return { [fn]: [this.#chance(97) ? value(right) : this.#pick([value(wrong), get(variable("principal"), "s")])] };
  }

  // ---- chance ----

  #below(bound: number): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % bound;
  }

  #chance(percent: number): boolean {
    return this.#below(100) < percent;
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#below(items.length)] as T;
  }
}
