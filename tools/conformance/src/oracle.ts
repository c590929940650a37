import "../../steady-webassembly.ts";
import {
  type AuthorizationAnswer,
  type AuthorizationCall,
  type DetailedError,
  type EntityJson,
  isAuthorized,
  policySetTextToParts,
  policyToJson,
  schemaToJson,
  templateToJson,
} from "@cedar-policy/cedar-wasm/nodejs";

/** One error as both engines tell it: texts, and where it points, in UTF-8 bytes. */
export interface ParseError {
  readonly message: string;
  readonly help: string | null;
  readonly start: number | null;
  readonly end: number | null;
  /** The text at the place: for syntax errors the list of expected tokens. */
  readonly label: string | null;
}

/** What an engine says of a policy text: `[]` means that it accepts the text. */
export type ParseVerdict = readonly ParseError[];

/** Asks the reference whether it accepts the text as policies and templates. */
export function oracleParse(text: string): ParseVerdict {
  const answer = policySetTextToParts(text);
  return answer.type === "success" ? [] : answer.errors.flatMap(flatten);
}

/** The reference's JSON form of a text of one policy or template; `undefined` if it has none. */
export function oraclePolicyJson(text: string): unknown {
  const policy = policyToJson(text);
  if (policy.type === "success") return policy.json;
  const template = templateToJson(text);
  return template.type === "success" ? template.json : undefined;
}

export type { EntityJson };

/** The entities of the actions that a schema text declares, with the groups they are members of. */
export function oracleActions(schema: string): EntityJson[] {
  const answer = schemaToJson(schema);
  if (answer.type === "failure") throw new Error(`not a schema: ${answer.errors[0]?.message}`);
  return Object.entries(answer.json).flatMap(([namespace, { actions }]) => {
    const ownType = namespace === "" ? "Action" : `${namespace}::Action`;
    return Object.entries(actions).map(([id, action]) => ({
      uid: { type: ownType, id },
      attrs: {},
      parents: (action.memberOf ?? []).map((group) => ({ type: group.type ?? ownType, id: group.id })),
    }));
  });
}

/** Asks the reference for a decision. */
export function oracleAuthorize(call: AuthorizationCall): AuthorizationAnswer {
  return isAuthorized(call);
}

/** An error and its related ones, in the order the reference lists them. */
export function flatten(error: DetailedError): ParseError[] {
  const place = error.sourceLocations?.[0];
  const own: ParseError = {
    message: error.message,
    help: error.help,
    start: place?.start ?? null,
    end: place?.end ?? null,
    label: place?.label ?? null,
  };
  return [own, ...(error.related ?? []).flatMap(flatten)];
}
