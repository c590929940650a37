import type { EntityUid } from "@deodar/core";
import type { KnownType } from "./known-types.ts";
import type { Members, Reading } from "./reading.ts";

/** The types that a uid can have in some place, by what is given for its type. */
export interface PossibleTypes {
  get(name: unknown): KnownType | undefined;
}

/** Reads a uid of one of these types, if this is `{"type", "id"}` or the same inside `{"__entity"}`, and nothing more. */
export function readUid(value: unknown, reading: Reading, types: PossibleTypes): EntityUid | undefined {
  const keys = reading.enter(value);
  if (keys === undefined) return undefined;
  const isEscape = keys.length === 1 && keys[0] === "__entity";
  const inner = isEscape ? (value as Members)["__entity"] : value;
  const names = isEscape ? reading.enter(inner) : keys;
  if (names === undefined || !areTypeAndId(names)) return undefined;
  const { type: name, id } = inner as Members;
  if (isEscape) reading.leave();
  reading.leave();
  const type = types.get(name);
  return type === undefined || typeof id !== "string" ? undefined : reading.uid(type, id);
}

function areTypeAndId(names: readonly string[]): boolean {
  if (names.length !== 2) return false;
  const first = names[0];
  const second = names[1];
  return (first === "type" && second === "id") || (first === "id" && second === "type");
}
