import type { Value } from "@deodar/core";
import type { Diagnostic, Span } from "@deodar/diagnostics";
import type { Expression, Variable } from "@deodar/syntax";
import type { Link, Outcome, Step } from "./step.ts";

/** What is known of a step at compile time, for those that a quicker form can be made of. */
export type Shape =
  | { readonly kind: "constant"; readonly value: Value }
  | { readonly kind: "variable"; readonly name: Variable["name"] };

/** Sees every expression as it is compiled, parts before wholes, and every outcome as it is evaluated. */
export interface Watcher {
  compiled(expression: Expression): void;
  evaluated(expression: Expression, outcome: Outcome): void;
}

/** What the compilation of one kind of expression needs from the whole. */
export interface Compiler {
  /** The step of a subexpression. It exists already: parts are compiled before wholes, so nothing here recurses. */
  stepOf(part: Expression): Step;
  /** The span to report for an expression, which for a step of a chain is that of the whole chain. */
  spanOf(expression: Expression): Span | undefined;
  /** The step that gives this value. */
  constant(value: Value): Step;
  /** The step of a variable. */
  variable(name: Variable["name"]): Step;
  /** What is known of a step that this compiler made; nothing in a watched compilation, where no step is left out. */
  shapeOf(step: Step): Shape | undefined;
  /** Says that what is being compiled depends on the request, the slots or the entities. */
  dependOnEnvironment(): void;
  /** The link of an inner step of a chain, as the watcher is to see it. */
  watchLink(expression: Expression, link: Link): Link;
  /** Compiles apart from the compilation that is going on, for error paths that look again at a part of it. */
  compileAlone(expression: Expression): Step;
  /** Notes why the expression cannot be compiled. */
  refuse(fault: Diagnostic): void;
  /** Whether the variables have values; they have none where a lone expression is evaluated without a request. */
  readonly hasRequest: boolean;
}
