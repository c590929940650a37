import { recordOf, setOf, type Value } from "@deodar/core";
import { compareStrings } from "@deodar/diagnostics";
import type { RecordExpression, SetExpression } from "@deodar/syntax";
import type { Compiler } from "./compiler.ts";
import type { Step } from "./step.ts";

export function compileSet(expression: SetExpression, compiler: Compiler): Step {
  const steps = expression.elements.map(() => compiler.takeStep());
  return (environment) => {
    const values: Value[] = [];
    for (const step of steps) {
      const value = step(environment);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return setOf(values);
  };
}

/** The attributes are evaluated in the order of their names, so which error of several is reported is the reference's. */
export function compileRecord(expression: RecordExpression, compiler: Compiler): Step {
  const attributes = expression.entries
    .map((entry): readonly [string, Step] => [entry.key, compiler.takeStep()])
    .sort(([left], [right]) => compareStrings(left, right));
  return (environment) => {
    const entries: (readonly [string, Value])[] = [];
    for (const [name, step] of attributes) {
      const value = step(environment);
      if (value === undefined) return undefined;
      entries.push([name, value]);
    }
    return recordOf(entries);
  };
}
