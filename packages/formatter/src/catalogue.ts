import type { Diagnostic } from "@deodar/diagnostics";

const catalogue = {
  "format/changed": {
    message: "formatting would change the text or lose a comment",
    help: "the text was left as it is; please report it with the text",
  },
} as const;

/** The diagnostic with this code. */
export function diagnostic(code: keyof typeof catalogue): Diagnostic {
  return { code, severity: "error", ...catalogue[code], labels: [], related: [] };
}
