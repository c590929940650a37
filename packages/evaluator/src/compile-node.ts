import type { Expression, Relation } from "@deodar/syntax";
import { isChainNode } from "./chain.ts";
import { compileNegate, compileProduct, compileSum } from "./compile-arithmetic.ts";
import { compileChain } from "./compile-chain.ts";
import { compileRecord, compileSet } from "./compile-collection.ts";
import { compileComparison } from "./compile-comparison.ts";
import { compileEquality } from "./compile-equality.ts";
import { compileExtension } from "./compile-extension.ts";
import { compileHas } from "./compile-has.ts";
import { compileEntity, compileLong, compileSlot, compileVariable } from "./compile-leaf.ts";
import { compileLike } from "./compile-like.ts";
import { compileAnd, compileIf, compileNot, compileOr } from "./compile-logic.ts";
import { compileIn, compileIs } from "./compile-membership.ts";
import type { Compiler } from "./compiler.ts";
import type { Step } from "./step.ts";

/** The step of an expression whose parts have been compiled. */
export function compileNode(expression: Expression, compiler: Compiler): Step {
  switch (expression.kind) {
    case "boolean":
    case "string":
      return compiler.constant(expression.value);
    case "long":
      return compileLong(expression, compiler);
    case "entity":
      return compileEntity(expression, compiler);
    case "variable":
      return compileVariable(expression, compiler);
    case "slot":
      return compileSlot(expression, compiler);
    case "set":
      return compileSet(expression, compiler);
    case "record":
      return compileRecord(expression, compiler);
    case "not":
      return compileNot(expression, compiler);
    case "negate":
      return compileNegate(expression, compiler);
    case "and":
      return compileAnd(expression, compiler);
    case "or":
      return compileOr(expression, compiler);
    case "sum":
      return compileSum(expression, compiler);
    case "product":
      return compileProduct(expression, compiler);
    case "relation":
      return compileRelation(expression, compiler);
    case "has":
      return compileHas(expression, compiler);
    case "like":
      return compileLike(expression, compiler);
    case "is":
      return compileIs(expression, compiler);
    case "if":
      return compileIf(expression, compiler);
    case "attribute":
    case "method":
    case "isEmpty":
      return compileChain(expression, compiler);
    case "extension":
      return isChainNode(expression) ? compileChain(expression, compiler) : compileExtension(expression, compiler);
  }
}

function compileRelation(expression: Relation, compiler: Compiler): Step {
  switch (expression.operator) {
    case "==":
    case "!=":
      return compileEquality(expression.operator === "==", compiler);
    case "in":
      return compileIn(expression, compiler);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compileComparison(expression, expression.operator, compiler);
  }
}
