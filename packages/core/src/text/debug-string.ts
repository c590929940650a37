import { escapeEach } from "@deodar/diagnostics";

/**
 * The text in double quotes as Rust's `Debug` gives it, which some messages of Cedar's reference use. Differs from a
 * Cedar string literal in that single quotes stand as they are and that every combining mark is escaped.
 */
export function debugString(text: string): string {
  // Each escape is taken as a whole, so that an escaped backslash before a quote is not mistaken for an escaped quote.
  return `"${escapeEach(text).replace(/\\./g, (pair) => (pair === "\\'" ? "'" : pair))}"`;
}
