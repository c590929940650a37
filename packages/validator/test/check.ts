import { validate as validateByReference } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { parseSchema, type Schema } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { type PolicyToValidate, type ValidationOptions, type ValidationResult, validate } from "../src/index.ts";

export const schemaText: string = `
entity Group in [Group];
entity User in [Group] {
  name: String, age?: Long, friend: User, address: { street: String, zip?: Long }, roles: Set<String>,
} tags String;
entity Robot { name: String, age: Bool } tags Set<Long>;
entity Doc in [Folder] { owner: User, size: Long, made: datetime, price: decimal };
entity Folder;
entity Colour enum ["red", "green"];
action read appliesTo { principal: [User, Robot], resource: [Doc], context: { ip: ipaddr, mfa?: Bool } };
action view in [read] appliesTo { principal: User, resource: [Doc, Folder], context: {} };
action group;
`;

export const schema: Schema = unwrap(parseSchema(schemaText));

/** The policies of a text with the ids `p0`, `p1` … */
export function policiesOf(text: string): PolicyToValidate[] {
  return unwrap(parsePolicies(text)).policies.map((policy, index) => ({ id: `p${index}`, policy }));
}

/** What is found in a text of policies. */
export function check(text: string, options?: ValidationOptions, under: Schema = schema): ValidationResult {
  return validate(policiesOf(text), under, options);
}

/** A policy for users who read documents, with this condition. */
function policyWith(condition: string): string {
  return `permit(principal is User, action == Action::"read", resource) when { ${condition} };`;
}

/** What is wrong with the condition: messages without the policy's id, in the order of their places. */
export function faults(condition: string, options?: ValidationOptions): string[] {
  return check(policyWith(condition), options).errors.map(({ message }) => idless(message));
}

/** What the reference says is wrong with the condition, sorted. */
export function referenceFaults(condition: string): string[] {
  const answer = validateByReference({
    schema: schemaText,
    policies: { staticPolicies: { p0: policyWith(condition) } },
    validationSettings: { mode: "strict" },
  });
  if (answer.type === "failure") throw new Error(answer.errors[0]?.message);
  return answer.validationErrors.map(({ error }) => idless(error.message)).sort();
}

function idless(message: string): string {
  return message.replace("for policy `p0`, ", "");
}
