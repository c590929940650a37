import { compareNames, displayValue, type EntityUid, printUid, type RecordValue } from "@deodar/core";
import { type Diagnostic, failure, quote, type Result, success } from "@deodar/diagnostics";
import { type ActionInfo, describeType, findAction, type Schema, showValue } from "@deodar/schema";
import { type UidFault, uidFault, uidFaultIn } from "../conformance/uid-conformance.ts";
import { type Mismatch, ValueConformance } from "../conformance/value-conformance.ts";
import { requestFault } from "./catalogue.ts";

/** The parts of a request that a schema speaks of. */
export interface RequestParts {
  readonly principal: EntityUid;
  readonly action: EntityUid;
  readonly resource: EntityUid;
  /** Not checked if it is missing. */
  readonly context?: RecordValue;
}

/**
 * Checks a request against a schema: the action is declared and applies to principals and resources of these types,
 * enumerated types have these ids, and the context has the attributes that the action asks for, of the right types.
 *
 * @returns the request, or all that is wrong; paths begin with `principal`, `action`, `resource` or `context`
 *
 * Source: https://docs.cedarpolicy.com/schema/schema.html
 */
export function validateRequest<Request extends RequestParts>(request: Request, schema: Schema): Result<Request> {
  const { action, context } = request;
  const faults: Diagnostic[] = [];
  for (const variable of variables) checkVariable(variable, request[variable], schema, faults);
  const info = findAction(schema, action);
  if (info === undefined) {
    faults.push(requestFault("request/undeclared-action", { uid: printUid(action) }, ["action"]));
  } else {
    for (const variable of variables) checkApplies(variable, request[variable], info, schema, faults);
    if (context !== undefined) checkContext(context, info, schema, faults);
  }
  return faults.length > 0 ? failure(faults) : success(request);
}

/**
 * Checks a context against what a schema says of this action.
 *
 * @returns the context, or what is wrong with it; an error if there is no such action
 */
export function validateContext(context: RecordValue, action: EntityUid, schema: Schema): Result<RecordValue> {
  const info = findAction(schema, action);
  if (info === undefined) {
    return failure([requestFault("request/undeclared-action", { uid: printUid(action) }, ["action"])]);
  }
  const faults: Diagnostic[] = [];
  checkContext(context, info, schema, faults);
  return faults.length > 0 ? failure(faults) : success(context);
}

const variables = ["principal", "resource"] as const;
type Variable = (typeof variables)[number];

function checkVariable(variable: Variable, uid: EntityUid, schema: Schema, faults: Diagnostic[]): void {
  if (!schema.entityTypes.has(uid.type)) {
    faults.push(requestFault(`request/undeclared-${variable}-type`, { type: uid.type }, [variable]));
    return;
  }
  const wrong = uidFault(uid, schema);
  if (wrong !== undefined) faults.push(faultOfUid(wrong, variable));
}

function checkApplies(
  variable: Variable,
  { type }: EntityUid,
  info: ActionInfo,
  { entityTypes }: Schema,
  faults: Diagnostic[],
): void {
  const valid = info[`${variable}s`];
  if (valid.has(type) || !entityTypes.has(type)) return;
  const action = printUid(info.uid);
  const names = Array.from(valid).sort(compareNames);
  const list =
    names.length === 0
      ? `no ${variable} types are valid for \`${action}\``
      : `valid ${variable} types for \`${action}\`: ${names.map((name) => `\`${name}\``).join(", ")}`;
  faults.push(requestFault(`request/invalid-${variable}-type`, { type, action, valid: list }, [variable]));
}

/** Of a wrong context, the reference's message shows at most so many elements of each set and record. */
const shownElements = 5;

function checkContext(
  context: RecordValue,
  { uid, context: type }: ActionInfo,
  schema: Schema,
  faults: Diagnostic[],
): void {
  const wrong = uidFaultIn(context, schema);
  if (wrong !== undefined) faults.push(faultOfUid(wrong, "context"));
  const mismatch = new ValueConformance().difference(context, type);
  if (mismatch === undefined) return;
  const words = { context: displayValue(context, shownElements), action: printUid(uid) };
  faults.push({ ...requestFault("request/invalid-context", words, ["context"]), help: reasonFor(mismatch) });
}

/** The reference does not say what is wrong with a context. */
function reasonFor({ expected, difference, value }: Mismatch): string {
  return `a value was expected to have type ${describeType(expected)}, but it ${difference}: \`${showValue(value)}\``;
}

function faultOfUid({ uid, ids }: UidFault, part: string): Diagnostic {
  if (ids === undefined) return requestFault("request/undeclared-action", { uid: printUid(uid) }, [part]);
  const words = { uid: printUid(uid), id: quote(uid.id), ids: Array.from(ids, quote).join(", ") };
  return requestFault("request/undeclared-id", words, [part]);
}
