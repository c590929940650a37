import type { Diagnostic } from "@deodar/diagnostics";
import { syntaxFault } from "./catalogue.ts";

export function findSyntaxFaults(text: string, _rule: string): Diagnostic[] {
  return [syntaxFault("syntax/unexpected-token", { start: 0, end: text.length }, { token: "?" })];
}
