/** The functions of the drop-in that are compared. */
export const functions = [
  "checkParseContext",
  "checkParseEntities",
  "checkParsePolicySet",
  "checkParseSchema",
  "formatPolicies",
  "getCedarLangVersion",
  "getCedarSDKVersion",
  "getCedarVersion",
  "getValidRequestEnvsPolicy",
  "getValidRequestEnvsTemplate",
  "isAuthorized",
  "isAuthorizedPartial",
  "policySetTextToParts",
  "policyToJson",
  "policyToText",
  "preparsePolicySet",
  "preparseSchema",
  "schemaToJson",
  "schemaToJsonWithResolvedTypes",
  "schemaToText",
  "statefulIsAuthorized",
  "templateToJson",
  "templateToText",
  "validate",
] as const;

/** The name of a compared function. */
export type FunctionName = (typeof functions)[number];

/** One call: the function and its arguments, as JSON has them. */
export type Call = readonly [name: FunctionName, args: readonly unknown[]];

/** Calls that belong together, such as a preparsing and its use. The last one counts. */
export type Case = readonly Call[];

/** What became of a call. */
export type Outcome = { readonly answer: unknown } | { readonly thrown: string } | { readonly crashed: string };

/** The function that a case is about. */
export function subjectOf(calls: Case): FunctionName {
  const last = calls.at(-1);
  if (last === undefined) throw new Error("a case has no calls");
  return last[0];
}
