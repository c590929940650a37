import type { Value } from "@deodar/core";
import type { Diagnostic, Span } from "@deodar/diagnostics";
import type { Expression, ExtensionCall, Variable } from "@deodar/syntax";
import type { AttributePath } from "./attribute-path.ts";
import type { Link, Outcome, Step } from "./step.ts";

/** What is known of a step at compile time, for those that a quicker form can be made of. */
export type Shape =
  | { readonly kind: "constant"; readonly value: Value }
  | { readonly kind: "variable"; readonly name: Variable["name"] }
  /** The step gives what the path finds; if that is nothing, it has to be asked why. */
  | { readonly kind: "path"; readonly path: AttributePath };

/** Sees every expression as it is compiled, parts before wholes, and every outcome as it is evaluated. */
export interface Watcher {
  compiled(expression: Expression): void;
  evaluated(expression: Expression, outcome: Outcome): void;
}

/** A subexpression that has been compiled. */
export interface Part {
  readonly step: Step;
  /** Nothing in a watched compilation, so that no step is left out. */
  readonly shape: Shape | undefined;
}

/** What the compilation of one kind of expression needs from the whole. */
export interface Compiler {
  /**
   * The next part of the expression that is being compiled: its children in source order, for a chain its head and then
   * all arguments. Parts are compiled before wholes, so nothing here recurses.
   */
  take(): Part;
  /** The step of the next part. */
  takeStep(): Step;
  /** The span to report for a function call: at the head of a chain, that of the whole chain. */
  spanOfCall(call: ExtensionCall): Span | undefined;
  /** The step that gives this value. */
  constant(value: Value): Step;
  /** The step of a variable. */
  variable(name: Variable["name"]): Step;
  /** The step of a path; `general` is the step that says why nothing was found. */
  path(path: AttributePath, general: Step): Step;
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
