import type { Entity, EntitySource, EntityUid, Value } from "@deodar/core";
import { emptyRecord, entityUid } from "@deodar/core";
import type { Diagnostic, Span } from "@deodar/diagnostics";
import { childrenOf, type Expression, maxNesting, type Node, type Variable } from "@deodar/syntax";
import { evaluationError } from "./catalogue.ts";
import { argumentsOf, chainOf, isChainNode } from "./chain.ts";
import { variableSteps } from "./compile-leaf.ts";
import { compileNode } from "./compile-node.ts";
import type { Compiler, Shape, Watcher } from "./compiler.ts";
import { Environment } from "./environment.ts";
import { toDiagnostic } from "./evaluation-error.ts";
import type { Link, Step } from "./step.ts";

/**
 * How many steps may stand inside each other. Between two brackets there are at most ten (`||`, `&&`, a relation, `+`,
 * `*`, four `-`, a chain), so every tree that can be written with {@link maxNesting} brackets is within the limit.
 */
export const maxStepDepth: number = 10 * maxNesting;

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

/** A compiled part: how deep its steps stand inside each other, and whether it needs nothing from the environment. */
interface Part {
  readonly step: Step;
  readonly depth: number;
  readonly closed: boolean;
}

class TreeCompiler implements Compiler {
  readonly hasRequest: boolean;
  readonly faults: Diagnostic[] = [];
  readonly #watcher: Watcher | undefined;
  readonly #parts = new Map<Expression, Part>();
  readonly #shapes = new Map<Step, Shape>();
  readonly #chainSpans = new Map<Expression, Span | undefined>();
  #closed = true;

  constructor({ hasRequest, watcher }: CompileOptions) {
    this.hasRequest = hasRequest;
    this.#watcher = watcher;
  }

  /** Compiles all parts before what they are part of. Has its own stack, so that no tree is too deep for it. */
  compileTree(root: Expression): Step {
    const todo: (Expression | Whole)[] = [root];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (next.kind === "whole") {
        this.#compileWhole(next);
      } else if (!this.#parts.has(next)) {
        const parts = this.#partsOf(next);
        todo.push({ kind: "whole", expression: next, parts });
        for (let index = parts.length - 1; index >= 0; index -= 1) todo.push(parts[index] as Expression);
      }
    }
    return this.stepOf(root);
  }

  /** What is compiled by itself before an expression: its children, but for a chain the head and all arguments. */
  #partsOf(expression: Expression): readonly Expression[] {
    if (!isChainNode(expression)) return childrenOf(expression).map(expressionOf);
    const { head, headSpan, steps } = chainOf(expression);
    this.#chainSpans.set(head, headSpan);
    const parts = [head];
    for (const { node } of steps) parts.push(...argumentsOf(node));
    return parts;
  }

  #compileWhole({ expression, parts }: Whole): void {
    if (this.#parts.has(expression)) return;
    let depth = 1;
    this.#closed = this.#watcher === undefined;
    for (const expressionOfPart of parts) {
      const part = this.#part(expressionOfPart);
      depth = Math.max(depth, part.depth + 1);
      this.#closed &&= part.closed;
    }
    let step = compileNode(expression, this);
    if (this.#closed && parts.length > 0) step = this.#fold(step);
    this.#parts.set(expression, { step: this.#watched(expression, step), depth, closed: this.#closed });
    if (depth === maxStepDepth + 1) this.refuse(tooDeep(expression.span));
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
    watcher.compiled(expression);
    return (environment) => {
      const outcome = step(environment);
      watcher.evaluated(expression, outcome);
      return outcome;
    };
  }

  #part(expression: Expression): Part {
    return this.#parts.get(expression) as Part;
  }

  stepOf(part: Expression): Step {
    return this.#part(part).step;
  }

  spanOf(expression: Expression): Span | undefined {
    return this.#chainSpans.has(expression) ? this.#chainSpans.get(expression) : expression.span;
  }

  constant(value: Value): Step {
    const step: Step = () => value;
    this.#shapes.set(step, { kind: "constant", value });
    return step;
  }

  variable(name: Variable["name"]): Step {
    this.dependOnEnvironment();
    const step = variableSteps[name];
    this.#shapes.set(step, { kind: "variable", name });
    return step;
  }

  shapeOf(step: Step): Shape | undefined {
    return this.#shapes.get(step);
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

/** An expression whose parts are compiled by the time it comes up. */
interface Whole {
  readonly kind: "whole";
  readonly expression: Expression;
  readonly parts: readonly Expression[];
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
