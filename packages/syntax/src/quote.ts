export { escapeEach, escapeText, quote as quoteString } from "@deodar/diagnostics";
