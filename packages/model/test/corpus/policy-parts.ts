import type { JsonValue } from "../../src/index.ts";

/** The schema that made-up policies are for. */
export const schemaText: string = `
entity Group in [Group];
entity Team in [Group] { lead?: User };
entity User in [Team] { n: Long, o?: Long, s: String, boss?: User, r: R, on: Bool, at: datetime, ip?: ipaddr } tags Long;
entity Doc in [Team] { n: Long, o?: Long, owner: User, r?: R, set: Set<Long>, price: decimal, kind: Kind } tags Set<String>;
entity Kind enum ["x", "y"];
type R = { a: Long, b?: Long, c?: { d?: Long } };
action all;
action some in [all];
action view in [some] appliesTo { principal: [User, Team], resource: [Doc, User], context: { o?: Long, r?: R, span: duration } };
action edit in [all] appliesTo { principal: User, resource: [Doc], context: { o: Long, r: R, span: duration } };
namespace N {
  action home;
  action go in [home] appliesTo { principal: User, resource: Doc, context: { o?: Long, r: R, span: duration } };
}
`;

export type Kind = "bool" | "long" | "string" | "decimal" | "ip" | "datetime" | "duration" | "longs" | Owner;
export type Owner = "User" | "Doc" | "Context" | "R" | "C" | "EnumKind";
export type Expression = JsonValue;

/** The attributes of what has any; a question mark says that one is optional. */
export const attributes: Readonly<Record<Owner, readonly (readonly [string, Kind, "?"?])[]>> = {
  User: [
    ["n", "long"],
    ["o", "long", "?"],
    ["s", "string"],
    ["boss", "User", "?"],
    ["r", "R"],
    ["on", "bool"],
    ["at", "datetime"],
    ["ip", "ip", "?"],
  ],
  Doc: [
    ["n", "long"],
    ["o", "long", "?"],
    ["owner", "User"],
    ["r", "R", "?"],
    ["set", "longs"],
    ["price", "decimal"],
    ["kind", "EnumKind"],
  ],
  Context: [
    ["o", "long", "?"],
    ["r", "R", "?"],
    ["span", "duration"],
  ],
  R: [
    ["a", "long"],
    ["b", "long", "?"],
    ["c", "C", "?"],
  ],
  C: [["d", "long", "?"]],
  EnumKind: [],
};

export function isOwner(kind: Kind): kind is Owner {
  return Object.hasOwn(attributes, kind);
}

export const value: (literal: boolean | number | string) => Expression = (literal) => ({ Value: literal });
export const uid: (type: string, id: string) => Expression = (type, id) => ({ Value: { __entity: { type, id } } });
export const variable: (name: string) => Expression = (name) => ({ Var: name });
export const binary: (op: string, left: Expression, right: Expression) => Expression = (op, left, right) => ({
  [op]: { left, right },
});
export const both: (left: Expression, right: Expression) => Expression = (left, right) => binary("&&", left, right);
export const not: (arg: Expression) => Expression = (arg) => ({ "!": { arg } });
export const get: (left: Expression, attr: string) => Expression = (left, attr) => ({ ".": { left, attr } });
export const has: (left: Expression, attr: string) => Expression = (left, attr) => ({ has: { left, attr } });
export const choice: (test: Expression, yes: Expression, no: Expression) => Expression = (test, yes, no) => ({
  // biome-ignore lint/suspicious/noThenProperty: that is what Cedar's JSON calls it
  "if-then-else": { if: test, then: yes, else: no },
});
