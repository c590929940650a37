import {
  datetimeOf,
  type Entity,
  type EntitySource,
  type EntityUid,
  type ExtensionFault,
  emptyRecord,
  entityOf,
  entityUid,
  isFault,
  parseDatetime,
  parseDecimal,
  parseDuration,
  parseIp,
  recordOf,
  sameUid,
  setOf,
  type Value,
} from "@deodar/core";
import type { Request } from "../src/index.ts";

/** The entities, the request and the context of all comparisons with the reference, for both sides. */

export function value<T>(made: T | ExtensionFault): T {
  if (isFault(made)) throw new Error(made.message);
  return made;
}

export function record(entries: { readonly [key: string]: Value }): ReturnType<typeof recordOf> {
  return recordOf(Object.entries(entries));
}

const alice = entityUid("User", "alice");
const bob = entityUid("User", "bob");
const nested = record({ "a b": 1, list: setOf([1, "two", alice]), inner: record({ deep: true, n: 7 }) });

const all: readonly Entity[] = [
  entityOf(alice, {
    attributes: Object.entries({
      age: 30,
      name: "alice",
      admin: true,
      friend: bob,
      ghost: entityUid("User", "ghost"),
      scores: setOf([1, 2, 3]),
      mixed: setOf([5, true, bob, "x"]),
      groups: setOf([entityUid("Group", "staff"), entityUid("Group", "none")]),
      nested,
      address: value(parseIp("10.1.2.3")),
      price: value(parseDecimal("12.5")),
      born: value(parseDatetime("1990-01-02T03:04:05Z")),
      hour: value(parseDuration("1h")),
      "odd key": "odd",
    }),
    tags: Object.entries<Value>({ role: "admin", level: 3, age: 1 }),
    parents: [entityUid("Group", "staff"), entityUid("Group", "absent")],
  }),
  entityOf(bob, { attributes: Object.entries({ age: 40, name: "bob", friend: alice }) }),
  entityOf(entityUid("Group", "staff"), { parents: [entityUid("Group", "all")] }),
  entityOf(entityUid("Group", "all")),
  entityOf(entityUid("User", "many"), {
    attributes: Object.entries({ g: 1, f: 2, e: 3, "\u{1f600}": 4, "\uffff": 5, d: 6, c: 7, b: 8, a: 9 }),
    tags: Object.entries({ t1: 1, t2: 2, t3: 3, t4: 4, t5: 5, t6: 6, a: 7 }),
  }),
  entityOf(entityUid("Doc", "d"), { attributes: Object.entries<Value>({ owner: alice, public: false, size: 10 }) }),
  entityOf(entityUid("Action", "view"), { parents: [entityUid("Action", "group")] }),
  entityOf(entityUid("Action", "group")),
];

/** Stands on its own, so that these tests do not depend on a store. */
export const entitySource: EntitySource = {
  get: (uid) => all.find((entity) => sameUid(entity.uid, uid)),
  isIn: (descendant, ancestor) =>
    sameUid(descendant, ancestor) ||
    (entitySource.get(descendant)?.parents.some((parent) => entitySource.isIn(parent, ancestor)) ?? false),
};

export const request: Request = {
  principal: alice,
  action: entityUid("Action", "view"),
  resource: entityUid("Doc", "d"),
  context: record({
    n: 1,
    s: "text",
    yes: true,
    no: false,
    user: bob,
    nobody: entityUid("User", "nobody"),
    set: setOf([1, 2]),
    bad: setOf(["z", 9, alice]),
    rec: record({ a: record({ b: 1 }), k: setOf([true, 4]) }),
    empty: emptyRecord,
    ip: value(parseIp("127.0.0.1")),
    dec: value(parseDecimal("1.0")),
    now: datetimeOf(86_400_000),
    while: value(parseDuration("1d")),
    __proto__x: 1,
  }),
};

export function uidJson({ type, id }: EntityUid): { type: string; id: string } {
  return { type, id };
}

type Json = boolean | number | string | Json[] | { [key: string]: Json };

function toJson(from: Value): Json {
  if (typeof from === "bigint") throw new Error("the reference takes no bigint");
  if (typeof from !== "object") return from;
  switch (from.kind) {
    case "entity":
      return { __entity: uidJson(from) };
    case "set":
      return from.elements.map(toJson);
    case "record":
      return Object.fromEntries([...from.entries].map(([key, entry]) => [key, toJson(entry)]));
    case "ip":
    case "decimal":
    case "datetime":
    case "duration":
      return {
        __extn: {
          fn: from.source.fn,
          args: from.source.args.map((each) => (typeof each === "string" ? each : toJson(each))),
        },
      };
  }
}

function mapJson(entries: ReadonlyMap<string, Value>): Record<string, Json> {
  return Object.fromEntries([...entries].map(([key, each]) => [key, toJson(each)]));
}

export const contextJson: Record<string, Json> = mapJson(request.context.entries);

export const entitiesJson: {
  uid: { type: string; id: string };
  attrs: Record<string, Json>;
  parents: { type: string; id: string }[];
  tags: Record<string, Json>;
}[] = all.map((entity) => ({
  uid: uidJson(entity.uid),
  attrs: mapJson(entity.attributes),
  parents: entity.parents.map(uidJson),
  tags: mapJson(entity.tags),
}));
