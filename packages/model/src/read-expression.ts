import { extensionFunctions } from "./extension-names.ts";
import {
  Expressions,
  type ExprsTerm,
  type ExprTerm,
  type FieldsTerm,
  Patterns,
  type PatternTerm,
  type Term,
} from "./generated/model.js";
import { fail, fieldOf, type JsonObject, type JsonValue, listOf, objectOf, textOf } from "./json.ts";
import { callOf, isEntity } from "./read-value.ts";
import { longOf, sequenceOf, uidOf } from "./terms.ts";

const { Expr, Exprs, Fields, BinaryOp, UnaryOp, Variable, __default: derived } = Expressions;

export const variables: ReadonlyMap<string, Term> = new Map([
  ["principal", Variable.create_Principal()],
  ["action", Variable.create_Action()],
  ["resource", Variable.create_Resource()],
  ["context", Variable.create_Context()],
]);

export const unaryOperators: ReadonlyMap<string, Term> = new Map([
  ["!", UnaryOp.create_Not()],
  ["neg", UnaryOp.create_Negate()],
  ["isEmpty", UnaryOp.create_IsEmpty()],
]);

export const binaryOperators: ReadonlyMap<string, Term> = new Map([
  ["==", BinaryOp.create_Equal()],
  ["<", BinaryOp.create_Less()],
  ["<=", BinaryOp.create_LessOrEqual()],
  ["+", BinaryOp.create_Add()],
  ["-", BinaryOp.create_Subtract()],
  ["*", BinaryOp.create_Multiply()],
  ["in", BinaryOp.create_In()],
  ["contains", BinaryOp.create_Contains()],
  ["containsAll", BinaryOp.create_ContainsAll()],
  ["containsAny", BinaryOp.create_ContainsAny()],
  ["hasTag", BinaryOp.create_HasTag()],
  ["getTag", BinaryOp.create_GetTag()],
]);

/** The binary operators that are not a case of their own. */
const otherBinary: ReadonlyMap<string, (left: ExprTerm, right: ExprTerm) => ExprTerm> = new Map([
  ["&&", (left, right) => settled(left, right, false) ?? Expr.create_And(left, right)],
  ["||", (left, right) => settled(left, right, true) ?? Expr.create_Or(left, right)],
  ["!=", (left, right) => derived.NotEqual(left, right)],
  [">", (left, right) => derived.Greater(left, right)],
  [">=", (left, right) => derived.GreaterOrEqual(left, right)],
]);

/**
 * What `&&` and `||` come to, if both sides are literals. The reference computes that when it reads a policy, which shows
 * in what is valid: `(false && false) == false` compares two literals then.
 */
function settled(left: ExprTerm, right: ExprTerm, deciding: boolean): ExprTerm | undefined {
  if (!left.is_BoolE || !right.is_BoolE) return undefined;
  return left.dtor_b === deciding ? left : right;
}

/** An expression of the policy JSON format: an object with one key, which says what it is. */
export function expressionOf(json: JsonValue | undefined): ExprTerm {
  const object = objectOf(json, "an expression");
  const [key, ...others] = Object.keys(object);
  if (key === undefined || others.length > 0) return fail("an expression has not exactly one key");
  const content = object[key];
  const fn = extensionFunctions.get(key);
  if (fn !== undefined) return Expr.create_Call(fn, expressionsOf(listOf(content, key).map(expressionOf)));
  switch (key) {
    case "Value":
      return literalOf(content);
    case "Var":
      return Expr.create_VariableE(variables.get(textOf(content, key)) ?? fail("there is no such variable"));
    case "Set":
      return Expr.create_SetE(expressionsOf(listOf(content, key).map(expressionOf)));
    case "Record":
      return Expr.create_RecordE(fieldsOf(objectOf(content, key), expressionOf));
    default:
      return operationOf(key, objectOf(content, key));
  }
}

function operationOf(key: string, parts: JsonObject): ExprTerm {
  const part = (name: string): ExprTerm => expressionOf(fieldOf(parts, name));
  const unary = unaryOperators.get(key);
  if (unary !== undefined) return Expr.create_Unary(unary, part("arg"));
  const binary = binaryOperators.get(key);
  if (binary !== undefined) return Expr.create_Binary(binary, part("left"), part("right"));
  const other = otherBinary.get(key);
  if (other !== undefined) return other(part("left"), part("right"));
  switch (key) {
    case ".":
      return Expr.create_GetAttribute(part("left"), textOf(fieldOf(parts, "attr"), "attr"));
    case "has":
      return derived.HasPath(part("left"), sequenceOf(pathOf(fieldOf(parts, "attr"))));
    case "like":
      return Expr.create_LikeE(part("left"), patternOf(listOf(fieldOf(parts, "pattern"), "pattern")));
    case "is": {
      const type = textOf(fieldOf(parts, "entity_type"), "entity_type");
      const container = fieldOf(parts, "in");
      if (container === undefined) return Expr.create_Is(part("left"), type);
      return derived.IsIn(part("left"), type, expressionOf(container));
    }
    case "if-then-else":
      return Expr.create_If(part("if"), part("then"), part("else"));
    default:
      return fail(`there is no operator ${key}`);
  }
}

function pathOf(attr: JsonValue | undefined): readonly string[] {
  if (typeof attr === "string") return [attr];
  const path = listOf(attr, "attr").map((name) => textOf(name, "attr"));
  return path.length > 0 ? path : fail("attr is empty");
}

function literalOf(json: JsonValue | undefined): ExprTerm {
  if (typeof json === "boolean") return Expr.create_BoolE(json);
  if (typeof json === "number" || typeof json === "bigint") return Expr.create_LongE(longOf(json));
  if (typeof json === "string") return Expr.create_StringE(json);
  if (Array.isArray(json)) return Expr.create_SetE(expressionsOf((json as readonly JsonValue[]).map(literalOf)));
  const object = objectOf(json, "a literal");
  if (isEntity(object)) return Expr.create_EntityE(uidOf(object));
  const call = callOf(object);
  if (call === undefined) return Expr.create_RecordE(fieldsOf(object, literalOf));
  const fn = extensionFunctions.get(call.name) ?? fail(`there is no extension function ${call.name}`);
  return Expr.create_Call(fn, expressionsOf(call.args.map(literalOf)));
}

function expressionsOf(list: readonly ExprTerm[]): ExprsTerm {
  return list.reduceRight<ExprsTerm>((rest, first) => Exprs.create_MoreExprs(first, rest), Exprs.create_NoExprs());
}

/** The fields in the order of their keys by code points, which is the order of evaluation. */
function fieldsOf(object: JsonObject, read: (json: JsonValue) => ExprTerm): FieldsTerm {
  return Object.entries(object)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .reduceRight<FieldsTerm>(
      (others, [key, value]) => Fields.create_MoreFields(key, read(value), others),
      Fields.create_NoFields(),
    );
}

function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  const at = left.findIndex((character, index) => character !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1);
}

/** `"Wildcard"`, or `{"Literal": …}` of any length. */
function patternOf(parts: readonly JsonValue[]): PatternTerm {
  const { Pattern } = Patterns;
  return parts.reduceRight<PatternTerm>((rest, part) => {
    if (part === "Wildcard") return Pattern.create_Star(rest);
    const text = textOf(fieldOf(objectOf(part, "a part of a pattern"), "Literal"), "Literal");
    return text.split("").reduceRight((after, unit) => Pattern.create_Char(unit, after), rest);
  }, Pattern.create_End());
}
