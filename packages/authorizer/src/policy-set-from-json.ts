import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import { type PolicySetParts, policySetPartsFromJson, policySetPartsFromPlain } from "@deodar/syntax/json";
import { placeErrors } from "./place-errors.ts";
import { PolicySet } from "./policy-set.ts";
import { slotValuesOf } from "./slot-values.ts";

/**
 * The policy set in a JSON text, `{"staticPolicies": {…}, "templates": {…}, "templateLinks": […]}`: all of it, or none
 * and every error, with its path and its place in the text. It needs no grammar.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html
 */
export function policySetFromJson(text: string): Result<PolicySet> {
  const parts = policySetPartsFromJson(text);
  if (!parts.ok) return parts;
  const set = assemble(parts.value);
  return set.ok ? set : failure(placeErrors(set.errors, text));
}

/** Like {@link policySetFromJson}, from plain JavaScript of the same form. */
export function policySetFromPlain(value: unknown): Result<PolicySet> {
  const parts = policySetPartsFromPlain(value);
  return parts.ok ? assemble(parts.value) : parts;
}

function assemble({ staticPolicies, templates, templateLinks }: PolicySetParts): Result<PolicySet> {
  const set = new PolicySet();
  const errors: Diagnostic[] = [];
  const note = (result: Result<unknown>, path: readonly (string | number)[]): void => {
    if (!result.ok) errors.push(...result.errors.map((error) => ({ ...error, path })));
  };
  for (const [id, policy] of staticPolicies) note(set.add(id, policy), ["staticPolicies", id]);
  for (const [id, policy] of templates) note(set.addTemplate(id, policy), ["templates", id]);
  for (const [index, { templateId, newId, values }] of templateLinks.entries()) {
    note(set.link({ templateId, newId, values: slotValuesOf(values) }), ["templateLinks", index]);
  }
  return errors.length > 0 ? failure(errors) : success(set);
}
