import { formatPath } from "@deodar/diagnostics";

/** Where in the arguments of a call something is. */
export type CallPath = readonly (string | number)[];

/**
 * Throws for an argument that has not the shape of its type, as the reference does; a call that is well-formed is
 * always answered.
 */
export function reject(message: string, path: CallPath): never {
  throw new Error(path.length === 0 ? message : `${message} at \`${formatPath(path)}\``);
}
