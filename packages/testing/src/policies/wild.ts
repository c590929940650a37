import { type Expression, extensionFunctions, isIdentifier, type RelationOperator } from "@deodar/syntax";
import type { Choices } from "../choices/choices.ts";
import type { Ground } from "../ground/ground.ts";
import { drawLong } from "../ground/pools.ts";
import { attributeNames } from "../schemas/names.ts";
import { drawExtensionText, drawMalformedText } from "../texts/extension-texts.ts";
import { drawPattern } from "../texts/patterns.ts";
import * as tree from "./tree.ts";

const relations: readonly RelationOperator[] = ["==", "!=", "<", "<=", ">", ">=", "in"];
const methods = ["contains", "containsAll", "containsAny", "getTag", "hasTag"] as const;
const variables = ["principal", "action", "resource", "context"] as const;
const constructors = ["ip", "decimal", "datetime", "duration"] as const;
/** `unknown` belongs to partial evaluation. */
const functions: readonly string[] = [...extensionFunctions.keys()].filter((name) => name !== "unknown");

/** Any expression that can be written, without a thought for types. */
export function drawWild(choices: Choices, ground: Ground, depth: number): Expression {
  if (depth <= 0 || !choices.chance(90)) return drawLeaf(choices, ground);
  const part = (): Expression => choices.group(() => drawWild(choices, ground, depth - 1));
  switch (choices.below(17)) {
    case 0:
    case 1:
      return tree.logic(choices.pick(["and", "or"]), choices.list(2, 3, part));
    case 2:
      return tree.not(part());
    case 3:
      return tree.negate(part());
    case 4:
      return tree.sum(part(), choices.pick(["+", "-"]), part());
    case 5:
      return tree.product(part(), part());
    case 6:
    case 7:
      return tree.relation(part(), choices.pick(relations), part());
    case 8:
      return tree.has(part(), drawPath(choices));
    case 9:
      return tree.like(part(), drawPattern(choices, ground.pools));
    case 10:
      return tree.is(part(), drawType(choices, ground), choices.chance(50) ? part() : undefined);
    case 11:
      return tree.conditional(part(), part(), part());
    case 12:
      return tree.attribute(part(), drawName(choices));
    case 13:
      return tree.method(part(), choices.pick(methods), part());
    case 14:
      return tree.isEmpty(part());
    case 15:
      return drawCall(choices, part);
    default:
      return choices.chance(50)
        ? tree.setOf(choices.list(0, 3, part))
        : tree.recordOf(new Map(choices.list(0, 3, () => [drawName(choices), part()] as const)));
  }
}

/** Something that reads nothing of other expressions. */
function drawLeaf(choices: Choices, ground: Ground): Expression {
  const { pools } = ground;
  switch (choices.below(7)) {
    case 0:
      return tree.booleanLiteral(choices.below(2) === 1);
    case 1:
      return tree.longLiteral(drawLong(choices, pools));
    case 2:
      return tree.stringLiteral(choices.pick(pools.strings));
    case 3:
      return tree.entityLiteral({ type: drawType(choices, ground), id: choices.pick(pools.ids) });
    case 4: {
      const name = choices.pick(constructors);
      const text = choices.chance(80) ? drawExtensionText(choices, name) : drawMalformedText(choices, name);
      return tree.call(name, tree.stringLiteral(text));
    }
    default:
      return tree.variable(choices.pick(variables));
  }
}

/** A method has a receiver, whatever its other arguments are. */
function drawCall(choices: Choices, part: () => Expression): Expression {
  const name = choices.pick(functions);
  return tree.call(name, ...choices.list(extensionFunctions.get(name) === "method" ? 1 : 0, 2, part));
}

function drawType(choices: Choices, { view }: Ground): string {
  const types = [...view.entityTypes.map(({ name }) => name), "Stranger", "Action", "A::B"];
  return choices.pick(types);
}

function drawName(choices: Choices): string {
  return choices.pick(choices.chance(20) ? attributeNames.odd : attributeNames.plain);
}

function drawPath(choices: Choices): readonly string[] {
  const path = choices.list(1, 3, () => drawName(choices));
  return path.every(isIdentifier) ? path : path.slice(0, 1);
}
