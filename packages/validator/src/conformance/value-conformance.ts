import { isNested, type NestedValue, type RecordValue, typeOf, type Value } from "@deodar/core";
import { RequiredNames, type ResolvedRecordType, type Type } from "@deodar/schema";

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
  readonly #judged = new Map<NestedValue, Map<Type, boolean>>();

  /** The difference of a value from a type that the reference tells, or `undefined` if there is none. */
  difference(value: Value, type: Type): Mismatch | undefined {
    return this.#conforms(value, type, 0) ? undefined : this.#describe(value, type);
  }

  /** The depth of types is bounded, and so is this recursion. */
  #conforms(value: Value, type: Type, depth: number): boolean {
    // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- no value is a function, a symbol or undefined
    switch (typeof value) {
      case "boolean":
      case "string":
        return typeof value === type.kind;
      case "number":
      case "bigint":
        return type.kind === "long";
      case "object": {
        if (value.kind === "entity") return type.kind === "entity" && type.name === value.type;
        if (!isNested(value))
          return type.kind === "extension" && type.name === (value.kind === "ip" ? "ipaddr" : value.kind);
        if (depth < rememberedBelow) return this.#nestedConforms(value, type, depth);
        let judged = this.#judged.get(value);
        if (judged === undefined) {
          judged = new Map();
          this.#judged.set(value, judged);
        }
        let conforms = judged.get(type);
        if (conforms === undefined) {
          conforms = this.#nestedConforms(value, type, depth);
          judged.set(type, conforms);
        }
        return conforms;
      }
    }
  }

  #nestedConforms(value: NestedValue, type: Type, depth: number): boolean {
    if (value.kind === "set") {
      if (type.kind !== "set") return false;
      return value.elements.every((element) => this.#conforms(element, type.element, depth + 1));
    }
    if (type.kind !== "record") return false;
    for (const [name, member] of value.entries) {
      const attribute = type.attributes.get(name);
      if (attribute === undefined || !this.#conforms(member, attribute.type, depth + 1)) return false;
    }
    return this.#required.of(type.attributes).every((name) => value.entries.has(name));
  }

  /** The difference of a value that does not conform: the one that the reference meets first. */
  #describe(value: Value, type: Type): Mismatch {
    if (typeof value === "object" && value.kind === "set" && type.kind === "set") {
      for (const element of value.sorted()) {
        if (!this.#conforms(element, type.element, rememberedBelow)) return this.#describe(element, type.element);
      }
    }
    if (typeof value === "object" && value.kind === "record" && type.kind === "record") {
      return this.#describeRecord(value, type);
    }
    return { expected: type, difference: `actually has type ${typeOf(value)}`, value };
  }

  #describeRecord(value: RecordValue, type: ResolvedRecordType): Mismatch {
    for (const name of [...this.#required.of(type.attributes), ...value.sortedKeys()]) {
      const member = value.entries.get(name);
      const attribute = type.attributes.get(name);
      if (member === undefined) {
        return { expected: type, difference: `is missing the required attribute \`${name}\``, value };
      }
      if (attribute === undefined) {
        return { expected: type, difference: `contains an unexpected attribute \`${name}\``, value };
      }
      if (!this.#conforms(member, attribute.type, rememberedBelow)) return this.#describe(member, attribute.type);
    }
    return { expected: type, difference: "does not", value };
  }
}
