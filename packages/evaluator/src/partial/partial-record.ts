import { compareStrings, type RecordValue, recordOf, type SetValue, setOf, type Value } from "@deodar/core";
import { isResidual, type PartialValue, type Residual, residual } from "./residual.ts";
import { expressionOf } from "./value-expression.ts";

/** The record with these attributes: a value if all of them are, else a residual. */
export function partialRecord(entries: Iterable<readonly [string, PartialValue]>): RecordValue | Residual {
  const known = new Map<string, PartialValue>(entries);
  if (areValues(known)) return recordOf(known);
  const sorted = [...known].sort(([left], [right]) => compareStrings(left, right));
  return residual({
    kind: "record",
    span: undefined,
    entries: sorted.map(([key, value]) => ({ kind: "entry", span: undefined, key, value: expressionOf(value) })),
  });
}

/** The set of these elements: a value if all of them are, else a residual with all elements as they are given. */
export function partialSet(elements: Iterable<PartialValue>): SetValue | Residual {
  const all = [...elements];
  const values = all.filter((element): element is Value => !isResidual(element));
  if (values.length === all.length) return setOf(values);
  return residual({ kind: "set", span: undefined, elements: all.map((element) => expressionOf(element)) });
}

/** The call of an extension function of which some argument is not known. */
export function partialCall(name: string, args: readonly PartialValue[]): Residual {
  return residual({
    kind: "extension",
    span: undefined,
    name,
    arguments: args.map((argument) => expressionOf(argument)),
  });
}

function areValues(entries: ReadonlyMap<string, PartialValue>): entries is ReadonlyMap<string, Value> {
  for (const value of entries.values()) if (isResidual(value)) return false;
  return true;
}
