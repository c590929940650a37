import { applyExtension, isCallFault, longFromBigInt, type Value } from "@deodar/core";
import { ownRecord, ownSet } from "@deodar/core/json-reader";
import { isJsonFraction, isWellFormed } from "@deodar/json";
import type { AttributeType, ExtensionTypeName, Type } from "@deodar/schema";
import type { KnownType } from "./known-types.ts";
import { PossibleTypes, readUid } from "./read-uid.ts";
import type { Members, Reading } from "./reading.ts";

/** Reads a value of one type; gives `undefined` for whatever is not plainly one. */
export type QuickRead = (value: unknown, reading: Reading) => Value | undefined;

/** Reads the members of a record or of an entity; gives their names and has their values put into the list. */
export type ReadMembers = (value: unknown, reading: Reading, values: Value[]) => readonly string[] | undefined;

/** Makes readers for the types of one schema, each when it is first needed. */
export class ValueReaders {
  readonly #types: ReadonlyMap<string, KnownType>;
  readonly #known = new Map<Type, QuickRead>();

  constructor(types: ReadonlyMap<string, KnownType>) {
    this.#types = types;
  }

  /** The reader of this type. */
  of(type: Type): QuickRead {
    let reader = this.#known.get(type);
    if (reader === undefined) {
      reader = this.#make(type);
      this.#known.set(type, reader);
    }
    return reader;
  }

  /** The reader of these attributes, all that are required and no others. */
  members(attributes: ReadonlyMap<string, AttributeType>): ReadMembers {
    const names = Array.from(attributes.keys());
    // The thorough reader knows what these can stand for.
    if (names.some((name) => name.startsWith("__") || !isWellFormed(name))) return () => undefined;
    const members = new Map<string, Member>();
    let wanted = 0;
    for (const [name, { type, required }] of attributes) {
      members.set(name, { type, required, read: undefined });
      if (required) wanted += 1;
    }
    const canBeElse = attributes.has("kind");
    return (value, reading, values) => {
      const keys = reading.enter(value);
      if (keys === undefined || (canBeElse && isElse(value))) return undefined;
      let missing = wanted;
      for (const key of keys) {
        const member = members.get(key);
        if (member === undefined) return undefined;
        member.read ??= this.of(member.type);
        const read = member.read((value as Members)[key], reading);
        if (read === undefined) return undefined;
        values.push(read);
        if (member.required) missing -= 1;
      }
      reading.leave();
      return missing === 0 ? keys : undefined;
    };
  }

  #make(type: Type): QuickRead {
    switch (type.kind) {
      case "boolean":
        return readBoolean;
      case "long":
        return readLong;
      case "string":
        return readString;
      case "entity":
        return this.#entity(type.name);
      case "extension":
        return extension(type.name);
      case "set":
        return this.#set(type.element);
      case "record": {
        const read = this.members(type.attributes);
        return (value, reading) => {
          const values: Value[] = [];
          const names = read(value, reading, values);
          return names === undefined ? undefined : ownRecord(names, values);
        };
      }
    }
  }

  #entity(name: string): QuickRead {
    const type = this.#types.get(name);
    // A type of actions without an action.
    if (type === undefined) return () => undefined;
    const types = new PossibleTypes((other) => (other === name ? type : undefined));
    return (value, reading) => readUid(value, reading, types)?.uid;
  }

  #set(element: Type): QuickRead {
    let read: QuickRead | undefined;
    return (value, reading) => {
      if (!reading.enterArray(value)) return undefined;
      read ??= this.of(element);
      const elements: Value[] = [];
      for (let index = 0; index < value.length; index += 1) {
        const one = read(value[index], reading);
        if (one === undefined) return undefined;
        elements.push(one);
      }
      reading.leave();
      return ownSet(elements);
    };
  }
}

interface Member {
  readonly type: Type;
  readonly required: boolean;
  read: QuickRead | undefined;
}

/** Whether an object that has a `kind` stands for something else than its members: a fraction, or a uid of ours. */
export function isElse(value: unknown): boolean {
  return (value as Members)["kind"] !== undefined && (isJsonFraction(value) || Object.isFrozen(value));
}

const readBoolean: QuickRead = (value) => (typeof value === "boolean" ? value : undefined);

const readString: QuickRead = (value) => (typeof value === "string" && isWellFormed(value) ? value : undefined);

const readLong: QuickRead = (value) => {
  // Adding zero turns `-0` into `0`.
  if (typeof value === "number") return Number.isSafeInteger(value) ? value + 0 : undefined;
  return typeof value === "bigint" ? longFromBigInt(value) : undefined;
};

function extension(type: ExtensionTypeName): QuickRead {
  const maker = type === "ipaddr" ? "ip" : type;
  return (value, reading) => {
    const text = typeof value === "string" ? value : argumentOf(value, maker, reading);
    if (text === undefined || !isWellFormed(text)) return undefined;
    const made = applyExtension(maker, [text]);
    return isCallFault(made) ? undefined : made;
  };
}

/** The text in `{"fn", "arg"}`, or the same inside `{"__extn"}`, if the function is this one. */
function argumentOf(value: unknown, maker: string, reading: Reading): string | undefined {
  const keys = reading.enter(value);
  if (keys === undefined) return undefined;
  const isEscape = keys.length === 1 && keys[0] === "__extn";
  const call = isEscape ? (value as Members)["__extn"] : value;
  const names = isEscape ? reading.enter(call) : keys;
  if (names?.length !== 2 || !names.includes("fn") || !names.includes("arg")) return undefined;
  const { fn, arg } = call as Members;
  if (isEscape) reading.leave();
  reading.leave();
  return fn === maker && typeof arg === "string" ? arg : undefined;
}
