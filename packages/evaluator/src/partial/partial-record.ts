import { type RecordValue, recordOf, type SetValue, setOf, type Value } from "@deodar/core";
import { compareStrings } from "@deodar/diagnostics";
import type { Expression } from "@deodar/syntax";
import { isResidual, type PartialValue, type Residual, residual } from "./residual.ts";
import { expressionOf } from "./value-expression.ts";

/**
 * The record with these attributes: a value if all of them are, else a residual. Like `recordOf`, it throws a
 * `TypeError` for what is no value.
 */
export function partialRecord(entries: Iterable<readonly [string, PartialValue]>): RecordValue | Residual {
  const all = new Map(entries);
  const known: [string, Value][] = [];
  for (const [key, value] of all) if (!isResidual(value)) known.push([key, value]);
  if (known.length === all.size) return recordOf(known);
  const sorted = [...all].sort(([left], [right]) => compareStrings(left, right));
  return residual({
    kind: "record",
    span: undefined,
    entries: sorted.map(([key, value]) => ({ kind: "entry", span: undefined, key, value: givenExpression(value) })),
  });
}

/**
 * The set of these elements: a value if all of them are, else a residual with all elements as they are given. Like
 * `setOf`, it throws a `TypeError` for what is no value.
 */
export function partialSet(elements: Iterable<PartialValue>): SetValue | Residual {
  const all = [...elements];
  const values = all.filter((element): element is Value => !isResidual(element));
  if (values.length === all.length) return setOf(values);
  return residual({ kind: "set", span: undefined, elements: all.map(givenExpression) });
}

/** The call of an extension function of which some argument is not known. */
export function partialCall(name: string, args: readonly PartialValue[]): Residual {
  return residual({ kind: "extension", span: undefined, name, arguments: args.map(givenExpression) });
}

/** The expression of a value that a program hands over: a set takes Longs in any form, and refuses what is no value. */
function givenExpression(value: PartialValue): Expression {
  return isResidual(value) ? value.expression : expressionOf(setOf([value]).elements[0] as Value);
}
