import { compareNames } from "@deodar/core";
import { PairMemo } from "./pair-memo.ts";
import {
  anyEntityType,
  booleanType,
  type CheckedAttribute,
  type CheckedAttributes,
  type CheckedRecordType,
  type CheckedType,
  type EntityType,
  isEntity,
  namesOf,
  neverType,
} from "./type.ts";

/** Types that differ deeper inside than this have no common type: no stack shall overflow. */
const deepestJoin = 500;

/** How strictly policies are checked; see `validate`. */
export type ValidationMode = "strict" | "permissive";

/** Why two types have no common type above them. */
export type Clash = "qualifier" | "width" | "entity-type" | "entity-record" | "other";

/** The least type above some types, or why there is none. */
export type Joined = { readonly type: CheckedType } | { readonly clash: Clash };

/**
 * Subtyping and least upper bounds in one mode. In permissive mode a record is below one with fewer attributes if that
 * is open, and an entity below every union with its type; in strict mode neither is.
 *
 * Types of schemas share their parts, so that a type has many more paths than parts; what is found out about a pair of
 * records is remembered for as long as this object lives.
 */
export class TypeRelations {
  readonly mode: ValidationMode;
  readonly #subtypes = new PairMemo<boolean>();
  readonly #joins = new PairMemo<Joined>();
  #depth = 0;

  constructor(mode: ValidationMode) {
    this.mode = mode;
  }

  /** Whether all values of type `a` have type `b`. By a loop: types of schemas can be very deep. */
  isSubtype(a: CheckedType, b: CheckedType): boolean {
    if (a === b || a.kind === "never") return true;
    if (a.kind !== b.kind || (b.kind !== "record" && b.kind !== "set")) return this.#isLeafSubtype(a, b);
    return b.kind === "set" ? this.#holds([[a, b]]) : this.#subtypes.get(a, b, () => this.#holds([[a, b]]));
  }

  /** The least type above all of these; of none, the type that is below all. */
  joinAll(types: Iterable<CheckedType>): Joined {
    let joined: Joined = { type: neverType };
    for (const type of types) {
      joined = this.join(joined.type, type);
      if ("clash" in joined) return joined;
    }
    return joined;
  }

  /** The least type above both. */
  join(a: CheckedType, b: CheckedType): Joined {
    if (this.#depth > deepestJoin) return { clash: "other" };
    this.#depth += 1;
    const joined = this.#joinOnce(a, b);
    this.#depth -= 1;
    return joined;
  }

  #joinOnce(a: CheckedType, b: CheckedType): Joined {
    if (this.isSubtype(a, b)) return { type: b };
    if (this.isSubtype(b, a)) return { type: a };
    if (isBoolean(a) && isBoolean(b)) return { type: booleanType };
    if (isEntity(a) && isEntity(b)) return this.#joinEntities(a, b);
    if (a.kind === "set" && b.kind === "set") {
      if (a.element === undefined || b.element === undefined) return { type: { kind: "set", element: undefined } };
      const element = this.join(a.element, b.element);
      return "clash" in element ? element : { type: { kind: "set", element: element.type } };
    }
    if (a.kind === "record" && b.kind === "record") return this.#joins.get(a, b, () => this.#joinRecords(a, b));
    if ((isEntity(a) && b.kind === "record") || (a.kind === "record" && isEntity(b))) return { clash: "entity-record" };
    return { clash: "other" };
  }

  /** The attributes that both have, each with the least type above both of its own, as permissive checking joins. */
  joinAttributes(a: CheckedAttributes, b: CheckedAttributes): CheckedAttributes {
    const joined = new Map<string, CheckedAttribute>();
    for (const [name, attribute] of a) {
      const other = b.get(name);
      if (other === undefined) continue;
      const both = this.join(attribute.type, other.type);
      if ("type" in both) joined.set(name, { type: both.type, required: attribute.required && other.required });
    }
    return joined;
  }

  /** Whether in each of these pairs the first type is below the second. A pair of records that recurs is looked at once. */
  #holds(todo: [CheckedType, CheckedType][]): boolean {
    const seen = new PairMemo<true>();
    for (let pair = todo.pop(); pair !== undefined; pair = todo.pop()) {
      const [a, b] = pair;
      if (a === b || a.kind === "never") continue;
      if (a.kind === "set" && b.kind === "set") {
        if (b.element === undefined) continue;
        if (a.element === undefined) return false;
        todo.push([a.element, b.element]);
      } else if (a.kind === "record" && b.kind === "record") {
        let fits = true;
        seen.get(a, b, () => {
          fits = this.#isRecordSubtype(a, b, todo);
          return true;
        });
        if (!fits) return false;
      } else if (!this.#isLeafSubtype(a, b)) return false;
    }
    return true;
  }

  #isLeafSubtype(a: CheckedType, b: CheckedType): boolean {
    switch (b.kind) {
      case "boolean":
        return isBoolean(a);
      case "extension":
        return a.kind === "extension" && a.name === b.name;
      case "entity":
      case "entities":
      case "anyEntity":
        return isEntity(a) && this.#isEntitySubtype(a, b);
      case "never":
      case "true":
      case "false":
      case "long":
      case "string":
        return a.kind === b.kind;
      case "set":
      case "record":
        return false;
    }
  }

  #isEntitySubtype(a: EntityType, b: EntityType): boolean {
    const left = namesOf(a);
    const right = namesOf(b);
    if (left === undefined || right === undefined) {
      return right === undefined && (left === undefined || this.mode === "permissive");
    }
    if (this.mode === "strict" && left.length !== right.length) return false;
    return left.every((name) => right.includes(name));
  }

  /** Whether the names and their qualifiers fit; the types of the attributes are left `todo`. */
  #isRecordSubtype(a: CheckedRecordType, b: CheckedRecordType, todo: [CheckedType, CheckedType][]): boolean {
    if (a.open === true && b.open !== true) return false;
    const anyWidth = b.open === true && this.mode === "permissive";
    if (!anyWidth && a.attributes.size !== b.attributes.size) return false;
    for (const [name, above] of b.attributes) {
      const below = a.attributes.get(name);
      if (below === undefined || !this.#isQualified(below, above)) return false;
      todo.push([below.type, above.type]);
    }
    return true;
  }

  #isQualified(below: CheckedAttribute, above: CheckedAttribute): boolean {
    return this.mode === "strict" ? below.required === above.required : below.required || !above.required;
  }

  #joinEntities(a: EntityType, b: EntityType): Joined {
    if (this.mode === "strict") return { clash: "entity-type" };
    const left = namesOf(a);
    const right = namesOf(b);
    if (left === undefined || right === undefined) return { type: anyEntityType };
    return { type: { kind: "entities", names: [...new Set([...left, ...right])].sort(compareNames) } };
  }

  #joinRecords(a: CheckedRecordType, b: CheckedRecordType): Joined {
    if (this.mode === "strict") return this.#joinStrictly(a, b);
    const attributes = this.joinAttributes(a.attributes, b.attributes);
    const same = attributes.size === a.attributes.size && attributes.size === b.attributes.size;
    return a.open === true || b.open === true || !same
      ? { type: { kind: "record", attributes, open: true } }
      : { type: { kind: "record", attributes } };
  }

  #joinStrictly(a: CheckedRecordType, b: CheckedRecordType): Joined {
    if (a.attributes.size !== b.attributes.size) return { clash: "width" };
    for (const name of a.attributes.keys()) if (!b.attributes.has(name)) return { clash: "width" };
    const attributes = new Map<string, CheckedAttribute>();
    for (const [name, { type, required }] of a.attributes) {
      const other = b.attributes.get(name) as CheckedAttribute;
      const joined = this.join(type, other.type);
      if ("clash" in joined) return joined;
      if (required !== other.required) return { clash: "qualifier" };
      attributes.set(name, { type: joined.type, required });
    }
    return { type: { kind: "record", attributes } };
  }
}

function isBoolean(type: CheckedType): boolean {
  return type.kind === "boolean" || type.kind === "true" || type.kind === "false";
}
