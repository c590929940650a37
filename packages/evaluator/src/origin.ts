import { equalValues, type Value } from "@deodar/core";
import type { Span } from "@deodar/diagnostics";
import type { Expression } from "@deodar/syntax";
import type { Compiler } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import { reportedSpan } from "./reported-span.ts";

/** A place within a value: an attribute of a record, or the element of a set that equals a value. */
export type Place =
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "element"; readonly value: Value };

export function attributePlace(name: string): Place {
  return { kind: "attribute", name };
}

export function elementPlace(value: Value): Place {
  return { kind: "element", value };
}

/**
 * Where the part of an expression's value that lies at `path` was written, as in `principal in [User::"a", 1]`, whose
 * error points at the `1`. Values do not carry their spans about, which would burden every evaluation; instead, once an
 * error has happened, the way to the part is walked again through the expression.
 *
 * `undefined` if the part comes from the request or the entities, or if the policy was not read from text.
 */
export function originOf(
  expression: Expression,
  path: readonly Place[],
  compiler: Compiler,
  environment: Environment,
): Span | undefined {
  let current: Expression | undefined = expression;
  const places = [...path].reverse();
  while (current !== undefined && places.length > 0) {
    if (current.kind === "attribute") {
      places.push(attributePlace(current.name));
      current = current.target;
    } else if (current.kind === "if") {
      const condition: unknown = compiler.compileAlone(current.condition)(environment);
      current = condition === true ? current.consequent : current.alternative;
    } else {
      current = partAt(current, places.pop() as Place, compiler, environment);
    }
  }
  return current === undefined ? undefined : reportedSpan(current);
}

/** The part of a literal that makes up this place of its value. Of equal elements of a set the last one counts. */
function partAt(
  expression: Expression,
  place: Place,
  compiler: Compiler,
  environment: Environment,
): Expression | undefined {
  if (expression.kind === "record" && place.kind === "attribute") {
    return expression.entries.find((entry) => entry.key === place.name)?.value;
  }
  if (expression.kind !== "set" || place.kind !== "element") return undefined;
  return expression.elements.findLast((element) => {
    const value = compiler.compileAlone(element)(environment);
    return value !== undefined && equalValues(value, place.value);
  });
}
