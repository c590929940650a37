import { isNested, type NestedValue, typeOf, type Value } from "@deodar/core";
import { RequiredNames, type Type } from "@deodar/schema";

/** Where a value, or a part of it, differs from its type. */
export interface Mismatch {
  readonly expected: Type;
  /** For example `actually has type long`. */
  readonly difference: string;
  readonly value: Value;
}

/** Below this depth values are remembered, so that one that contains another many times over costs no more for it. */
const rememberedBelow = 6;

/** Compares values with the types that a schema gives them. One instance serves many values. */
export class ValueConformance {
  readonly #required = new RequiredNames();
  readonly #right = new Map<NestedValue, Set<Type>>();

  /** The first difference of a value from a type, in Cedar's order of names; `undefined` if there is none. */
  difference(value: Value, type: Type): Mismatch | undefined {
    return this.#differs(value, type, 0);
  }

  /** The depth of types is bounded, and so is this recursion. */
  #differs(value: Value, type: Type, depth: number): Mismatch | undefined {
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- no value is a function, a symbol or undefined
    switch (typeof value) {
      case "boolean":
        return type.kind === "boolean" ? undefined : wrongType(value, type);
      case "number":
      case "bigint":
        return type.kind === "long" ? undefined : wrongType(value, type);
      case "string":
        return type.kind === "string" ? undefined : wrongType(value, type);
      case "object": {
        if (!isNested(value)) return hasFlatType(value, type) ? undefined : wrongType(value, type);
        if (value.kind !== type.kind) return wrongType(value, type);
        if (depth < rememberedBelow) return this.#differsInside(value, type, depth);
        const right = this.#right.get(value);
        if (right?.has(type) === true) return undefined;
        const mismatch = this.#differsInside(value, type, depth);
        if (mismatch !== undefined) return mismatch;
        if (right === undefined) this.#right.set(value, new Set([type]));
        else right.add(type);
        return undefined;
      }
    }
  }

  #differsInside(value: NestedValue, type: Type, depth: number): Mismatch | undefined {
    if (value.kind === "set" && type.kind === "set") {
      for (const element of value.elements) {
        const mismatch = this.#differs(element, type.element, depth + 1);
        if (mismatch !== undefined) return mismatch;
      }
    } else if (value.kind === "record" && type.kind === "record") {
      for (const name of this.#required.of(type.attributes)) {
        if (value.entries.has(name)) continue;
        return { expected: type, difference: `is missing the required attribute \`${name}\``, value };
      }
      for (const [name, member] of value.entries) {
        const attribute = type.attributes.get(name);
        if (attribute === undefined) {
          return { expected: type, difference: `contains an unexpected attribute \`${name}\``, value };
        }
        const mismatch = this.#differs(member, attribute.type, depth + 1);
        if (mismatch !== undefined) return mismatch;
      }
    }
    return undefined;
  }
}

function hasFlatType(value: Exclude<Value, NestedValue | string | boolean | number | bigint>, type: Type): boolean {
  if (value.kind === "entity") return type.kind === "entity" && type.name === value.type;
  return type.kind === "extension" && type.name === (value.kind === "ip" ? "ipaddr" : value.kind);
}

function wrongType(value: Value, expected: Type): Mismatch {
  return { expected, difference: `actually has type ${typeOf(value)}`, value };
}
