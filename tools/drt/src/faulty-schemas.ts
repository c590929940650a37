import type { JsonValue } from "@deodar/json";
import type { Choices, SchemaJson } from "@deodar/testing";

type Members = { [key: string]: JsonValue };

/** A part of a schema in JSON that may be changed. */
interface Place {
  readonly choices: Choices;
  readonly schema: { [namespace: string]: Members };
  readonly namespace: Members;
  readonly name: string;
}

/** The schema with a fault in its meaning, or with something rare that is none. */
export function withFaultyPart(choices: Choices, schema: SchemaJson): JsonValue {
  const copy = structuredClone(schema) as { [namespace: string]: Members };
  const name = choices.pick(Object.keys(copy));
  const namespace = copy[name] as Members;
  choices.pick(edits)({ choices, schema: copy, namespace, name });
  return copy;
}

/** The declarations of one kind. */
function membersOf(namespace: Members, kind: "entityTypes" | "actions" | "commonTypes"): Members {
  namespace[kind] ??= {};
  return namespace[kind] as Members;
}

function someOf(choices: Choices, members: Members): Members {
  const names = Object.keys(members);
  return names.length === 0 ? {} : (members[choices.pick(names)] as Members);
}

/** An entity type that is no enumeration, if there is one. */
function someEntity({ choices, namespace }: Place): Members {
  const all = membersOf(namespace, "entityTypes");
  return someOf(
    choices,
    Object.fromEntries(Object.entries(all).filter(([, type]) => !Object.hasOwn(type as object, "enum"))),
  );
}

function someAction({ choices, namespace }: Place): Members {
  return someOf(choices, membersOf(namespace, "actions"));
}

/** An action that applies to something. */
function someApplying(place: Place): Members {
  const action = someAction(place);
  action["appliesTo"] ??= { principalTypes: ["Nobody"], resourceTypes: ["Nobody"] };
  return action["appliesTo"] as Members;
}

const record = (attributes: Members, more: Members = {}): Members => ({ type: "Record", attributes, ...more });
const open = { additionalAttributes: true };

/** Types that not every place takes. */
// biome-ignore format: a table reads better packed
const types: readonly JsonValue[] = [
  { type: "Long" }, { type: "Set", element: { type: "String" } }, { type: "Nowhere" }, { type: "Entity", name: "Nowhere" }, { type: "EntityOrCommon", name: "NS::Nowhere" }, { type: "Extension", name: "ipadr" },
  { type: "Extension", name: "x" }, { type: "EntityOrCommon", name: "Long" }, { type: "EntityOrCommon", name: "__cedar::Nowhere" }, record({}, open), record({ a: record({}, open) }), record({ a: { type: "Set", element: record({}, open) } }),
  { type: "Entity", name: "Action" }, { type: "Loop" }, { type: "Set", element: { type: "Loop" } }, { type: "__cedar::Long" }, { type: "__cedar::ipaddr" }, { type: "Entity", name: "__cedar::X" }, record({ a: { type: "Nowhere" }, b: { type: "Elsewhere" } }),
];

// biome-ignore format: a table reads better packed
const names: readonly string[] = ["Action", "Long", "Set", "Record", "Entity", "Extension", "Boolean", "Bool", "String", "EntityOrCommon", "ipaddr", "__cedar", "__cedar::X", "X::__cedar", "in", "if", "is", "like", "", "a b", " User", "User ", "1x", "é", "A::B", "A::", "::A", "a-b", "_", "__x", "A // b", "A\n::B", "?x"];

function put(members: Members, name: string, value: JsonValue): void {
  members[name] = value;
}

const edits: readonly ((place: Place) => void)[] = [
  ({ choices, schema }) => {
    // Sorted by their last parts first.
    for (const name of choices.list(2, 4, () =>
      choices.pick(["A::X", "B::X", "X", "A::B::X", "B::A::X", "C::X::X", "X::X"]),
    ))
      schema[name] = { entityTypes: { E: {} }, actions: {} };
  },
  (place) => put(someEntity(place), "shape", place.choices.pick(types)),
  (place) => put(someEntity(place), "tags", place.choices.pick(types)),
  (place) => put(someApplying(place), "context", place.choices.pick(types)),
  (place) => {
    const type = place.choices.pick(types);
    membersOf(place.namespace, "commonTypes")[place.choices.pick(["Loop", "Other"])] = type;
  },
  (place) => {
    const common = membersOf(place.namespace, "commonTypes");
    common["Loop"] = record({ a: { type: "Turn" } });
    common["Turn"] = place.choices.pick<JsonValue>([{ type: "Set", element: { type: "Loop" } }, { type: "Long" }]);
    someEntity(place)["shape"] = { type: "Loop" };
  },
  (place) => {
    const lists = place.choices.list(1, 3, () =>
      place.choices.pick(["Action", "NS::Action", "Nowhere", "Elsewhere", "Long"]),
    );
    const applying = someApplying(place);
    const which = place.choices.pick(["principalTypes", "resourceTypes"]);
    applying[which] = place.choices.chance(30)
      ? lists
      : [...((applying[which] as string[] | undefined) ?? []), ...lists];
  },
  (place) => put(someEntity(place), "memberOfTypes", [place.choices.pick(["Action", "Nowhere", "Long", "NS::Action"])]),
  (place) =>
    put(
      someAction(place),
      "memberOf",
      place.choices.list(1, 3, () => ({
        id: place.choices.pick(["nowhere", "elsewhere", 'odd"one']),
        ...(place.choices.chance(30) ? { type: place.choices.pick(["Action", "NS::Action", "User"]) } : {}),
      })),
    ),
  (place) => {
    const actions = membersOf(place.namespace, "actions");
    const more = place.choices.chance(50);
    actions["round"] = { memberOf: [{ id: more ? "about" : "round" }] };
    actions["about"] = { memberOf: [{ id: "round" }] };
  },
  (place) =>
    put(
      someAction(place),
      "attributes",
      place.choices.pick<JsonValue>([
        {},
        { a: 1 },
        { a: "x", b: [true] },
        { a: { b: 1 } },
        { a: null },

        { a: 9007199254740993n },
        { a: 2n ** 63n },
        null,
        [],
        { a: { __entity: { type: "User", id: "a" } } },
        { a: { __extn: { fn: "ip", arg: "::" } } },
      ]),
    ),
  (place) => {
    const [one = "", other = ""] = place.choices.pick([
      ["", "NS"],
      ["A", "B"],
    ]);
    const kind = place.choices.pick(["entityTypes", "actions", "commonTypes"] as const);
    for (const name of [one, other]) {
      place.schema[name] ??= { entityTypes: {}, actions: {} };
      const declared = kind === "commonTypes" ? { type: "Long" } : {};
      membersOf(place.schema[name] as Members, kind)["Twin"] = declared;
      if (place.choices.chance(50)) membersOf(place.schema[name] as Members, "entityTypes")["Twin"] = {};
    }
  },
  (place) => put(membersOf(place.namespace, "entityTypes"), place.choices.pick(names), {}),
  (place) => put(membersOf(place.namespace, "commonTypes"), place.choices.pick(names), { type: "Long" }),
  (place) => put(place.schema as Members, place.choices.pick(names), { entityTypes: {}, actions: {} }),
  (place) =>
    put(place.namespace, "annotations", {
      [place.choices.pick(names)]: place.choices.pick<JsonValue>(["x", "", null, 1]),
    }),
  (place) => put(someAction(place), "annotations", { [place.choices.pick(names)]: "x" }),
  (place) => {
    const { choices } = place;
    const type: Members = { enum: choices.pick<JsonValue>([[], ["a"], ["a", "a"], [1], "a", null]) };
    if (choices.chance(40))
      type[choices.pick(["shape", "tags", "memberOfTypes"])] = choices.pick<JsonValue>([record({}), []]);
    membersOf(place.namespace, "entityTypes")["Kind"] = type;
  },
  (place) => {
    let type: JsonValue = { type: "Long" };
    for (let depth = place.choices.pick([10, 100, 300]); depth > 0; depth--) type = { type: "Set", element: type };
    membersOf(place.namespace, "commonTypes")["Deep"] = type;
  },
  (place) => {
    // Both an entity type and a common one, meant as either.
    membersOf(place.namespace, "entityTypes")["Both"] = {};
    membersOf(place.namespace, "commonTypes")["Both"] = { type: "Long" };
    const name = place.name === "" || place.choices.chance(50) ? "Both" : `${place.name}::Both`;
    const type = place.choices.pick(["Entity", "EntityOrCommon"]);
    someEntity(place)["shape"] = record({ a: place.choices.chance(20) ? { type: "Both" } : { type, name } });
  },
];

/** Declarations with one fault, and those that hide a name of another; in text. */
// biome-ignore format: a table reads better packed
export const faultyDeclarations: readonly string[] = [
  "entity X1; entity X1;", "entity X1, X1;", "type X1 = Long; type X1 = Long;", "action x1; action x1;", 'action x1, "x1";', "entity X1; type X1 = Long; entity X2 { a: X1 };", "type Set = Long;", "type Record = Long;",
  "type Entity = Long;", "type __cedar = Long;", "entity __cedar;", "namespace __cedar {}", "namespace A::__cedar::B {}", "namespace N1 {} namespace N1 {}", "namespace N1 { entity X1; entity X1; }",
  "action x1 appliesTo { principal: X1 };", "action x1 appliesTo { resource: X1 };", "action x1 appliesTo { context: {} };", "action x1 appliesTo { principal: [], resource: [] };", "entity X1; action x1 appliesTo { principal: [], resource: X1 };",
  "entity X1; action x1 appliesTo { principal: X1, principal: X1, resource: X1 };", "entity X1; action x1 appliesTo { principal: X1, resource: X1, resource: [X1] };", "entity X1; action x1 appliesTo { principal: X1, resource: X1, context: {}, context: {} };",
  "entity X1; action x1 appliesTo { principal: X1, resource: X1, context: X1 };", "entity X1; type T1 = Long; action x1 appliesTo { principal: X1, resource: X1, context: T1 };", "type T1 = { a: Long }; entity X1; action x1 appliesTo { principal: X1, resource: X1, context: T1 };",
  "@a @a entity X1;", "@a @b @a @b @a entity X1;", "@b @b entity X1 { @c @c a: Long }; @a @a type T1 = Long;", "entity X1; type ipaddr = Long; type Bool = X1;", '@a("1") @a("2") type T1 = Long;', "entity X1 { @a @a b: Long };", "entity X1 = { a: Nowhere };", "type T1 = T1;", "type T1 = Set<T2>; type T2 = { a: T1 };", "action x1 in x1;", "action x1 in [x2]; action x2 in [x1];",
  "action x1 in nowhere;", 'action x1 in NS::Action::"nowhere";', "entity X1 in [Action]; action x1;", "entity X1 in [Long];", "action x0; entity X1; action x1 appliesTo { principal: Action, resource: X1 };", "action x0; entity X1; action x1 appliesTo { principal: X1, resource: [X1, Action] };",
  'entity X1 { "\\q": Long };', 'entity X1 { "a": Long, a: String };', 'action "\\u{110000}";', 'entity X1 enum ["\\x"];', "entity X1 { __cedar: Long };", "entity X1 { a: __cedar::Nowhere };", "entity X1 { a: __cedar::Long, b: __cedar::ipaddr };",
  "type Long = String;", "entity String;", "entity ipaddr;", "type Bool = Long;", "namespace N1 { type T1 = Long; } entity X1 { a: N1::T1 };", "namespace N1 { entity T1; } entity T1;", 'namespace N1 { action "a"; } action "a";', "entity X1 in X2;", "entity in;", "entity X1 tags;",
  "entity X1 tags Nowhere;", 'entity X1 enum [];', 'entity X1 enum ["a",];', "entity X1 { a: Set<Long };", "entity X1 { a Long };", "type T1 Long;", "action;", "namespace {}", "namespace N1 { namespace N2 {} }", "entity Action;", "namespace N1 { entity Action; }", "entity X1 { a?: Set<Set<{b: X1}>> } tags X1;",
  "@a entity X1; @b type T1 = Long; @c action x1; @d namespace N1 {}", "@a(b) entity X1;", "@(x) entity X1;", "entity X1 { a: Long,, b: Long };", "entity X1 { a: Long b: Long };", "entity X1 = Long;", "entity X1 = T1; type T1 = {};", "action x1 attributes {};", "action x1 attributes { a: Long };",
];
