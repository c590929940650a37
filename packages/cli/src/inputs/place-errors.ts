import type { Diagnostic } from "@deodar/diagnostics";
import { locate } from "@deodar/json";

/** To find a place means to read the text once more, so only the first errors get one. */
const mostPlaced = 20;

/** Errors with a path into a JSON text, with labels where their paths lead. */
export function placeErrors(errors: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  return errors.map((error, index) => {
    if (index >= mostPlaced || error.path === undefined || error.labels.length > 0) return error;
    const span = locate(text, error.path);
    return span === undefined ? error : { ...error, labels: [span] };
  });
}
