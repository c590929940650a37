import type { Json } from "./json-mutation.ts";

interface Uid {
  readonly type: string;
  readonly id: string;
}

/** A schema with entities and requests that conform to it. */
export interface RichSchema {
  readonly name: string;
  readonly text: string;
  readonly entities: Json;
  readonly requests: readonly { principal: Uid; action: Uid; resource: Uid; context: { [key: string]: Json } }[];
}

const user = (id: string): Uid => ({ type: "User", id });

export const richSchemas: readonly RichSchema[] = [
  {
    name: "documents",
    text: `
      type Place = { street: String, zip?: Long, at?: { lat: decimal, lon: decimal } };
      entity Team in [Team];
      entity Status enum ["draft", "final"];
      entity User in [Team, Status] {
        name: String, age?: Long, admin?: Bool, home?: Place, hosts?: Set<ipaddr>, friends?: Set<User>,
        born?: datetime, limit?: duration, status?: Status, last?: Action, visits?: Set<{ who: User, from?: ipaddr }>
      } tags Set<String>;
      entity Document in [User] { owner: User, status: Status } tags decimal;
      action view, edit in [all] appliesTo {
        principal: [User], resource: [Document, User],
        context: { mfa: Bool, source?: ipaddr, home?: Place, previous?: Set<Action>, on?: Status }
      };
      action all in [everything];
      action everything;
      action list appliesTo { principal: [Status, User], resource: [Team] };
    `,
    entities: [
      {
        uid: { type: "User", id: "ada" },
        attrs: {
          name: "Ada",
          age: 36,
          admin: true,
          home: { street: "s", zip: 12, at: { lat: "1.5", lon: { fn: "decimal", arg: "2.25" } } },
          hosts: ["10.0.0.1", { fn: "ip", arg: "::1" }, { __extn: { fn: "ip", arg: "10.0.0.0/8" } }],
          friends: [{ type: "User", id: "bob" }, { __entity: { type: "User", id: "cy" } }],
          born: "1815-12-10",
          limit: { fn: "duration", arg: "1d" },
          status: { type: "Status", id: "final" },
          last: { type: "Action", id: "view" },
          visits: [{ who: { type: "User", id: "bob" }, from: "1.1.1.1" }, { who: { type: "User", id: "cy" } }],
        },
        parents: [{ type: "Team", id: "t" }, { __entity: { type: "Status", id: "draft" } }],
        tags: { a: ["x", "y"], b: [] },
      },
      {
        uid: { __entity: { type: "Document", id: "d" } },
        attrs: { owner: { type: "User", id: "ada" }, status: { __entity: { type: "Status", id: "draft" } } },
        parents: [
          { type: "User", id: "ada" },
          { type: "Team", id: "t" },
        ],
        tags: { price: "1.25", other: { __extn: { fn: "decimal", arg: "2.5" } } },
      },
      { uid: { type: "Team", id: "t" }, attrs: {}, parents: [{ type: "Team", id: "u" }] },
      { uid: { type: "Status", id: "draft" }, attrs: {}, parents: [] },
      {
        uid: { type: "Action", id: "view" },
        attrs: {},
        parents: [
          { type: "Action", id: "all" },
          { type: "Action", id: "everything" },
        ],
      },
    ],
    requests: [
      {
        principal: user("ada"),
        action: { type: "Action", id: "view" },
        resource: { type: "Document", id: "d" },
        context: {
          mfa: true,
          source: "10.0.0.1",
          home: { street: "s", at: { lat: "1.0", lon: "2.0" } },
          previous: [{ type: "Action", id: "view" }],
          on: { type: "Status", id: "draft" },
        },
      },
      {
        principal: { type: "Status", id: "draft" },
        action: { type: "Action", id: "list" },
        resource: { type: "Team", id: "t" },
        context: {},
      },
    ],
  },
  {
    name: "namespaces",
    text: `
      namespace Shop {
        type Basket = Set<{ item: Item, count: Long }>;
        entity Customer in [Group] { basket?: Basket, "odd key": Bool, address?: Net::Address };
        entity Group in [Group];
        entity Item;
        action buy in [Net::Action::"touch"] appliesTo {
          principal: Customer, resource: Item, context: { basket: Basket, when?: datetime, __extn?: String }
        };
      }
      namespace Net {
        type Address = { ip: __cedar::ipaddr, ports: Set<Long> };
        entity User { empty: {}, nested: { a: { b: { c?: Set<Set<Long>> } } } };
        action touch;
      }
    `,
    entities: [
      {
        uid: { type: "Shop::Customer", id: "c" },
        attrs: {
          basket: [{ item: { type: "Shop::Item", id: "i" }, count: 2 }],
          "odd key": false,
          address: { ip: "::1", ports: [80, 443] },
        },
        parents: [{ type: "Shop::Group", id: "g" }],
      },
      {
        uid: { type: "Net::User", id: "u" },
        attrs: { empty: {}, nested: { a: { b: { c: [[1, 2], []] } } } },
        parents: [],
      },
      {
        uid: { type: "Shop::Action", id: "buy" },
        attrs: {},
        parents: [{ type: "Net::Action", id: "touch" }],
      },
    ],
    requests: [
      {
        principal: { type: "Shop::Customer", id: "c" },
        action: { type: "Shop::Action", id: "buy" },
        resource: { type: "Shop::Item", id: "i" },
        context: { basket: [{ item: { type: "Shop::Item", id: "i" }, count: 1 }], when: "2024-01-01" },
      },
    ],
  },
];
