import { compareStrings } from "@deodar/diagnostics";
import type { Attribute, RecordType } from "../ast.ts";

/** The attributes of a record type in Cedar's order of names. */
export function sortedAttributes({ attributes }: RecordType): readonly Attribute[] {
  return attributes.length < 2 ? attributes : attributes.toSorted((a, b) => compareStrings(a.name, b.name));
}
