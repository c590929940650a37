import { expectedOf } from "@deodar/syntax/faults";
import { keywords } from "./tokens.ts";

const names: ReadonlyMap<string, string> = new Map([
  ["SET", "`Set`"],
  ["APPLIESTO", "`appliesTo`"],
]);

/** What could have stood at a place, in the order of the reference; where any identifier will do, hardly a word is named. */
export function describeExpected(expected: ReadonlySet<string>): string {
  const kinds = new Set(expected);
  kinds.delete("EOF");
  if (kinds.has("IDENTIFIER")) {
    // `Set` is worth a word only where types can stand, and only there can `{`.
    const types = kinds.has('"{"') && kinds.has("SET");
    for (const word of keywords.split(" ")) kinds.delete(word.toUpperCase());
    if (types) kinds.add("SET");
  }
  return expectedOf(kinds, names);
}
