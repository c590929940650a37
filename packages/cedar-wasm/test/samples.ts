import type { AuthorizationAnswer, AuthorizationCall } from "../src/index.ts";

export const permitAll = "permit(principal, action, resource);";

/** A call that is allowed. */
export const allowed: AuthorizationCall = {
  principal: { type: "User", id: "ada" },
  action: { type: "Action", id: "view" },
  resource: { type: "Photo", id: "p" },
  context: {},
  policies: { staticPolicies: permitAll },
  entities: [],
};

export const schema = `
entity Team;
entity User in Team { age: Long };
entity Photo;
action view appliesTo { principal: User, resource: Photo, context: { mfa: Bool } };
`;

/** A call under the schema that is allowed. */
export const typed: AuthorizationCall = {
  ...allowed,
  context: { mfa: true },
  schema,
  policies: { staticPolicies: "permit(principal, action, resource) when { principal.age > 17 && context.mfa };" },
  entities: [{ uid: { type: "User", id: "ada" }, attrs: { age: 36 }, parents: [] }],
};

export const allow: AuthorizationAnswer = {
  type: "success",
  response: { decision: "allow", diagnostics: { reason: ["policy0"], errors: [] } },
  warnings: [],
};

/** An error with these texts only. */
export const error = (message: string, more: object = {}): object => ({
  message,
  help: null,
  code: null,
  url: null,
  severity: null,
  sourceLocations: [],
  related: [],
  ...more,
});
