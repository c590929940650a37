import type { Like } from "@deodar/syntax";
import type { Compiler } from "./compiler.ts";
import { expected, typeError } from "./faults.ts";
import { matcherOf } from "./pattern.ts";
import { reportedSpan } from "./reported-span.ts";
import type { Step } from "./step.ts";

export function compileLike(expression: Like, compiler: Compiler): Step {
  const target = compiler.takeStep();
  const span = reportedSpan(expression.target);
  const matches = matcherOf(expression.pattern);
  return (environment) => {
    const value = target(environment);
    if (value === undefined) return undefined;
    return typeof value === "string" ? matches(value) : environment.fail(typeError(expected.string, value, span));
  };
}
