import type { EntityLiteral, Slot } from "../ast.ts";
import type { CstExpression, CstList } from "../cst.ts";
import { operatorsOf, printCst } from "../faults/print-cst.ts";
import { lowerUid, spanOf } from "./expression.ts";
import { type Lowering, refuse } from "./lowering.ts";

/** What the scope allows on the right of `==` or `in`, which depends on the variable and the operator. */
export type Expected = "entity" | "entityOrSlot" | "entityOrSet";

const expectedText: { readonly [expected in Expected]: string } = {
  entity: "an entity uid",
  entityOrSlot: "an entity uid or matching template slot",
  entityOrSet: "an entity uid or set of entity uids",
};

/** The same for what would do elsewhere: `single entity uid or template slot`. */
function expectedArgument(expected: Expected): string {
  return expectedText[expected].replace("an", "single").replace("matching ", "");
}

export type Reference = EntityLiteral | Slot | EntitySet;

/** The operand of `action in […]`. */
export interface EntitySet {
  readonly kind: "entities";
  readonly entities: readonly EntityLiteral[];
}

/**
 * The entity, the slot or the set of entities that a scope variable is compared with. Parentheses are allowed around
 * it, and nothing else.
 */
export function lowerReference(
  lowering: Lowering,
  node: CstExpression,
  expected: Expected,
  variable: string,
): Reference | undefined {
  switch (node.kind) {
    case "uid":
      return lowerUid(lowering, node);
    case "fields":
      return refuse(lowering, "syntax/invalid-entity-literal", node, { found: printCst(node) });
    case "slot":
      return lowerSlot(lowering, node, expected, variable);
    case "list":
      return lowerSet(lowering, node, expected, variable);
    case "group":
      return lowerReference(lowering, node.inner, expected, variable);
    default:
      return refuse(lowering, "syntax/invalid-scope-entity", node, {
        expected: expectedText[expected],
        found: describe(node),
        hint: hintFor(node, variable),
      });
  }
}

function lowerSlot(
  lowering: Lowering,
  node: CstExpression & { kind: "slot" },
  expected: Expected,
  variable: string,
): Reference | undefined {
  if (expected !== "entityOrSlot") {
    return refuse(lowering, "syntax/wrong-scope-argument", node, {
      expected: expectedArgument(expected),
      found: "template slot",
    });
  }
  const name = node.text;
  if (name === `?${variable}` && (name === "?principal" || name === "?resource")) {
    return { kind: "slot", span: spanOf(node), name };
  }
  return refuse(lowering, "syntax/invalid-scope-entity", node, {
    expected: expectedText[expected],
    found: `${name} instead of ?${variable}`,
  });
}

function lowerSet(lowering: Lowering, node: CstList, expected: Expected, variable: string): Reference | undefined {
  if (expected !== "entityOrSet") {
    return refuse(lowering, "syntax/wrong-scope-argument", node, {
      expected: expectedArgument(expected),
      found: "set of entity uids",
    });
  }
  const entities: EntityLiteral[] = [];
  for (const element of node.elements) {
    const entity = lowerReference(lowering, element, "entity", variable);
    if (entity?.kind === "entity") entities.push(entity);
  }
  return entities.length < node.elements.length ? undefined : { kind: "entities", entities };
}

const words: { readonly [kind in CstExpression["kind"]]?: string } = {
  if: "if",
  or: "||",
  and: "&&",
  has: "has",
  like: "like",
  is: "is",
  sum: "+/-",
  product: "*",
  member: ".",
};

/** What stands where an entity must. */
function describe(node: CstExpression): string {
  switch (node.kind) {
    case "compare":
      return "a binary operator";
    case "record":
      return "record initializer";
    case "name":
      return `name \`${printCst(node)}\``;
    case "string":
    case "boolean":
    case "number":
      return `literal \`${printCst(node)}\``;
    case "unary":
      return `a \`${operatorsOf(node)}\` expression`;
    default: {
      const word = words[node.kind] ?? "";
      return `${word.startsWith("i") ? "an" : "a"} \`${word}\` expression`;
    }
  }
}

/** How to mend it, if that can be told. */
function hintFor({ kind }: CstExpression, variable: string): string {
  const move = `the policy scope can only contain one constraint per variable. Consider moving the second operand of this \`${words[kind]}\` into a `;
  const include = "including an identifier string if you intended this name to be an entity uid";
  switch (kind) {
    case "or":
      return `${move}new policy`;
    case "and":
      return `${move}\`when\` condition`;
    case "sum":
    case "member":
      return `entity types and namespaces cannot use ${kind === "sum" ? "`+` or `-`" : "`.`"} characters -- perhaps try \`_\` or \`::\` instead?`;
    case "name":
      return `try ${variable === "action" ? "" : "using `is` to test for an entity type or "}${include}`;
    case "string":
      return "try including the entity type if you intended this string to be an entity uid";
    default:
      return "";
  }
}
