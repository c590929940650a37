import "../../../steady-webassembly.ts";
import { validate as validateByReference } from "@cedar-policy/cedar-wasm/nodejs";
import { ByteOffsets, unwrap } from "@deodar/diagnostics";
import type { Schema } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { type ValidationDiagnostic, Validator } from "@deodar/validator";

/** One thing said about a policy: its words, and the place in UTF-16 offsets. */
export interface Remark {
  readonly message: string;
  readonly help: string | undefined;
  readonly place: readonly [start: number, end: number] | undefined;
}

/** All that is said about a policy. */
export interface ValidationAnswer {
  readonly errors: readonly Remark[];
  readonly warnings: readonly Remark[];
}

interface ReferenceFinding {
  readonly policyId: string;
  readonly error: {
    readonly message: string;
    readonly help: string | null;
    readonly sourceLocations?: readonly { readonly start: number; readonly end: number }[];
  };
}

/** What the reference says about each of these policies; `undefined` if it cannot read the schema or one of them. */
export function referenceAnswers(schema: string, policies: readonly string[]): ValidationAnswer[] | undefined {
  const answer = validateByReference({
    schema,
    policies: { staticPolicies: Object.fromEntries(policies.map((text, index) => [`p${index}`, text])) },
    validationSettings: { mode: "strict" },
  });
  if (answer.type === "failure") return undefined;
  const answers = policies.map(() => ({ errors: [] as Remark[], warnings: [] as Remark[] }));
  const add = (findings: readonly ReferenceFinding[], list: "errors" | "warnings"): void => {
    for (const { policyId, error } of findings) {
      const index = Number(policyId.slice(1));
      const offsets = new ByteOffsets(policies[index] ?? "");
      const [at] = error.sourceLocations ?? [];
      const place = at === undefined ? undefined : ([offsets.fromBytes(at.start), offsets.fromBytes(at.end)] as const);
      answers[index]?.[list].push({ message: idless(error.message), help: error.help ?? undefined, place });
    }
  };
  add(answer.validationErrors as readonly ReferenceFinding[], "errors");
  add(answer.validationWarnings as readonly ReferenceFinding[], "warnings");
  return answers;
}

/** What Deodar says about each of these policies; `undefined` for one that is not exactly one policy. */
export function ourAnswers(schema: Schema, policies: readonly string[]): (ValidationAnswer | undefined)[] {
  const validator = new Validator(schema);
  return policies.map((text, index) => {
    const { policies: parsed } = unwrap(parsePolicies(text));
    const [policy] = parsed;
    if (parsed.length !== 1 || policy === undefined) return undefined;
    const { errors, warnings } = validator.validate([{ id: `p${index}`, policy }]);
    return { errors: errors.map(remark), warnings: warnings.map(remark) };
  });
}

function remark({ message, help, span }: ValidationDiagnostic): Remark {
  return { message: idless(message), help, place: span === undefined ? undefined : [span.start, span.end] };
}

/** The message without the id of the policy, which depends on how many were validated together. */
function idless(message: string): string {
  return message.replace(/^for policy `p\d+`/, "for policy");
}
