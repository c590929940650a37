import { isWellFormed } from "@deodar/core/json-reader";
import type { Members, Reading } from "./reading.ts";

/** The texts that make a uid. */
export interface UidParts {
  readonly type: string;
  readonly id: string;
}

/** What a uid is made of, if this is `{"type", "id"}` or the same inside `{"__entity"}`, and nothing more. */
export function readUidParts(value: unknown, reading: Reading): UidParts | undefined {
  const keys = reading.enter(value);
  if (keys === undefined) return undefined;
  const isEscape = keys.length === 1 && keys[0] === "__entity";
  const inner = isEscape ? (value as Members)["__entity"] : value;
  const names = isEscape ? reading.enter(inner) : keys;
  if (names === undefined || !areTypeAndId(names)) return undefined;
  const { type, id } = inner as Members;
  if (isEscape) reading.leave();
  reading.leave();
  return typeof type === "string" && typeof id === "string" && isWellFormed(id) ? { type, id } : undefined;
}

function areTypeAndId(names: readonly string[]): boolean {
  if (names.length !== 2) return false;
  const first = names[0];
  const second = names[1];
  return (first === "type" && second === "id") || (first === "id" && second === "type");
}
