import type { Entity, EntitySource, EntityUid, Value } from "@deodar/core";
import { emptyRecord, entityUid } from "@deodar/core";
import type { Diagnostic, Span } from "@deodar/diagnostics";
import { childrenOf, type Expression, type ExtensionCall, maxNesting, type Node, type Variable } from "@deodar/syntax";
import type { AttributePath } from "./attribute-path.ts";
import { evaluationError } from "./catalogue.ts";
import { argumentsOf, chainOf, isChainNode } from "./chain.ts";
import { variableSteps } from "./compile-leaf.ts";
import { compileNode } from "./compile-node.ts";
import type { Compiler, Part, Shape, Watcher } from "./compiler.ts";
import { Environment } from "./environment.ts";
import { toDiagnostic } from "./evaluation-error.ts";
import type { Link, Step } from "./step.ts";

/**
 * How many steps may stand inside each other. From one bracket to the next there are at most eleven: `||`, `&&`, a
 * relation, `+`, `*`, four `-`, a chain and the bracket itself. So every tree with {@link maxNesting} is within it.
 */
export const maxStepDepth: number = 12 * maxNesting;

/** How an expression is compiled. */
export interface CompileOptions {
  /** Whether there will be a request, which gives the variables their values. */
  readonly hasRequest: boolean;
  readonly watcher: Watcher | undefined;
}

/** The step of an expression, and what stands in the way of compiling it; with faults the step must not be used. */
export interface Compilation {
  readonly step: Step;
  readonly faults: readonly Diagnostic[];
}

export function compile(expression: Expression, options: CompileOptions): Compilation {
  const compiler = new TreeCompiler(options);
  const step = compiler.compileTree(expression);
  return { step, faults: compiler.faults };
}

/** A part, how deep its steps stand inside each other, and whether it needs nothing from the environment. */
interface CompiledPart extends Part {
  readonly depth: number;
  readonly closed: boolean;
}

/** An expression whose parts are compiled by the time it comes up. */
interface Whole {
  readonly kind: "whole";
  readonly expression: Expression;
  readonly partCount: number;
}

class TreeCompiler implements Compiler {
  readonly hasRequest: boolean;
  readonly faults: Diagnostic[] = [];
  readonly #watcher: Watcher | undefined;
  /** What is compiled but not yet taken by its whole. */
  readonly #done: CompiledPart[] = [];
  /** Parts that may occur again: trees that share nodes take time by their nodes, not by the paths to them. */
  readonly #known = new Map<Expression, CompiledPart>();
  readonly #chainSpans = new Map<Expression, Span | undefined>();
  /** The place in `#done` of the next part to take. */
  #next = 0;
  // What is found out about the expression that is being compiled.
  #closed = true;
  #shape: Shape | undefined = undefined;

  constructor({ hasRequest, watcher }: CompileOptions) {
    this.hasRequest = hasRequest;
    this.#watcher = watcher;
  }

  /** Compiles all parts before what they are part of. Has its own stack, so that no tree is too deep for it. */
  compileTree(root: Expression): Step {
    const todo: (Expression | Whole)[] = [root];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (next.kind === "whole") {
        const part = this.#compileWhole(next);
        if (part.depth > maxStepDepth) {
          this.refuse(tooDeep(next.expression.span));
          break;
        }
        continue;
      }
      const known = this.#known.get(next);
      if (known !== undefined) {
        this.#done.push(known);
        continue;
      }
      const parts = this.#partsOf(next);
      const whole: Whole = { kind: "whole", expression: next, partCount: parts.length };
      if (parts.length === 0) {
        this.#compileWhole(whole);
        continue;
      }
      todo.push(whole);
      for (let index = parts.length - 1; index >= 0; index -= 1) todo.push(parts[index] as Expression);
    }
    const step = this.takeStep();
    // Some steps keep the compiler, for their error paths, but need none of this.
    this.#known.clear();
    this.#chainSpans.clear();
    return step;
  }

  /** What is compiled by itself before an expression: its children, but for a chain the head and all arguments. */
  #partsOf(expression: Expression): readonly Expression[] {
    if (!isChainNode(expression)) return childrenOf(expression).map(expressionOf);
    const { head, headSpan, steps } = chainOf(expression);
    if (head.kind === "extension") this.#chainSpans.set(head, headSpan);
    const parts = [head];
    for (const { node } of steps) parts.push(...argumentsOf(node));
    return parts;
  }

  #compileWhole({ expression, partCount }: Whole): CompiledPart {
    const first = this.#done.length - partCount;
    let depth = 1;
    this.#shape = undefined;
    this.#closed = this.#watcher === undefined;
    for (let index = first; index < this.#done.length; index += 1) {
      const part = this.#done[index] as CompiledPart;
      depth = Math.max(depth, part.depth + 1);
      this.#closed &&= part.closed;
    }
    this.#next = first;
    let step = compileNode(expression, this);
    if (this.#closed && partCount > 0) step = this.#fold(step);
    this.#done.length = first;
    const part = { step: this.#watched(expression, step), shape: this.#shape, depth, closed: this.#closed };
    this.#done.push(part);
    this.#next = first;
    if (partCount > 0) this.#known.set(expression, part);
    return part;
  }

  /** Evaluates what needs no environment once and for all; an error stays an error of the evaluation. */
  #fold(step: Step): Step {
    const entities = new UnknownEntities();
    const environment = new Environment(nobody, entities);
    const value = step(environment);
    if (entities.consulted) {
      this.dependOnEnvironment();
      return step;
    }
    if (value !== undefined) return this.constant(value);
    const error = environment.failure;
    return error === undefined ? step : (actual) => actual.fail(error);
  }

  #watched(expression: Expression, step: Step): Step {
    const watcher = this.#watcher;
    if (watcher === undefined) return step;
    this.#shape = undefined;
    watcher.compiled(expression);
    return (environment) => {
      const outcome = step(environment);
      watcher.evaluated(expression, outcome);
      return outcome;
    };
  }

  take(): Part {
    return this.#done[this.#next++] as Part;
  }

  takeStep(): Step {
    return this.take().step;
  }

  spanOfCall(call: ExtensionCall): Span | undefined {
    return this.#chainSpans.has(call) ? this.#chainSpans.get(call) : call.span;
  }

  constant(value: Value): Step {
    this.#shape = { kind: "constant", value };
    return () => value;
  }

  variable(name: Variable["name"]): Step {
    this.dependOnEnvironment();
    this.#shape = { kind: "variable", name };
    return variableSteps[name];
  }

  path(path: AttributePath, general: Step): Step {
    this.#shape = { kind: "path", path };
    return (environment) => path.find(environment) ?? general(environment);
  }

  dependOnEnvironment(): void {
    this.#closed = false;
  }

  watchLink(expression: Expression, link: Link): Link {
    const watcher = this.#watcher;
    if (watcher === undefined) return link;
    watcher.compiled(expression);
    return (target, environment) => {
      const outcome = link(target, environment);
      watcher.evaluated(expression, outcome);
      return outcome;
    };
  }

  compileAlone(expression: Expression): Step {
    return compile(expression, { hasRequest: this.hasRequest, watcher: undefined }).step;
  }

  refuse(fault: Diagnostic): void {
    this.faults.push(fault);
  }
}

/** The expression in a child of an expression: itself, or the value of an entry of a record. */
function expressionOf(child: Node): Expression {
  return (child.kind === "entry" ? child.value : child) as Expression;
}

function tooDeep(span: Span | undefined): Diagnostic {
  return toDiagnostic(evaluationError("evaluate/too-deep", {}, span));
}

/** Entities for folding, where nothing may be known of them: a step that asks for them cannot be folded. */
class UnknownEntities implements EntitySource {
  consulted = false;

  get(): Entity | undefined {
    this.consulted = true;
    return undefined;
  }

  isIn(): boolean {
    this.consulted = true;
    return false;
  }
}

const anyone: EntityUid = entityUid("Anyone", "");

/** What steps that read no variable are evaluated with. */
const nobody = { principal: anyone, action: anyone, resource: anyone, context: emptyRecord };
