import type { BigNumber } from "bignumber.js";
import { extensionFunctions } from "./extension-names.ts";
import type {
  IpTerm,
  ReadablePatternTerm,
  ResidualFieldsTerm,
  ResidualListTerm,
  ResidualPolicyTerm,
  ResidualTerm,
  Term,
  ValueTerm,
} from "./generated/model.js";
import type { JsonObject, JsonValue } from "./json.ts";
import { binaryOperators, unaryOperators, variables } from "./read-expression.ts";
import { type ErrorKind, writeError } from "./write-value.ts";

/** A residual policy in Cedar's policy JSON format: all that is left stands in one condition. */
export function writeResidualPolicy({ effect, condition }: ResidualPolicyTerm): JsonObject {
  return {
    effect: effect.is_Permit ? "permit" : "forbid",
    principal: { op: "All" },
    action: { op: "All" },
    resource: { op: "All" },
    conditions: [{ kind: "when", body: writeResidual(condition) }],
  };
}

/** A key that is a variable so as not to look like a promise's method. */
const taken = "then";

/** A residual as an expression of the policy JSON format. */
export function writeResidual(r: ResidualTerm): JsonObject {
  if (r.is_ValueR) return writeValueExpression(r.dtor_value);
  if (r.is_ErrorR) return failing[writeError(r.dtor_error)];
  if (r.is_VariableR) return { Var: nameOf(variables, r.dtor_variable) };
  if (r.is_AndR || r.is_OrR) return { [r.is_AndR ? "&&" : "||"]: operandsOf(r) };
  if (r.is_IfR) {
    const parts = Object.entries({ if: r.dtor_test, [taken]: r.dtor_yes, else: r.dtor_no });
    return { "if-then-else": Object.fromEntries(parts.map(([name, part]) => [name, writeResidual(part)])) };
  }
  if (r.is_UnaryR) return { [nameOf(unaryOperators, r.dtor_unary)]: { arg: writeResidual(r.dtor_arg) } };
  if (r.is_BinaryR) return { [nameOf(binaryOperators, r.dtor_binary)]: operandsOf(r) };
  if (r.is_SetR) return { Set: writeList(r.dtor_elements) };
  if (r.is_RecordR) return { Record: Object.fromEntries(writeFields(r.dtor_fields)) };
  if (r.is_CallR) return { [nameOf(extensionFunctions, r.dtor_fn)]: writeList(r.dtor_args) };
  const left = writeResidual(r.dtor_arg);
  if (r.is_LikeR) return { like: { left, pattern: writePattern(r.dtor_pattern) } };
  if (r.is_IsR) return { is: { left, entity_type: r.dtor_entityType } };
  return { [r.is_HasR ? "has" : "."]: { left, attr: r.dtor_name } };
}

function operandsOf({ dtor_left, dtor_right }: ResidualTerm): JsonObject {
  return { left: writeResidual(dtor_left), right: writeResidual(dtor_right) };
}

function writeList(list: ResidualListTerm): readonly JsonObject[] {
  const written: JsonObject[] = [];
  for (let rest = list; rest.is_MoreResiduals; rest = rest.dtor_rest) written.push(writeResidual(rest.dtor_first));
  return written;
}

function writeFields(fields: ResidualFieldsTerm): readonly (readonly [string, JsonObject])[] {
  const written: (readonly [string, JsonObject])[] = [];
  for (let rest = fields; rest.is_MoreResidualFields; rest = rest.dtor_others) {
    written.push([rest.dtor_key, writeResidual(rest.dtor_field)]);
  }
  return written;
}

function writePattern(pattern: ReadablePatternTerm): readonly JsonValue[] {
  const written: JsonValue[] = [];
  for (let rest = pattern; rest.is_Star || rest.is_Char; rest = rest.dtor_rest) {
    written.push(rest.is_Star ? "Wildcard" : { Literal: rest.dtor_c });
  }
  return written;
}

/** The name by which a reader finds this term. */
function nameOf(names: ReadonlyMap<string, Term>, { $tag }: Term): string {
  for (const [name, term] of names) if (term.$tag === $tag) return name;
  throw new Error("the model has a name that it cannot read");
}

const literal = (value: JsonValue): JsonObject => ({ Value: value });

/**
 * Expressions that fail with these errors. There is none that does so for want of an entity or a tag, whatever entities
 * there are; so these two have a call of `error`, which no function answers to, as in the reference's residuals.
 */
const failing: { readonly [kind in ErrorKind]: JsonObject } = {
  "type-error": { "!": { arg: literal(0) } },
  "missing-attribute": { ".": { left: { Record: {} }, attr: "missing" } },
  "missing-tag": { error: [literal("missing-tag")] },
  "missing-entity": { error: [literal("missing-entity")] },
  "integer-overflow": { neg: { arg: literal(-9223372036854775808n) } },
  "wrong-argument-count": { decimal: [] },
  "extension-failed": { decimal: [literal("")] },
};

function writeValueExpression(value: ValueTerm): JsonObject {
  if (value.is_BoolV) return literal(value.dtor_b);
  if (value.is_LongV) return literal(longOf(value.dtor_i));
  if (value.is_StringV) return literal(value.dtor_s);
  if (value.is_EntityV) return literal({ __entity: { type: value.dtor_uid.ty, id: value.dtor_uid.id } });
  if (value.is_SetV) return { Set: Array.from(value.dtor_elements, writeValueExpression) };
  if (value.is_RecordV) {
    const entries = Array.from(value.dtor_fields, ([key, each]) => [key, writeValueExpression(each)] as const);
    return { Record: Object.fromEntries(entries) };
  }
  if (value.is_DecimalV) return { decimal: [literal(decimalText(value.dtor_units))] };
  if (value.is_IpV) return { ip: [literal(ipText(value.dtor_ip))] };
  // Not every instant has a text of its own.
  if (value.is_DatetimeV) return { offset: [{ datetime: [literal("1970-01-01")] }, durationOf(value.dtor_epoch)] };
  return durationOf(value.dtor_millis);
}

function durationOf(millis: BigNumber): JsonObject {
  return { duration: [literal(`${millis.toFixed()}ms`)] };
}

function longOf(number: BigNumber): number | bigint {
  const exact = BigInt(number.toFixed());
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
}

function decimalText(units: BigNumber): string {
  const digits = units.abs().toFixed().padStart(5, "0");
  return `${units.isNegative() ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

function ipText({ is_V4, address, prefix }: IpTerm): string {
  const bits = BigInt(address.toFixed());
  const [count, size, radix, separator] = is_V4 ? ([4, 8n, 10, "."] as const) : ([8, 16n, 16, ":"] as const);
  const groups = Array.from({ length: count }, (_, index) => {
    const group = (bits >> (size * BigInt(count - 1 - index))) & ((1n << size) - 1n);
    return group.toString(radix);
  });
  return `${groups.join(separator)}/${prefix.toFixed()}`;
}
