import {
  templateToJson as referenceTemplateToJson,
  templateToText as referenceTemplateToText,
  policyToJson as referenceToJson,
  policyToText as referenceToText,
} from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { stringifyJson } from "@deodar/json";
import { type Policy, parsePolicies, parsePolicy, printPolicy } from "@deodar/syntax";
import { policyFromJson, policyToJson } from "@deodar/syntax/json";
import { describe, expect, it } from "vitest";
import { generatedCases, handWrittenCases } from "../src/corpus.ts";
import { hasSharedConformance } from "../src/paths.ts";

interface Written {
  readonly json: string;
  readonly text: string;
}

describe.skipIf(!hasSharedConformance)("policy JSON of the public tests", () => {
  it("is the reference's, and so is the text of what is read from it", () => {
    const texts = new Map<string, Policy>();
    for (const { policies } of [...handWrittenCases(), ...generatedCases()]) {
      for (const policy of unwrap(parsePolicies(policies)).policies) {
        texts.set(policies.slice(policy.span?.start, policy.span?.end), policy);
      }
    }
    expect(texts.size).toBe(1631);
    const misses = [...texts].flatMap(([source, policy]) => {
      const json = stringifyJson(policyToJson(policy));
      const ours = { json: rounded(json), text: printPolicy(unwrap(policyFromJson(json))) };
      expect(stringifyJson(policyToJson(unwrap(parsePolicy(ours.text))))).toBe(json);
      const theirs = reference(source, ours.json);
      const same = ours.json === theirs.json && (ours.text === theirs.text || ours.json !== json);
      return same ? [] : [{ source, ours, theirs }];
    });
    expect(misses).toStrictEqual([]);
  });
});

/** Integers beyond 2^53 as JavaScript's numbers round them, for the reference's JavaScript API gives no others. */
function rounded(json: string): string {
  return JSON.stringify(JSON.parse(json));
}

function reference(text: string, oursAsJson: string): Written {
  const asTemplate = /\?(?:principal|resource)/.test(text) && referenceTemplateToJson(text).type === "success";
  const json = asTemplate ? referenceTemplateToJson(text) : referenceToJson(text);
  const back = asTemplate ? referenceTemplateToText(JSON.parse(oursAsJson)) : referenceToText(JSON.parse(oursAsJson));
  return {
    json: json.type === "success" ? JSON.stringify(json.json) : "",
    text: back.type === "success" ? back.text : "",
  };
}
