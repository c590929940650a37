import * as reference from "@cedar-policy/cedar-wasm/nodejs";
import { ByteOffsets } from "@deodar/diagnostics";
import type { ValidationDiagnostic, ValidationResult } from "../src/index.ts";

/** What is said about policies, in a form in which two engines can be compared: one line for each diagnostic, sorted. */
export interface Said {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

interface ReferenceFinding {
  readonly policyId: string;
  readonly error: {
    readonly message: string;
    readonly help: string | null;
    readonly sourceLocations?: readonly { readonly start: number; readonly end: number }[];
  };
}

function line(policyId: string, message: string, help: string | undefined, place: readonly (number | undefined)[]): string {
  return JSON.stringify([policyId, message, help ?? null, ...place]);
}

/** What the reference says of these policies by themselves; `undefined` if it cannot read them. */
export function referenceSays(schema: string, policies: Readonly<Record<string, string>>): Said | undefined {
  const answer = reference.validate({
    schema,
    policies: { staticPolicies: policies },
    validationSettings: { mode: "strict" },
  });
  if (answer.type === "failure") return undefined;
  const lines = (findings: readonly ReferenceFinding[]): string[] =>
    findings.map(({ policyId, error }) => {
      const offsets = new ByteOffsets(policies[policyId] as string);
      const [place] = error.sourceLocations ?? [];
      const span = place === undefined ? [] : [offsets.fromBytes(place.start), offsets.fromBytes(place.end)];
      return line(policyId, error.message, error.help ?? undefined, span);
    });
  return {
    errors: lines(answer.validationErrors as readonly ReferenceFinding[]).sort(),
    warnings: lines(answer.validationWarnings as readonly ReferenceFinding[]).sort(),
  };
}

/** What Deodar says, in the same form. */
export function weSay({ errors, warnings }: ValidationResult): Said {
  const lines = (found: readonly ValidationDiagnostic[]): string[] =>
    found.map(({ policyId, message, help, span }) =>
      line(policyId, message, help, span === undefined ? [] : [span.start, span.end]),
    );
  return { errors: lines(errors).sort(), warnings: lines(warnings).sort() };
}
