/** Schemas for generated policies: all kinds of types, hierarchies, tags, enumerations and namespaces. */
export const schemas: readonly string[] = [
  `
entity Team in [Team];
entity User in [Team] {
  name: String, age: Long, admin: Bool, manager?: User, tags?: Set<String>, score?: decimal, joined: datetime,
  address: { street: String, zip?: Long, home?: { floor: Long, door?: String } },
} tags String;
entity Folder in [Folder] { owner: User, label?: String };
entity Doc in [Folder] {
  owner: User, readers: Set<User>, size: Long, parts: Set<Long>, from?: ipaddr, ttl: duration, state: State,
  meta: { title: String, draft?: Bool },
} tags Set<String>;
entity State enum ["open", "closed"];
action all;
action view in [all] appliesTo { principal: [User], resource: [Doc, Folder], context: { ip: ipaddr, mfa?: Bool, now: datetime } };
action edit in [all] appliesTo { principal: [User, Team], resource: Doc, context: { reason?: String, limits: { max: Long, min?: Long } } };
action share appliesTo { principal: User, resource: [Doc], context: {} };
`,
  `
namespace Shop {
  type Money = { amount: decimal, currency: String };
  entity Customer in [Group] { cart: Set<Item>, spent: Money, since: datetime, vip: Bool, referrer?: Customer };
  entity Group;
  entity Item in [Category] { price: Money, stock: Long, seller: Group, colour?: Colour } tags Long;
  entity Category in [Category];
  entity Colour enum ["red", "green", "blue"];
  action buy, look appliesTo { principal: Customer, resource: Item, context: { amount: Long, coupon?: { code: String, off?: decimal } } };
  action browse in [Action::"look"] appliesTo { principal: [Customer], resource: [Category, Item], context: { ip?: ipaddr } };
}
namespace Ops {
  entity Robot { zone: Shop::Category, level?: Long } tags Shop::Customer;
  action move appliesTo { principal: Robot, resource: [Shop::Item, Ops::Robot], context: { why: Set<String>, when?: duration } };
}
`,
];
