import type { Node } from "@deodar/core/json-reader";
import type { KnownType } from "./known-types.ts";
import type { Members, Reading } from "./reading.ts";

/** The types that a uid can have in some place. They are found one by one, since all of them can be very many. */
export class PossibleTypes {
  readonly #find: (name: unknown) => KnownType | undefined;
  /** Uids of one type mostly stand together. */
  #last: KnownType | undefined = undefined;
  readonly #found: Map<unknown, KnownType> = new Map();

  constructor(find: (name: unknown) => KnownType | undefined) {
    this.#find = find;
  }

  /** The type by what is given for it. */
  get(name: unknown): KnownType | undefined {
    if (this.#last?.name !== name) {
      this.#last = this.#found.get(name) ?? this.#find(name);
      if (this.#last !== undefined) this.#found.set(name, this.#last);
    }
    return this.#last;
  }
}

/** Reads a uid of one of these types, if this is `{"type", "id"}` or the same inside `{"__entity"}`, and nothing more. */
export function readUid(value: unknown, reading: Reading, types: PossibleTypes): Node | undefined {
  if (!reading.isSmall(value)) return undefined;
  if (isUid(value)) return nodeOf(value, reading, types);
  if (!isEscape(value)) return undefined;
  const inner = value["__entity"];
  return reading.isSmall(inner) && isUid(inner) ? nodeOf(inner, reading, types) : undefined;
}

function nodeOf({ type: name, id }: Members, reading: Reading, types: PossibleTypes): Node | undefined {
  const type = types.get(name);
  return type === undefined || typeof id !== "string" ? undefined : reading.node(type, id);
}

// Most of what is read is uids, and lists of their keys would be made for nothing. That nothing is inherited is seen to.

function isUid(value: Members): boolean {
  let found = 0;
  for (const key in value) {
    if (key === "type") found += 1;
    else if (key === "id") found += 2;
    else return false;
  }
  return found === 3;
}

function isEscape(value: Members): boolean {
  let found = 0;
  for (const key in value) {
    if (key !== "__entity") return false;
    found += 1;
  }
  return found === 1;
}
