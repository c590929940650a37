import { type CallFault, extensionTable, isCallFault, type Value } from "@deodar/core";
import type { Span } from "@deodar/diagnostics";
import { type ExtensionCall, quoteString } from "@deodar/syntax";
import { errorWith, evaluationError } from "./catalogue.ts";
import type { ExtensionMethod } from "./chain.ts";
import type { Compiler } from "./compiler.ts";
import type { Environment } from "./environment.ts";
import type { EvaluationError } from "./evaluation-error.ts";
import { expected, typeError } from "./faults.ts";
import { reportedSpan } from "./reported-span.ts";
import type { Link, Outcome, Step } from "./step.ts";

/** What becomes of the values of all arguments; `spans` are theirs. */
type Application = (values: readonly Value[], environment: Environment) => Outcome;

/** A call as a function, such as `ip("10.0.0.1")`. */
export function compileExtension(expression: ExtensionCall, compiler: Compiler): Step {
  const steps = expression.arguments.map(() => compiler.takeStep());
  const apply = applicationOf(expression, compiler.spanOfCall(expression), expression.arguments.map(reportedSpan));
  return (environment) => {
    const values: Value[] = [];
    return evaluateInto(values, steps, environment) ? apply(values, environment) : undefined;
  };
}

/** A call as a method, such as `address.isIpv4()`. */
export function extensionMethodLink(
  node: ExtensionMethod,
  span: Span | undefined,
  targetSpan: Span | undefined,
  compiler: Compiler,
): Link {
  const rest = node.arguments.slice(1);
  const steps = rest.map(() => compiler.takeStep());
  const apply = applicationOf(node, span, [targetSpan, ...rest.map(reportedSpan)]);
  return (target, environment) => {
    const values = [target];
    return evaluateInto(values, steps, environment) ? apply(values, environment) : undefined;
  };
}

/** Adds the values of the steps, or gives `false` after an error. */
function evaluateInto(values: Value[], steps: readonly Step[], environment: Environment): boolean {
  for (const step of steps) {
    const value = step(environment);
    if (value === undefined) return false;
    values.push(value);
  }
  return true;
}

/** The arguments are all evaluated before their number and then their types are looked at. */
function applicationOf(call: ExtensionCall, span: Span | undefined, spans: readonly (Span | undefined)[]): Application {
  const { name } = call;
  if (name === "unknown") return unknownValue(call, span, spans[0]);
  const found = extensionTable.get(name);
  if (found === undefined) {
    const error = evaluationError("evaluate/unknown-function", { name }, span);
    return (_, environment) => environment.fail(error);
  }
  if (call.arguments.length !== found.arity) return wrongCount(call, found.arity, span);
  return (values, environment) => {
    const result = found.apply(values);
    return isCallFault(result) ? environment.fail(errorOf(result, span, spans)) : result;
  };
}

/** A wrong type is reported where the argument stands, everything else where the call does. */
function errorOf(fault: CallFault, span: Span | undefined, spans: readonly (Span | undefined)[]): EvaluationError {
  const { argument, message, help } = fault;
  return argument === undefined
    ? errorWith("evaluate/extension-failed", message, span, help)
    : errorWith("evaluate/type-error", message, spans[argument], help);
}

function wrongCount(call: ExtensionCall, count: number, span: Span | undefined): Application {
  const words = { name: call.name, expected: String(count), actual: String(call.arguments.length) };
  const error = evaluationError("evaluate/wrong-argument-count", words, span);
  return (_, environment) => environment.fail(error);
}

/**
 * `unknown("x")` stands for a value that is not known yet, which only partial evaluation can deal with. The reference
 * ignores further arguments.
 */
function unknownValue(call: ExtensionCall, span: Span | undefined, argumentSpan: Span | undefined): Application {
  if (call.arguments.length === 0) return wrongCount(call, 1, span);
  return ([name], environment) => {
    if (typeof name !== "string") return environment.fail(typeError(expected.string, name as Value, argumentSpan));
    const expression = `unknown(${quoteString(name)})`;
    const help = "consider using the partial evaluation APIs";
    return environment.fail(evaluationError("evaluate/unknown-value", { expression }, span, help));
  };
}
