import { formatPolicies as reference } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { formatPolicies } from "@deodar/formatter";
import { describe, expect, it } from "vitest";
import { generatedCases, handWrittenCases } from "../src/corpus.ts";
import { hasSharedConformance } from "../src/paths.ts";

describe.skipIf(!hasSharedConformance)("formatting of the public tests", () => {
  it.each([40, 80, 120])("is the reference's at %s columns, and settled", (lineWidth) => {
    const texts = new Set([...handWrittenCases(), ...generatedCases()].map(({ policies }) => policies));
    expect(texts.size).toBeGreaterThan(1600);
    for (const policyText of texts) {
      const formatted = unwrap(formatPolicies(policyText, { lineWidth }));
      const answer = reference({ policyText, lineWidth });
      expect(answer).toStrictEqual({ type: "success", formatted_policy: formatted });
      expect(unwrap(formatPolicies(formatted, { lineWidth }))).toBe(formatted);
    }
  });
});
