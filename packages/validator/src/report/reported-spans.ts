import type { Span } from "@deodar/diagnostics";
import { childrenOf, type Expression, extensionFunctions, type Node, type Policy } from "@deodar/syntax";

/**
 * The places that Cedar's reference gives for the expressions of a policy. They are the expressions' own, but for two:
 * every step of a chain such as `a.b.contains(c)`, and a function call at its head, has the place of the whole chain as
 * it is written; and a negative literal has that of its digits.
 *
 * Nothing is computed until the first place is asked for: policies without errors need none.
 */
export class ReportedSpans {
  readonly #policy: Policy;
  #inScope: ReadonlySet<Node> | undefined = undefined;
  #ofSteps: Map<Node, Span | undefined> | undefined = undefined;

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  /** The place to report for a word: as that of its expression, but the reference gives none for words of the scope. */
  ofWord(node: Node): Span | undefined {
    const { principal, action, resource } = this.#policy;
    this.#inScope ??= new Set([principal, action, resource].flatMap((clause) => childrenOf(clause)));
    return this.#inScope.has(node) ? undefined : this.of(node);
  }

  /** The place to report for this expression or clause of the scope. */
  of(part: Node): Span | undefined {
    this.#ofSteps ??= spansOfSteps(this.#policy);
    return this.#ofSteps.has(part) ? this.#ofSteps.get(part) : ownSpan(part);
  }
}

/** The places of the steps that are followed by others in the same chain. */
function spansOfSteps(policy: Policy): Map<Node, Span | undefined> {
  const spans = new Map<Node, Span | undefined>();
  const todo: Node[] = [...policy.conditions];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    const target = chainTarget(node);
    // A target in parentheses is a chain of its own; it is known by starting later than what it is part of.
    if (target !== undefined && (chainTarget(target) !== undefined || target.kind === "extension")) {
      const span = spans.get(node) ?? node.span;
      if (target.span?.start === span?.start) spans.set(target, span);
    }
    todo.push(...childrenOf(node));
  }
  return spans;
}

/** What stands before the last dot or bracket, if this is a step of a chain. */
function chainTarget(node: Node): Expression | undefined {
  switch (node.kind) {
    case "attribute":
    case "method":
    case "isEmpty":
      return node.target;
    case "extension":
      return extensionFunctions.get(node.name) === "method" ? node.arguments[0] : undefined;
    default:
      return undefined;
  }
}

function ownSpan(part: Node): Span | undefined {
  const { span } = part;
  if (span === undefined || part.kind !== "long" || part.value >= 0) return span;
  const digits = String(-part.value).length;
  return { start: Math.max(span.start, span.end - digits), end: span.end };
}
