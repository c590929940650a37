import type { EntityJson } from "./oracle.ts";

/** The entities, as JSON, that generated expressions are evaluated over. */
// biome-ignore format: a table reads better packed
export const worldEntities: EntityJson[] = [
  {
    uid: { type: "User", id: "alice" },
    attrs: {
      name: "alice", age: 31, admin: true, "odd key": "odd", manager: { __entity: { type: "User", id: "bob" } },
      roles: ["dev", "ops", "é💥"], scores: [1, 2, 3, -4], address: { city: "Oslo", zip: 150, geo: { lat: 59, north: true } },
      home: { __extn: { fn: "ip", arg: "10.1.2.3" } }, balance: { __extn: { fn: "decimal", arg: "12.3400" } },
      joined: { __extn: { fn: "datetime", arg: "2024-02-29T12:34:56.789Z" } }, leave: { __extn: { fn: "duration", arg: "-1d2h3m4s5ms" } },
      friends: [{ __entity: { type: "User", id: "bob" } }, { __entity: { type: "User", id: "nobody" } }],
    },
    parents: [{ type: "Group", id: "staff" }, { type: "Group", id: "absent" }],
    tags: { colour: "red", level: 3, team: { __entity: { type: "Group", id: "staff" } }, "": "empty" },
  },
  { uid: { type: "User", id: "bob" }, attrs: { name: "bob" }, parents: [{ type: "Group", id: "admins" }], tags: {} },
  { uid: { type: "Group", id: "staff" }, attrs: { size: 9007199254740991 }, parents: [{ type: "Group", id: "all" }] },
  { uid: { type: "Group", id: "admins" }, attrs: {}, parents: [{ type: "Group", id: "staff" }] },
  { uid: { type: "Group", id: "all" }, attrs: {}, parents: [] },
  { uid: { type: "NS::Doc", id: "d\n1" }, attrs: { owner: { __entity: { type: "User", id: "alice" } }, public: false, __proto__x: 1, constructor: "c" }, parents: [{ type: "NS::Folder", id: "f" }] },
  { uid: { type: "NS::Folder", id: "f" }, attrs: { depth: -1 }, parents: [] },
  { uid: { type: "Action", id: "view" }, attrs: {}, parents: [{ type: "Action", id: "read" }] },
  { uid: { type: "Action", id: "read" }, attrs: {}, parents: [] },
];

/** The request that generated expressions are evaluated for. */
// biome-ignore format: a table reads better packed
export const worldRequest = {
  principal: { type: "User", id: "alice" },
  action: { type: "Action", id: "view" },
  resource: { type: "NS::Doc", id: "d\n1" },
  context: {
    n: 5, zero: 0, s: "stable*text", empty: "", t: true, f: false, set: [1, 2, 2, "x", [1], { a: 1 }], none: [], e: { __entity: { type: "User", id: "bob" } },
    es: [{ __entity: { type: "Group", id: "all" } }, { __entity: { type: "User", id: "bob" } }], r: { a: 1, b: { c: { d: "deep" } }, "b c": [true] },
    ip4: { __extn: { fn: "ip", arg: "192.168.0.0/16" } }, ip6: { __extn: { fn: "ip", arg: "::1" } }, dec: { __extn: { fn: "decimal", arg: "-0.5" } },
    at: { __extn: { fn: "datetime", arg: "1969-12-31T23:59:59-0130" } }, span: { __extn: { fn: "duration", arg: "1h30m" } },
  },
};
