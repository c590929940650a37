import type { Value } from "@deodar/core";
import type { Diagnostic, Span } from "@deodar/diagnostics";
import type { Expression, ExtensionCall } from "@deodar/syntax";
import { type EvaluationCode, errorWith } from "../catalogue.ts";
import { compileNode } from "../compile-node.ts";
import type { Compiler, Part } from "../compiler.ts";
import type { Environment } from "../environment.ts";
import type { EvaluationError } from "../evaluation-error.ts";
import type { Link, Step } from "../step.ts";

/**
 * What one node gives for these values of its parts. It is compiled as in a normal evaluation, only that its parts are
 * known already: so both kinds of evaluation have the same operators and the same errors.
 *
 * @param parts the values of its children in source order, for a chain those of the target and of the arguments
 * @param evaluate the value of another expression, if it has one: for finding where an offender stands
 */
export function applyNode(
  expression: Expression,
  parts: readonly Value[],
  environment: Environment,
  evaluate: (expression: Expression) => Value | undefined,
): Value | EvaluationError {
  const compiler = new KnownParts(parts, evaluate);
  const step = compileNode(expression, compiler);
  return compiler.fault ?? step(environment) ?? (environment.failure as EvaluationError);
}

/** Compiles one node of which the parts are known. */
class KnownParts implements Compiler {
  readonly hasRequest = true;
  fault: EvaluationError | undefined = undefined;
  readonly #parts: readonly Value[];
  readonly #evaluate: (expression: Expression) => Value | undefined;
  #next = 0;

  constructor(parts: readonly Value[], evaluate: (expression: Expression) => Value | undefined) {
    this.#parts = parts;
    this.#evaluate = evaluate;
  }

  take(): Part {
    return { step: this.takeStep(), shape: undefined };
  }

  takeStep(): Step {
    const value = this.#parts[this.#next++] as Value;
    return () => value;
  }

  spanOfCall(call: ExtensionCall): Span | undefined {
    return call.span;
  }

  constant(value: Value): Step {
    return () => value;
  }

  /** Variables are not compiled: they may have no value. */
  variable(): Step {
    return () => undefined;
  }

  /** Paths begin with variables. */
  path(): Step {
    return () => undefined;
  }

  /** Nothing is kept, so it makes no difference. */
  dependOnEnvironment(): void {}

  /** Chains are applied link by link, so none has inner links. */
  watchLink(_: Expression, link: Link): Link {
    return link;
  }

  compileAlone(expression: Expression): Step {
    return () => this.#evaluate(expression);
  }

  refuse({ code, message, help, labels }: Diagnostic): void {
    this.fault = errorWith(code as EvaluationCode, message, labels[0], help);
  }
}
