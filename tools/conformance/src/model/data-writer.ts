import type { ActionInfo, AttributeType, EntityTypeInfo, Schema, Type } from "@deodar/schema";
import type { Random } from "../random.ts";

export type Json = boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const texts: readonly string[] = ["", "a", "1.5", "10.0.0.0/8", "2024-01-01", "1h", "User"];
const ids: readonly string[] = ["a", "b", "c"];
const extensions = {
  decimal: ["decimal", "1.5"],
  ipaddr: ["ip", "10.0.0.1"],
  datetime: ["datetime", "2024-01-01T00:00:00Z"],
  duration: ["duration", "-1h30m"],
} as const;

/** Writes entities and requests that fit a schema, but for mistakes that it plants. */
export class DataWriter {
  readonly #random: Random;
  readonly #schema: Schema;
  /** In how many of a thousand places there is a mistake. */
  readonly #mistakes: number;
  readonly #actions: readonly ActionInfo[];

  constructor(random: Random, schema: Schema, mistakes: number) {
    this.#random = random;
    this.#schema = schema;
    this.#mistakes = mistakes;
    this.#actions = [...schema.actions.values()].flatMap((byId) => [...byId.values()]);
  }

  /** Entities of all types, and sometimes actions. */
  entities(): readonly Json[] {
    const all: Json[] = [];
    for (const type of this.#schema.entityTypes.values()) {
      for (const id of type.enumeration ?? ids) if (this.#random.chance(40)) all.push(this.#entity(type, id));
    }
    for (const action of this.#actions) if (this.#random.chance(10)) all.push(this.#action(action));
    if (this.#errs()) all.push({ uid: this.#uid("Nowhere"), attrs: {}, parents: [] });
    if (this.#errs()) all.push({ uid: { type: "Action", id: "none" }, attrs: {}, parents: [] });
    return all;
  }

  /** A request of an action that applies to something. */
  request(): { readonly [part in "principal" | "action" | "resource" | "context"]: Json } {
    const usable = this.#actions.filter(({ principals, resources }) => principals.size * resources.size > 0);
    const action = this.#random.pick(usable);
    const types = [...this.#schema.entityTypes.keys(), "Nowhere"];
    const variable = (of: ReadonlySet<string>): Json => this.#uid(this.#random.pick(this.#errs() ? types : [...of]));
    return {
      principal: variable(action.principals),
      action: this.#errs() ? { type: action.uid.type, id: "none" } : { type: action.uid.type, id: action.uid.id },
      resource: variable(action.resources),
      context: this.#record(this.#errs() ? this.#random.pick(usable).context.attributes : action.context.attributes),
    };
  }

  #errs(): boolean {
    return this.#random.below(1000) < this.#mistakes;
  }

  #entity({ name, attributes, tags, parents, ancestors }: EntityTypeInfo, id: string): Json {
    const containers = [...parents, ...ancestors].filter(() => this.#random.chance(40));
    if (this.#errs()) containers.push(this.#random.pick([...this.#schema.entityTypes.keys(), "Nowhere", "Action"]));
    // Containers with later ids make no cycle; mistakes may.
    const above = containers.map((type) => (type === name && !this.#errs() ? { type, id: `${id}0` } : this.#uid(type)));
    const tagType = tags ?? (this.#errs() ? ({ kind: "long" } as const) : undefined);
    return {
      uid: { type: name, id: this.#errs() ? "other" : id },
      attrs: this.#record(attributes),
      parents: above,
      ...(tagType === undefined || this.#random.chance(30) ? {} : { tags: this.#tags(tagType) }),
    };
  }

  #tags(type: Type): Json {
    const keys = texts.filter(() => this.#random.chance(25));
    return Object.fromEntries(keys.map((key) => [key, this.#value(type)]));
  }

  #action({ uid, parents, ancestors }: ActionInfo): Json {
    const above = this.#random.chance(50) ? parents : ancestors;
    const named = above.filter(() => !this.#errs()).map(({ type, id }) => ({ type, id }));
    const wrong = this.#errs() ? [{ type: "Action", id: "none" }] : [];
    const attrs: Json = this.#errs() ? { a: 1 } : {};
    return { uid: { type: uid.type, id: uid.id }, attrs, parents: [...named, ...wrong] };
  }

  #uid(type: string): { readonly type: string; readonly id: string } {
    const enumeration = this.#schema.entityTypes.get(type)?.enumeration;
    return { type, id: this.#errs() ? "other" : this.#random.pick(enumeration === undefined ? ids : [...enumeration]) };
  }

  #record(attributes: ReadonlyMap<string, AttributeType>): Json {
    const entries: [string, Json][] = [];
    for (const [name, { type, required }] of attributes) {
      const given = this.#errs() ? !required : required || this.#random.chance(50);
      if (given) entries.push([name, this.#value(type)]);
    }
    if (this.#errs()) entries.push([this.#random.pick(["extra", "name", "type"]), 1]);
    return Object.fromEntries(entries);
  }

  #value(type: Type): Json {
    if (this.#errs()) return this.#anyValue();
    switch (type.kind) {
      case "boolean":
        return this.#random.chance(50);
      case "long":
        return this.#random.below(9) - 4;
      case "string":
        return this.#random.pick(texts);
      case "extension": {
        const [fn, arg] = extensions[type.name];
        return this.#random.pick([arg, { fn, arg }, { __extn: { fn, arg } }]);
      }
      case "entity": {
        const uid = this.#uid(type.name);
        return this.#random.chance(50) ? uid : { __entity: uid };
      }
      case "set":
        return Array.from({ length: this.#random.below(3) }, () => this.#value(type.element));
      case "record":
        return this.#record(type.attributes);
    }
  }

  #anyValue(): Json {
    const types = [...this.#schema.entityTypes.values()];
    const attributes = types.flatMap((type) => [...type.attributes.values()]);
    if (attributes.length === 0 || this.#random.chance(40)) {
      return this.#random.pick<Json>([true, 1, "text", [], {}, [1, "a"], { __entity: { type: "Action", id: "none" } }]);
    }
    return this.#value(this.#random.pick(attributes).type);
  }
}
