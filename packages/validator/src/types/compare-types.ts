import { compareNames } from "@deodar/core";
import { compareStrings } from "@deodar/diagnostics";
import { PairMemo } from "./pair-memo.ts";
import { type CheckedRecordType, type CheckedType, type EntityType, isEntity, namesOf } from "./type.ts";

/** Types that differ only deeper inside than this count as the same: no stack shall overflow. */
const deepestDifference = 500;

/** The ranks of kinds; booleans and entities come in three kinds each. */
const ranks = {
  never: 0,
  boolean: 1,
  true: 2,
  false: 3,
  long: 4,
  string: 5,
  anyEntity: 6,
  entity: 7,
  entities: 7,
  set: 8,
  record: 9,
  extension: 10,
} as const;

/** The types without repetition in the order in which Cedar's reference lists them in messages. */
export function sortTypes(types: readonly CheckedType[]): readonly CheckedType[] {
  const memo = new PairMemo<number>();
  const sorted = [...new Set(types)].sort((a, b) => compareTypes(a, b, memo, 0));
  return sorted.filter(
    (type, index) => index === 0 || compareTypes(sorted[index - 1] as CheckedType, type, memo, 0) !== 0,
  );
}

/** Pairs that were compared are remembered: types share parts, so that paths can be many more than parts. */
function compareTypes(a: CheckedType, b: CheckedType, memo: PairMemo<number>, depth: number): number {
  if (a === b || depth > deepestDifference) return 0;
  if (isEntity(a) && isEntity(b)) return compareEntities(a, b);
  if (a.kind === "set" && b.kind === "set") {
    if (a.element === undefined || b.element === undefined) return a.element === b.element ? 0 : a.element ? 1 : -1;
    return compareTypes(a.element, b.element, memo, depth + 1);
  }
  if (a.kind === "record" && b.kind === "record") return memo.get(a, b, () => compareRecords(a, b, memo, depth));
  if (a.kind === "extension" && b.kind === "extension") return compareStrings(a.name, b.name);
  return ranks[a.kind] - ranks[b.kind];
}

function compareEntities(a: EntityType, b: EntityType): number {
  const left = namesOf(a);
  const right = namesOf(b);
  if (left === undefined || right === undefined) return ranks[a.kind] - ranks[b.kind];
  for (const [index, name] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareNames(name, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareRecords(a: CheckedRecordType, b: CheckedRecordType, memo: PairMemo<number>, depth: number): number {
  const others = [...b.attributes];
  let index = 0;
  for (const [name, attribute] of a.attributes) {
    const other = others[index];
    if (other === undefined) return 1;
    const order =
      compareStrings(name, other[0]) ||
      compareTypes(attribute.type, other[1].type, memo, depth + 1) ||
      Number(attribute.required) - Number(other[1].required);
    if (order !== 0) return order;
    index += 1;
  }
  if (index < others.length) return -1;
  return Number(b.open ?? false) - Number(a.open ?? false);
}
