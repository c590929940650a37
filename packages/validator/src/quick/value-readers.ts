import { applyExtension, isCallFault, longFromBigInt, type Value } from "@deodar/core";
import { isWellFormed, ownRecord, ownSet } from "@deodar/core/json-reader";
import type { AttributeType, ExtensionTypeName, Schema, Type } from "@deodar/schema";
import { isActionType } from "../schema-facts.ts";
import { readUidParts } from "./read-uid.ts";
import type { Members, Reading } from "./reading.ts";

/** Reads a value of one type; gives `undefined` for whatever is not plainly one. */
export type QuickRead = (value: unknown, reading: Reading) => Value | undefined;

/** Reads the members of a record or of an entity. */
export type ReadMembers = (value: unknown, reading: Reading) => Map<string, Value> | undefined;

/** Makes readers for the types of one schema, each when it is first needed. */
export class ValueReaders {
  readonly #schema: Schema;
  readonly #known = new Map<Type, QuickRead>();

  constructor(schema: Schema) {
    this.#schema = schema;
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
    return (value, reading) => {
      const keys = reading.enter(value);
      if (keys === undefined) return undefined;
      const values = new Map<string, Value>();
      let missing = wanted;
      for (const key of keys) {
        const member = members.get(key);
        if (member === undefined) return undefined;
        member.read ??= this.of(member.type);
        const read = member.read((value as Members)[key], reading);
        if (read === undefined) return undefined;
        values.set(key, read);
        if (member.required) missing -= 1;
      }
      reading.leave();
      return missing === 0 ? values : undefined;
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
          const values = read(value, reading);
          return values === undefined ? undefined : ownRecord(values);
        };
      }
    }
  }

  #entity(name: string): QuickRead {
    const isDeclared = idTest(name, this.#schema);
    return (value, reading) => {
      const parts = readUidParts(value, reading);
      return parts?.type === name && isDeclared(parts.id) ? reading.uid(name, parts.id) : undefined;
    };
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

const readBoolean: QuickRead = (value) => (typeof value === "boolean" ? value : undefined);

const readString: QuickRead = (value) => (typeof value === "string" && isWellFormed(value) ? value : undefined);

const readLong: QuickRead = (value) => {
  // Adding zero turns `-0` into `0`.
  if (typeof value === "number") return Number.isSafeInteger(value) ? value + 0 : undefined;
  return typeof value === "bigint" ? longFromBigInt(value) : undefined;
};

/** Whether there can be an entity of this type, which is declared, with a certain id. */
export function idTest(type: string, schema: Schema): (id: string) => boolean {
  const enumeration = schema.entityTypes.get(type)?.enumeration;
  if (enumeration !== undefined) return (id) => enumeration.has(id);
  const actions = schema.actions.get(type);
  return isActionType(type) ? (id) => actions?.has(id) === true : () => true;
}

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
