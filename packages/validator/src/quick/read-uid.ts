import type { EntityUid } from "@deodar/core";
import type { KnownType } from "./known-types.ts";
import type { Members, Reading } from "./reading.ts";

/** The types that a uid can have in some place. They are found one by one, since all of them can be very many. */
export class PossibleTypes {
  readonly #find: (name: unknown) => KnownType | undefined;
  /** Uids of one type mostly stand together. */
  #last: KnownType | undefined = undefined;

  constructor(find: (name: unknown) => KnownType | undefined) {
    this.#find = find;
  }

  /** The type by what is given for it. */
  get(name: unknown): KnownType | undefined {
    if (this.#last?.name !== name) this.#last = this.#find(name);
    return this.#last;
  }
}

/** Reads a uid of one of these types, if this is `{"type", "id"}` or the same inside `{"__entity"}`, and nothing more. */
export function readUid(value: unknown, reading: Reading, types: PossibleTypes): EntityUid | undefined {
  if (!reading.isSmall(value)) return undefined;
  if (isUid(value)) return uidOf(value, reading, types);
  if (!isEscape(value)) return undefined;
  const inner = value["__entity"];
  return reading.isSmall(inner) && isUid(inner) ? uidOf(inner, reading, types) : undefined;
}

function uidOf({ type: name, id }: Members, reading: Reading, types: PossibleTypes): EntityUid | undefined {
  const type = types.get(name);
  return type === undefined || typeof id !== "string" ? undefined : reading.uid(type, id);
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
