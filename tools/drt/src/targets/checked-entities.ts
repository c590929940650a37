import { type EntityStore, entityUid, printUid, type Value } from "@deodar/core";
import type { Result } from "@deodar/diagnostics";
import { isJsonArray, isJsonObject, type JsonValue, jsonFraction, stringifyJson } from "@deodar/json";
import {
  isActionType,
  typedEntitiesFromJson,
  typedEntitiesFromJsonValue,
  typedEntitiesFromPlain,
} from "@deodar/schema";
import { type Choices, drawWorld, mutateJson } from "@deodar/testing";
import {
  checkedEntitiesFromJson,
  checkedEntitiesFromJsonValue,
  checkedEntitiesFromPlain,
  validateEntities,
} from "@deodar/validator";
import { Checks } from "../checks.ts";
import { shortEntities } from "../drop-in/short-forms.ts";
import { asJavaScript } from "../javascript-values.ts";
import { keyOf } from "../plain-values.ts";
import type { CaseResult, Target } from "../target.ts";

/** Entities that are checked while they are read, against entities that are read first and checked then. */
export const checkedEntities: Target = {
  name: "checked entities",
  share: 1,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices, { census }): CaseResult {
    const world = drawWorld(choices, { nonconforming: choices.pick([0, 0, 0, 3]) });
    const { schema } = world;
    // Where actions are listed, the quick reader leaves all to the thorough one.
    const given = choices.chance(25)
      ? world.entities
      : world.entities.filter(({ uid }) => !isActionType(schema, uid.type));
    const written = choices.chance(60) ? shortEntities(choices, given, schema) : given;
    let json = redundant(choices, written as unknown as JsonValue);
    if (choices.chance(45))
      json = choices.chance(35) ? mutateJson(choices, json, 1) : withWrongExtension(choices, json, schema);
    const checks = new Checks(
      () =>
        new Map([
          ["entities.json", `${stringifyJson(json, 2)}\n`],
          ["schema.json", `${stringifyJson(world.schemaJson ?? {}, 2)}\n`],
        ]),
    );
    const compare = <T>(what: string, checked: Reader<T>, read: TypedReader<T>, given: T): void => {
      checks.next();
      const entities = read(given, schema);
      const apart = entities.ok ? validateEntities(entities.value, schema) : entities;
      const together = checked(given, schema);
      checks.equal(what, told(together), told(apart));
      for (const { code } of together.ok ? [] : together.errors) {
        if (code.startsWith("conformance/")) census?.countCode("conformance/entities", code);
      }
      if (together.ok) census?.count("conformance/entities/conform");
    };
    compare("text", checkedEntitiesFromJson, typedEntitiesFromJson, stringifyJson(json, choices.pick([0, 1])));
    compare("value", checkedEntitiesFromJsonValue, typedEntitiesFromJsonValue, json);
    const value = choices.pick([asJavaScript, foreign, (_: Choices, data: JsonValue) => plain(data)])(choices, json);
    compare("plain", checkedEntitiesFromPlain, typedEntitiesFromPlain, value);
    return checks.result();
  },
};

type Schema = Parameters<typeof validateEntities>[1];
type Reader<T> = (given: T, schema: Schema) => Result<EntityStore>;
type TypedReader<T> = (given: T, schema: Schema) => ReturnType<typeof typedEntitiesFromJson>;

/** What entities there are, or what is wrong with them. */
function told(result: Result<EntityStore>): string {
  if (!result.ok)
    return result.errors.map(({ code, message, path }) => JSON.stringify([code, message, path])).join("\n");
  const store = result.value;
  const entries = (map: ReadonlyMap<string, Value>): string =>
    Array.from(map, ([key, part]) => `${key}: ${keyOf(part)}`)
      .sort()
      .join();
  return Array.from(store, ({ uid, attributes, tags, parents }) =>
    [
      printUid(uid),
      entries(attributes),
      entries(tags),
      parents.map(printUid).sort().join(),
      store.ancestors(uid).map(printUid).sort().join(),
    ].join(" | "),
  )
    .sort()
    .join("\n");
}

const strangers: readonly JsonValue[] = [
  { type: "Action", id: "undeclared" },
  { type: "NS::Action", id: "undeclared" },
  { type: "Doc", id: "undeclared" },
  { type: "Group", id: "undeclared" },
  { type: "Stranger", id: "a" },
];

/** The same with what may be written twice or left out, and now and then with what may not be. */
function redundant(choices: Choices, entities: JsonValue): JsonValue {
  if (!isJsonArray(entities)) return entities;
  const changed = entities.map((entity): JsonValue => {
    if (!isJsonObject(entity)) return entity;
    const parents = isJsonArray(entity["parents"] ?? null) ? (entity["parents"] as readonly JsonValue[]) : [];
    switch (choices.below(16)) {
      case 0:
        return { ...entity, parents: [...parents, ...parents] };
      case 1:
        return { ...entity, parents: Array.from({ length: 20 }, () => parents).flat() };
      case 2:
        return { ...entity, tags: entity["tags"] ?? {} };
      case 3:
        return { ...entity, uid: { __entity: entity["uid"] as JsonValue } };
      case 4:
        return { ...entity, parents: parents.map((uid) => ({ __entity: uid })) };
      case 6:
        return { ...entity, parents: [...parents, choices.pick(strangers)] };
      case 7:
        return choices.chance(30) ? { ...entity, uid: choices.pick(strangers) } : entity;
      case 5:
        return { ...entity, uid: turned(entity["uid"] as JsonValue) };
      default:
        return entity;
    }
  });
  return choices.chance(15) ? [...changed, ...changed.slice(0, 1)] : changed;
}

// biome-ignore format: a table reads better packed
const wrongExtensions: readonly JsonValue[] = [
  null, jsonFraction("1.5"), [null], [], {}, 1, true, "no such text", { fn: "ip" }, { fn: "nope", arg: "1" }, { __extn: { fn: "ip", args: [] } }, { __extn: { fn: "decimal", args: ["1.0", "2.0"] } }, { fn: "duration", args: [] }, { fn: "ip", arg: null },
  { __extn: { fn: "offset", args: ["2024-01-01"] } }, { __extn: { fn: "ip", arg: 1 } }, { __extn: { fn: "in", arg: "a" } }, { __expr: 'ip("::")' }, { __extn: { fn: "unknown", arg: "x" } }, { a: null }, { __entity: { type: "User", id: "a" } }, { __extn: { fn: "toDays", arg: "1d" } },
  { __extn: { fn: "isIpv4", arg: "::" } }, { __extn: { fn: "isIpv4", arg: { __extn: { fn: "ip", arg: "::" } } } }, { __extn: null },
];

/** With something else where the schema wants a value of an extension type, or with such a thing where it wants none. */
function withWrongExtension(choices: Choices, entities: JsonValue, { entityTypes }: Schema): JsonValue {
  if (!isJsonArray(entities)) return entities;
  const wrong = choices.pick(wrongExtensions);
  return entities.map((entity): JsonValue => {
    if (!isJsonObject(entity) || !isJsonObject(entity["uid"] ?? null) || !isJsonObject(entity["attrs"] ?? null))
      return entity;
    const { uid, attrs } = entity as { uid: { type?: JsonValue; __entity?: { type?: JsonValue } }; attrs: object };
    const declared = entityTypes.get(String(uid.type ?? uid.__entity?.type))?.attributes ?? new Map();
    const wanted = [...declared].filter(([, { type }]) => type.kind === "extension").map(([name]) => name);
    const names = wanted.length > 0 && !choices.chance(20) ? wanted : [...declared.keys()];
    return names.length === 0 ? entity : { ...entity, attrs: { ...attrs, [choices.pick(names)]: wrong } as JsonValue };
  });
}

/** An object with its members the other way round. */
function turned(json: JsonValue): JsonValue {
  return isJsonObject(json) ? Object.fromEntries(Object.entries(json).reverse()) : json;
}

/** Data as `JSON.parse` gives it, but for integers that it would round. */
function plain(json: JsonValue): unknown {
  if (isJsonArray(json)) return json.map(plain);
  if (!isJsonObject(json)) return json;
  const object = {};
  for (const [name, part] of Object.entries(json)) {
    Object.defineProperty(object, name, {
      value: plain(part),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return object;
}

/** The same with one part that only a program can hand over. */
function foreign(choices: Choices, json: JsonValue): unknown {
  const parts: (readonly [owner: { [key: string | number]: unknown }, key: string | number])[] = [];
  const copy = (value: JsonValue): unknown => {
    if (!isJsonArray(value) && !isJsonObject(value)) return value;
    const made = (isJsonArray(value) ? [] : {}) as { [key: string | number]: unknown };
    for (const [key, part] of Object.entries(value)) {
      Object.defineProperty(made, key, { value: copy(part), enumerable: true, writable: true, configurable: true });
      parts.push([made, key]);
    }
    return made;
  };
  const whole = copy(json);
  if (parts.length === 0) return whole;
  const [owner, key] = parts[(choices.below(256) * 256 + choices.below(256)) % parts.length] as (typeof parts)[number];
  const there = owner[key];
  const { type, id } = (typeof there === "object" && there !== null ? there : {}) as { type?: unknown; id?: unknown };
  const isUid = typeof type === "string" && typeof id === "string" && /^[A-Za-z_]+$/.test(type);
  const value = choices.pick<() => unknown>([
    () => (isUid ? entityUid(type, id) : Object.freeze(there)),
    () => jsonFraction("1.5"),
    () => -0,
    () => 1.5,
    () => 2n ** 63n,
    () => 2n ** 53n,
    () => 5n,
    () => "\ud800",
    () => undefined,
    () => new Date(0),
    () => ({ kind: "entity", type: "User", id: "a" }),
    () => ({ kind: "x" }),
  ])();
  const isGetter = choices.chance(10);
  Object.defineProperty(owner, key, {
    enumerable: true,
    configurable: true,
    ...(isGetter
      ? {
          get: () => {
            throw new Error("not readable");
          },
        }
      : { value, writable: true }),
  });
  return whole;
}
