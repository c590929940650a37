import { isTypeName } from "@deodar/core";
import type { Diagnostic, Span } from "@deodar/diagnostics";
import { evaluationError } from "./catalogue.ts";
import { toDiagnostic } from "./evaluation-error.ts";

/**
 * Whether this is the name of an entity type; notes a fault if not. Readers of policies make sure of it, but a tree
 * that was built by hand may hold a name that no entity can have, and a `forbid` with it would silently never apply.
 */
export function checkTypeName(
  name: string,
  span: Span | undefined,
  faults: { refuse(fault: Diagnostic): void },
): boolean {
  if (isTypeName(name)) return true;
  faults.refuse(toDiagnostic(evaluationError("evaluate/invalid-type-name", { name }, span)));
  return false;
}
