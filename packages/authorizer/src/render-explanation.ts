import {
  LineTable,
  neutralise,
  type Paint,
  renderDiagnostic,
  type SourceText,
  type Span,
  type Style,
} from "@deodar/diagnostics";
import { toDiagnostic } from "@deodar/evaluator";
import type { ScopeExplanation } from "./explain-scope.ts";
import type {
  ConditionExplanation,
  Explanation,
  PolicyExplanation,
  PolicyVerdict,
  StepExplanation,
} from "./explanation.ts";

/** How to render an explanation. */
export interface RenderExplanationOptions {
  /** The text that a policy, or the template of a link, was read from. Without it places are left out. */
  readonly sourceOf?: (policyId: string) => SourceText | undefined;
  /** Colours, for example `ansiStyle`; plain text without. */
  readonly style?: Style;
  /** One line per policy, without scopes and expressions. */
  readonly brief?: boolean;
}

const verdictTexts: Readonly<Record<PolicyVerdict, string>> = {
  determining: "determines the decision",
  overruled: "is satisfied, but a forbid overrules it",
  unsatisfied: "does not apply",
  error: "is skipped because of an error",
};

/** Longer expressions push their values to the right. */
const widestColumn = 60;

/** Deeper steps are not indented further. */
const deepest = 20;

/**
 * An explanation as text for a terminal: for each policy its part in the decision, its scope and its conditions with
 * the value of each sub-expression, and the source lines of what went wrong. Several lines without a line end
 * after the last. Nothing in it can command a terminal.
 */
export function renderExplanation(explanation: Explanation, options: RenderExplanationOptions = {}): string {
  const renderer = new Renderer(options);
  const blocks = explanation.policies.map((policy) => renderer.policy(policy));
  const { decision } = explanation.response;
  if (blocks.length === 0) return `${decision}: there are no policies`;
  return blocks.join(options.brief === true ? "\n" : "\n\n");
}

class Renderer {
  readonly #options: RenderExplanationOptions;
  readonly #tables: Map<string, LineTable> = new Map();

  constructor(options: RenderExplanationOptions) {
    this.#options = options;
  }

  policy(policy: PolicyExplanation): string {
    const source = this.#options.sourceOf?.(policy.id);
    const place = this.#place(policy.span, source);
    const of = policy.templateId === undefined ? "" : ` of template ${neutralise(policy.templateId)}`;
    const name = `${policy.effect} ${neutralise(policy.id)}${of}`;
    const where = place === "" ? "" : ` (${place})`;
    const lines = [`${this.#paint(name, "message")}${where} ${this.#verdict(policy.verdict)}`];
    if (this.#options.brief !== true) {
      const { principal, action, resource } = policy.scope;
      for (const constraint of [principal, action, resource]) lines.push(this.#constraint(constraint));
      for (const condition of policy.conditions) lines.push(...this.#condition(condition, source));
    }
    if (policy.error !== undefined) {
      const style = this.#options.style === undefined ? {} : { style: this.#options.style };
      lines.push(indent(renderDiagnostic(toDiagnostic(policy.error), source, style)));
    }
    return lines.join("\n");
  }

  #verdict(verdict: PolicyVerdict): string {
    const text = verdictTexts[verdict];
    switch (verdict) {
      case "determining":
        return this.#paint(text, "advice");
      case "overruled":
        return this.#paint(text, "warning");
      case "unsatisfied":
        return text;
      case "error":
        return this.#paint(text, "error");
    }
  }

  #constraint({ matches, text }: ScopeExplanation): string {
    return `  ${matches ? "yes" : "no "}  ${text}`;
  }

  #condition(condition: ConditionExplanation, source: SourceText | undefined): readonly string[] {
    const mark = { holds: "yes", "does-not-hold": "no ", error: "err", skipped: " - " }[condition.outcome];
    const place = this.#place(condition.span, source);
    const lines = [`  ${mark}  ${condition.clause}${place === "" ? "" : ` (${place})`}`];
    const longest = condition.steps.reduce((length, step) => Math.max(length, stepHead(step).length), 0);
    const width = Math.min(longest, widestColumn);
    const origin = originOfError(condition.steps);
    for (const step of condition.steps) {
      const outcome = step.outcome !== "error" || step === origin ? this.#outcome(step) : "error";
      lines.push(`       ${stepHead(step).padEnd(width)}  ${outcome}`);
    }
    return lines;
  }

  #outcome(step: StepExplanation): string {
    switch (step.outcome) {
      case "value":
        return step.value;
      case "error":
        return this.#paint(neutralise(step.error), "error");
      case "skipped":
        return this.#paint("not needed", "frame");
    }
  }

  #place(span: Span | undefined, source: SourceText | undefined): string {
    if (span === undefined || source === undefined) return "";
    let table = this.#tables.get(source.text);
    if (table === undefined) {
      table = new LineTable(source.text);
      this.#tables.set(source.text, table);
    }
    const { line, column } = table.position(span.start);
    const place = `${line}:${column}`;
    return source.name === undefined ? place : `${neutralise(source.name)}:${place}`;
  }

  #paint(text: string, part: keyof Style): string {
    const codes: Paint | undefined = this.#options.style?.[part];
    return codes === undefined ? text : codes[0] + text + codes[1];
  }
}

/** Errors pass from a part to the whole, so the deepest step that has one is where it comes from. */
function originOfError(steps: readonly StepExplanation[]): StepExplanation | undefined {
  let origin: StepExplanation | undefined;
  for (const step of steps) {
    if (step.outcome === "error" && step.depth >= (origin?.depth ?? 0)) origin = step;
  }
  return origin;
}

function stepHead({ depth, text }: StepExplanation): string {
  return `${"  ".repeat(Math.min(depth, deepest))}${text ?? "…"}`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
