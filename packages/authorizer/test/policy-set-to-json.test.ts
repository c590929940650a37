import { checkParsePolicySet } from "@cedar-policy/cedar-wasm/nodejs";
import { entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { stringifyJson } from "@deodar/json";
import { describe, expect, it } from "vitest";
import { policySetFromText } from "../src/index.ts";
import { policySetFromJson, policySetToJson } from "../src/json.ts";

const text = `
  @owner("ada") permit (principal, action, resource) when { context.size < 9223372036854775807 };
  permit (principal in ?principal, action == Action::"view", resource is Doc in ?resource);
  forbid (principal == ?principal, action, resource);
`;
const values = { "?principal": entityUid("User", '__proto__"'), "?resource": entityUid("A::Folder", "f") };

function linkedSet() {
  const set = unwrap(policySetFromText(text));
  unwrap(set.link({ templateId: "policy1", newId: "__proto__", values }));
  unwrap(set.link({ templateId: "policy2", newId: "b", values: { "?principal": values["?principal"] } }));
  return set;
}

describe("policySetToJson", () => {
  it("writes policies, templates and links that read back as the same set", () => {
    const json = stringifyJson(policySetToJson(linkedSet()));
    const read = unwrap(policySetFromJson(json));
    expect(stringifyJson(policySetToJson(read))).toBe(json);
    expect([...read].map(({ kind, id }) => [kind, id])).toEqual([
      ["static", "policy0"],
      ["link", "__proto__"],
      ["link", "b"],
    ]);
    expect(read.get("__proto__")).toMatchObject({ templateId: "policy1", values });
    expect(json).toContain("9223372036854775807");
  });

  it("writes what the reference reads", () => {
    const set = linkedSet();
    unwrap(set.remove("policy0"));
    unwrap(set.unlink("__proto__"));
    const json = stringifyJson(policySetToJson(set));
    expect(checkParsePolicySet(JSON.parse(json))).toEqual({ type: "success" });
    expect(JSON.parse(json).templateLinks).toEqual([
      { templateId: "policy2", newId: "b", values: { "?principal": { __entity: { type: "User", id: '__proto__"' } } } },
    ]);
  });

  it("writes an empty set", () => {
    expect(stringifyJson(policySetToJson(unwrap(policySetFromText(""))))).toBe(
      '{"templates":{},"staticPolicies":{},"templateLinks":[]}',
    );
  });
});
