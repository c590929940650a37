import type { Expression } from "@deodar/syntax";
import { sortTypes } from "../types/compare-types.ts";
import { printType } from "../types/print-type.ts";
import type { Clash } from "../types/relations.ts";
import type { CheckedType } from "../types/type.ts";
import type { Checker } from "./checker.ts";

const hints: Readonly<Record<Clash, string>> = {
  qualifier:
    "Corresponding attributes of compatible record types must have the same optionality, either both being required or both being optional",
  width: "Compatible record types must have exactly the same attributes",
  "entity-type": "Different entity types are never compatible even when their attributes would be compatible",
  "entity-record": "Entity and record types are never compatible even when their attributes would be compatible",
  other: "Types must be exactly equal to be compatible",
};

/**
 * The least type above all of these. If there is none, that is an issue at the expression; `place` says there what the
 * types are of. `undefined` also if one of the types is.
 */
export function joinedType(
  checker: Checker,
  at: Expression,
  types: readonly (CheckedType | undefined)[],
  place: string,
): CheckedType | undefined {
  const known: CheckedType[] = [];
  for (const type of types) {
    if (type === undefined) return undefined;
    known.push(type);
  }
  const joined = checker.setting.relations.joinAll(known);
  if ("type" in joined) return joined.type;
  reportClash(checker, at, known, joined.clash, place);
  return undefined;
}

/** Says that these types have no common type. */
export function reportClash(
  checker: Checker,
  at: Expression,
  types: readonly CheckedType[],
  clash: Clash,
  place: string,
): void {
  const names = sortTypes(types).map(printType);
  checker.report("validate/incompatible-types", { types: conjunction(names), place, hint: hints[clash] }, at);
}

function conjunction(names: readonly string[]): string {
  if (names.length <= 2) return names.join(" and ");
  return `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
}
