import {
  checkParsePolicySet,
  templateToJson as referenceTemplateToJson,
  templateToText as referenceTemplateToText,
  policyToJson as referenceToJson,
  policyToText as referenceToText,
} from "@cedar-policy/cedar-wasm/nodejs";
import type { JsonValue } from "@deodar/json";
import { stringifyJson } from "@deodar/json";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Policy, printPolicy } from "../src/index.ts";
import { policyFromJson, policyFromPlain, policyToJson } from "../src/json/index.ts";
import { slotsOf } from "../src/json/template.ts";
import { mutations, type Plain } from "./arbitrary/mutation.ts";
import { policies } from "./arbitrary/policy.ts";

const numRuns = Number(process.env["DEODAR_RUNS"] ?? 1000);

/** What `JSON.parse` makes of it: integers beyond 2^53 are rounded, as they are in what the reference gives. */
function plain(json: JsonValue): Plain {
  return JSON.parse(stringifyJson(json)) as Plain;
}

function isTemplate(policy: Policy): boolean {
  return slotsOf(policy).length > 0;
}

test("the JSON of a policy is the reference's", () => {
  fc.assert(
    fc.property(policies({ templates: true }), (policy) => {
      const text = printPolicy(policy);
      const reference = isTemplate(policy) ? referenceTemplateToJson(text) : referenceToJson(text);
      expect(reference.type === "success" && JSON.stringify(reference.json)).toBe(
        JSON.stringify(plain(policyToJson(policy))),
      );
    }),
    { numRuns },
  );
});

test("the text of a policy that was read from JSON is the reference's", () => {
  fc.assert(
    fc.property(policies({ templates: true, safeLongs: true }), (policy) => {
      const json = plain(policyToJson(policy)) as never;
      const reference = isTemplate(policy) ? referenceTemplateToText(json) : referenceToText(json);
      const read = policyFromPlain(json);
      expect(read.ok && printPolicy(read.value)).toBe(reference.type === "success" && reference.text);
    }),
    { numRuns },
  );
});

test("JSON is refused where the reference refuses it, and only there", () => {
  fc.assert(
    fc.property(
      mutations(
        policies({ templates: true, safeLongs: true, oddPaths: true }).map((policy) => plain(policyToJson(policy))),
      ),
      (json) => {
        if (typeof json === "string") return;
        const accepted = policyFromJson(JSON.stringify(json)).ok;
        expect({ json, accepted }).toStrictEqual({ json, accepted: referenceAccepts(json) });
      },
    ),
    { numRuns: numRuns * 5 },
  );
});

function referenceAccepts(json: Plain): boolean {
  const asStatic = checkParsePolicySet({ staticPolicies: { policy: json as never }, templates: {}, templateLinks: [] });
  if (asStatic.type === "success") return true;
  return (
    checkParsePolicySet({ staticPolicies: {}, templates: { template: json as never }, templateLinks: [] }).type ===
    "success"
  );
}
