import type { Type } from "@deodar/schema";
import { type Expression, isIdentifier, type RelationOperator } from "@deodar/syntax";
import { weights } from "../choices/choices.ts";
import { drawPattern } from "../texts/patterns.ts";
import { attributesOf } from "./accesses.ts";
import { has, is, isEmpty, like, logic, method, not, relation, setOf, stringLiteral } from "./tree.ts";
import { booleanType, datetimeType, decimalType, durationType, ipType, longType, stringType } from "./types.ts";
import { callOf } from "./values.ts";
import type { Writer } from "./writer.ts";

type Draw = (writer: Writer, depth: number) => Expression;

/** An expression of booleans that is made of others. */
export function drawBoolean(writer: Writer, depth: number): Expression {
  return writer.choices.weighted(table)(writer, depth);
}

const orders: readonly RelationOperator[] = ["<", "<=", ">", ">="];
const equalities: readonly RelationOperator[] = ["==", "==", "!="];
const decimalOrders: readonly string[] = ["lessThan", "lessThanOrEqual", "greaterThan", "greaterThanOrEqual"];
const ipTests: readonly string[] = ["isIpv4", "isIpv6", "isLoopback", "isMulticast"];

const table = weights<Draw>([
  [4, (writer) => writer.leaf(booleanType)],
  [10, (writer, depth) => drawLogic(writer, "and", depth)],
  [9, (writer, depth) => drawLogic(writer, "or", depth)],
  [6, (writer, depth) => not(writer.condition(depth - 1))],
  [9, drawEquality],
  [8, (writer, depth) => drawOrder(writer, longType, depth)],
  [4, (writer, depth) => drawOrder(writer, writer.choices.pick([datetimeType, durationType]), depth)],
  [12, drawMembership],
  [8, drawHas],
  [7, drawLike],
  [5, drawIs],
  [6, drawContains],
  [7, drawContainsAll],
  [4, drawIsEmpty],
  [5, drawHasTag],
  [8, (writer, depth) => drawCall(writer, writer.choices.pick(decimalOrders), [decimalType, decimalType], depth)],
  [8, (writer, depth) => drawCall(writer, writer.choices.pick(ipTests), [ipType], depth)],
  [5, (writer, depth) => drawCall(writer, "isInRange", [ipType, ipType], depth)],
]);

function drawLogic(writer: Writer, kind: "and" | "or", depth: number): Expression {
  const most = writer.choices.chance(6) ? 6 : 3;
  return logic(
    kind,
    writer.choices.list(2, most, () => writer.condition(depth - 1)),
  );
}

function drawEquality(writer: Writer, depth: number): Expression {
  const type = writer.anyType();
  const other = writer.choices.chance(writer.sloppy ? 15 : 0) ? writer.anyType() : type;
  const left = writer.expression(type, depth - 1);
  // The same on both sides, at times: sets and records are rarely equal by chance.
  const right = writer.choices.chance(15) ? left : writer.expression(other, depth - 1);
  return relation(left, writer.choices.pick(equalities), right);
}

function drawOrder(writer: Writer, type: Type, depth: number): Expression {
  const left = writer.expression(type, depth - 1);
  return relation(left, writer.choices.pick(orders), writer.expression(type, depth - 1));
}

/** An entity, by a read if there is one, and its type. */
function drawEntity(writer: Writer): readonly [Expression, string] {
  const { choices, accesses } = writer;
  if (!choices.chance(15)) {
    const access = choices.pick(accesses.entities);
    return [writer.read(access), access.type.kind === "entity" ? access.type.name : ""];
  }
  const type = writer.anyEntityType();
  return [writer.entity(type), type];
}

/** A type whose entities can have entities of this one in them, or the type itself. */
function drawContainerType(writer: Writer, type: string): string {
  const ancestors = writer.ground.view.schema.entityTypes.get(type)?.ancestors;
  if (ancestors === undefined || ancestors.size === 0) return writer.choices.chance(20) ? writer.anyEntityType() : type;
  return writer.choices.pick([...ancestors, type]);
}

function drawMembership(writer: Writer, depth: number): Expression {
  const { choices } = writer;
  const [left, type] = drawEntity(writer);
  const container = drawContainerType(writer, type);
  const wanted: Type = { kind: "entity", name: container };
  if (!choices.chance(45)) return relation(left, "in", writer.expression(wanted, depth - 1));
  if (choices.chance(30)) return relation(left, "in", writer.expression({ kind: "set", element: wanted }, depth - 1));
  return relation(left, "in", setOf(choices.list(1, 3, () => writer.leaf(wanted))));
}

function drawHas(writer: Writer, depth: number): Expression {
  const { choices, accesses, ground } = writer;
  if (choices.chance(15)) return has(writer.expression(writer.anyType(), depth - 1), [drawName(writer, undefined)]);
  const access = choices.pick(accesses.owners);
  const target = writer.read(access);
  const path = [drawName(writer, access.type)];
  let type = attributesOf(ground.view, access.type).get(path[0] as string)?.type;
  // Paths are made of identifiers.
  while (choices.chance(30) && path.every(isIdentifier)) {
    const next = drawName(writer, type);
    if (!isIdentifier(next)) break;
    path.push(next);
    type = type === undefined ? undefined : attributesOf(ground.view, type).get(next)?.type;
  }
  return has(target, path);
}

function drawName(writer: Writer, type: Type | undefined): string {
  const { choices, ground } = writer;
  const names = type === undefined ? [] : [...attributesOf(ground.view, type).keys()];
  return names.length > 0 && !choices.chance(20)
    ? choices.pick(names)
    : choices.pick(["a", "b", "name", "missing", "constructor"]);
}

function drawLike(writer: Writer, depth: number): Expression {
  return like(writer.expression(stringType, depth - 1), drawPattern(writer.choices, writer.ground.pools));
}

function drawIs(writer: Writer, depth: number): Expression {
  const { choices } = writer;
  const [target, type] = drawEntity(writer);
  const named = choices.chance(30) ? writer.anyEntityType() : type;
  if (choices.chance(50)) return is(target, named);
  const container: Type = { kind: "entity", name: drawContainerType(writer, type) };
  return is(
    target,
    named,
    writer.expression(choices.chance(20) ? { kind: "set", element: container } : container, depth - 1),
  );
}

/** A set, by a read if there is one, and the type of its elements. */
function drawSet(writer: Writer, depth: number): readonly [Expression, Type] {
  const { choices, accesses } = writer;
  if (accesses.sets.length > 0 && choices.chance(55)) {
    const access = choices.pick(accesses.sets);
    return [writer.read(access), access.type.kind === "set" ? access.type.element : access.type];
  }
  const element = writer.anyType();
  return [writer.expression({ kind: "set", element }, depth - 1), element];
}

function drawContains(writer: Writer, depth: number): Expression {
  const [target, element] = drawSet(writer, depth);
  return method(target, "contains", writer.expression(element, depth - 1));
}

function drawContainsAll(writer: Writer, depth: number): Expression {
  const [target, element] = drawSet(writer, depth);
  const name = writer.choices.pick(["containsAll", "containsAny"] as const);
  return method(target, name, writer.expression({ kind: "set", element }, depth - 1));
}

function drawIsEmpty(writer: Writer, depth: number): Expression {
  return isEmpty(drawSet(writer, depth)[0]);
}

function drawHasTag(writer: Writer, depth: number): Expression {
  const { choices, accesses, ground } = writer;
  const tagged = accesses.entities.filter(
    ({ type }) => type.kind === "entity" && ground.view.schema.entityTypes.get(type.name)?.tags !== undefined,
  );
  const target = tagged.length > 0 && !choices.chance(15) ? writer.read(choices.pick(tagged)) : drawEntity(writer)[0];
  const key = choices.chance(60)
    ? stringLiteral(choices.pick(ground.pools.strings))
    : writer.expression(stringType, depth - 1);
  return method(target, "hasTag", key);
}

function drawCall(writer: Writer, name: string, types: readonly Type[], depth: number): Expression {
  return callOf(writer, name, ...types.map((type) => writer.expression(type, depth - 1)));
}
