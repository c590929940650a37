import type { Call, Case } from "./calls.ts";

/** A case whose preparsed policy sets and schemas have names of their own, so that no other case sees them. */
export function isolate(calls: Case, mark: string): Case {
  return calls.map(([name, args]): Call => {
    const [first, ...rest] = args;
    const own = (text: unknown): unknown => (typeof text === "string" ? `${text}#${mark}` : text);
    if (name === "preparsePolicySet" || name === "preparseSchema") return [name, [own(first), ...rest]];
    if (name !== "statefulIsAuthorized" || typeof first !== "object" || first === null) return [name, args];
    const named = Object.entries(first).map(([key, value]) =>
      key === "preparsedPolicySetId" || key === "preparsedSchemaName" ? [key, own(value)] : [key, value],
    );
    return [name, [Object.fromEntries(named), ...rest]];
  });
}
