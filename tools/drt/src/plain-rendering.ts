import type { ConditionExplanation, Explanation, PolicyExplanation, StepExplanation } from "@deodar/authorizer";
import { neutralise, renderDiagnostic, type Span, type Style } from "@deodar/diagnostics";

/** What a rendering looks like. */
export interface PlainRenderingOptions {
  readonly brief: boolean;
  readonly styled: boolean;
  readonly sourceOf: ((id: string) => { readonly name?: string; readonly text: string } | undefined) | undefined;
}

/** Marks in the place of colours. */
export const markedStyle: Style = {
  error: ["<error>", "</error>"],
  warning: ["<warning>", "</warning>"],
  advice: ["<advice>", "</advice>"],
  message: ["<message>", "</message>"],
  frame: ["<frame>", "</frame>"],
  secondary: ["<secondary>", "</secondary>"],
};

/** An explanation as a person would write it down, by the description of how that looks. */
export function plainRendering({ policies, response }: Explanation, options: PlainRenderingOptions): string {
  if (policies.length === 0) return `${response.decision}: there are no policies`;
  return policies.map((policy) => renderPolicy(policy, options)).join(options.brief ? "\n" : "\n\n");
}

function renderPolicy(policy: PolicyExplanation, options: PlainRenderingOptions): string {
  const source = options.sourceOf?.(policy.id);
  const mark = (part: keyof Style, text: string): string => (options.styled ? `<${part}>${text}</${part}>` : text);
  const verdict = {
    determining: mark("advice", "determines the decision"),
    overruled: mark("warning", "is satisfied, but a forbid overrules it"),
    unsatisfied: "does not apply",
    error: mark("error", "is skipped because of an error"),
  }[policy.verdict];
  const template = policy.templateId === undefined ? "" : ` of template ${neutralise(policy.templateId)}`;
  const where = placeOf(policy.span, source);
  const lines = [
    `${mark("message", `${policy.effect} ${neutralise(policy.id)}${template}`)}${where && ` (${where})`} ${verdict}`,
  ];
  if (!options.brief) {
    for (const { matches, text } of Object.values(policy.scope)) lines.push(`  ${matches ? "yes" : "no "}  ${text}`);
    for (const condition of policy.conditions) {
      const place = placeOf(condition.span, source);
      lines.push(`  ${marks[condition.outcome]}  ${condition.clause}${place && ` (${place})`}`);
      const heads = condition.steps.map(({ depth, text = "…" }) => "  ".repeat(Math.min(20, depth)) + text);
      const width = Math.min(60, Math.max(0, ...heads.map(({ length }) => length)));
      const origin = condition.steps.findLast(isDeepestError(condition.steps));
      for (const [index, step] of condition.steps.entries()) {
        const outcome = {
          value: (): string => (step.outcome === "value" ? step.value : ""),
          error: (): string =>
            step.outcome === "error" && step === origin ? mark("error", neutralise(step.error)) : "error",
          skipped: (): string => mark("frame", "not needed"),
        }[step.outcome]();
        lines.push(`       ${(heads[index] as string).padEnd(width)}  ${outcome}`);
      }
    }
  }
  if (policy.error !== undefined) {
    const { code, message, help, span } = policy.error;
    const diagnostic = {
      code,
      severity: "error" as const,
      message,
      labels: span === undefined ? [] : [span],
      related: [],
    };
    const rendered = renderDiagnostic(
      { ...diagnostic, ...(help !== undefined && { help }) },
      source,
      options.styled ? { style: markedStyle } : {},
    );
    lines.push(...rendered.split("\n").map((line) => `  ${line}`));
  }
  return lines.join("\n");
}

const marks: Readonly<Record<ConditionExplanation["outcome"], string>> = {
  holds: "yes",
  "does-not-hold": "no ",
  error: "err",
  skipped: " - ",
};

/** An error comes from the deepest step that has one. */
function isDeepestError(steps: readonly StepExplanation[]): (step: StepExplanation) => boolean {
  const depths = steps.filter(({ outcome }) => outcome === "error").map(({ depth }) => depth);
  return ({ outcome, depth }) => outcome === "error" && depth === Math.max(...depths);
}

function placeOf(
  span: Span | undefined,
  source: { readonly name?: string; readonly text: string } | undefined,
): string {
  if (span === undefined || source === undefined) return "";
  const lines = source.text.slice(0, span.start).split(/\r\n|[\n\r]/);
  const name = source.name === undefined ? "" : `${neutralise(source.name)}:`;
  return `${name}${lines.length}:${(lines.at(-1) as string).length + 1}`;
}
