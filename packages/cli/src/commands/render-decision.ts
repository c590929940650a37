import type { Explanation, PolicySet, Response } from "@deodar/authorizer";
import {
  ansiStyle,
  type DiagnosticJson,
  diagnosticsToJson,
  LineTable,
  neutralise,
  renderDiagnostic,
  type SourceText,
} from "@deodar/diagnostics";
import { toDiagnostic } from "@deodar/evaluator";

/** A decision, and what it takes to tell people about it. */
export interface Answer {
  readonly response: Response;
  readonly policies: PolicySet;
  readonly sourceOf: (id: string) => SourceText | undefined;
  readonly explanation: Explanation | undefined;
}

/** The decision for programs. */
export interface DecisionJson {
  readonly decision: "allow" | "deny";
  readonly reasons: readonly string[];
  readonly errors: readonly { readonly policyId: string; readonly error: DiagnosticJson }[];
  /** Of every policy, why it did or did not apply; on request. */
  readonly policies?: Explanation["policies"];
}

/** The decision for programs, with lines and columns where policies were read from text. */
export function decisionJson({ response, sourceOf, explanation }: Answer): DecisionJson {
  return {
    decision: response.decision,
    reasons: response.reasons,
    errors: response.errors.flatMap(({ policyId, error }) =>
      diagnosticsToJson([toDiagnostic(error)], sourceOf(policyId)).map((json) => ({ policyId, error: json })),
    ),
    ...(explanation !== undefined && { policies: explanation.policies }),
  };
}

/** The decision for people: the policies that made it, and the ones that failed with the lines in question. */
export function renderDecision({ response, policies, sourceOf, explanation }: Answer, color: boolean): string {
  const [before, after] = color ? (response.decision === "allow" ? green : red) : plain;
  const lines = [`${before}${response.decision.toUpperCase()}${after}`, ""];
  if (response.reasons.length === 0) lines.push("no policy applies");
  else {
    lines.push("because of");
    for (const id of response.reasons) lines.push(`  ${nameOf(id, policies, sourceOf)}`);
  }
  // An explanation shows the errors with their policies.
  const errors = explanation === undefined ? response.errors : [];
  for (const { policyId, error } of errors) {
    const options = color ? { style: ansiStyle } : {};
    lines.push("", `skipped ${nameOf(policyId, policies, sourceOf)}`);
    lines.push(renderDiagnostic(toDiagnostic(error), sourceOf(policyId), options));
  }
  return `${lines.join("\n")}\n`;
}

const green = ["\u001b[1;32m", "\u001b[0m"] as const;
const red = ["\u001b[1;31m", "\u001b[0m"] as const;
const plain = ["", ""] as const;

function nameOf(id: string, policies: PolicySet, sourceOf: Answer["sourceOf"]): string {
  const policy = policies.get(id)?.policy;
  const source = sourceOf(id);
  const name = `${policy?.effect ?? "policy"} ${neutralise(id)}`;
  if (policy?.span === undefined || source?.name === undefined) return name;
  const { line, column } = new LineTable(source.text).position(policy.span.start);
  return `${name} (${neutralise(source.name)}:${line}:${column})`;
}
