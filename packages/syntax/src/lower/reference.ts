import type { EntityLiteral, Slot } from "../ast.ts";
import type { CstExpression, CstList } from "../cst.ts";
import { printCst } from "../faults/print-cst.ts";
import { lowerUid, spanOf } from "./expression.ts";
import { type Lowering, refuse } from "./lowering.ts";
import { pathText } from "./name.ts";

/** What the scope allows on the right of `==` or `in`, which depends on the variable and the operator. */
export type Expected = "entity" | "entityOrSlot" | "entityOrSet";

const expectedText: { readonly [expected in Expected]: string } = {
  entity: "an entity uid",
  entityOrSlot: "an entity uid or matching template slot",
  entityOrSet: "an entity uid or set of entity uids",
};

const expectedArgument: { readonly [expected in Expected]: string } = {
  entity: "single entity uid",
  entityOrSlot: "single entity uid or template slot",
  entityOrSet: "single entity uid or set of entity uids",
};

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
    default: {
      const [found, hint = ""] = describe(node, variable);
      return refuse(lowering, "syntax/invalid-scope-entity", node, { expected: expectedText[expected], found, hint });
    }
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
      expected: expectedArgument[expected],
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
    hint: "",
  });
}

function lowerSet(lowering: Lowering, node: CstList, expected: Expected, variable: string): Reference | undefined {
  if (expected !== "entityOrSet") {
    return refuse(lowering, "syntax/wrong-scope-argument", node, {
      expected: expectedArgument[expected],
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

type Misplaced = Exclude<CstExpression, { kind: "uid" | "fields" | "slot" | "list" | "group" }>;

const pathHint = (characters: string) =>
  `entity types and namespaces cannot use ${characters} characters -- perhaps try \`_\` or \`::\` instead?`;
const oneConstraint =
  "the policy scope can only contain one constraint per variable. Consider moving the second operand of";

/** What stands where an entity must, and how to mend it. */
function describe(node: Misplaced, variable: string): readonly [found: string, hint?: string] {
  switch (node.kind) {
    case "if":
      return ["an `if` expression"];
    case "or":
      return ["a `||` expression", `${oneConstraint} this \`||\` into a new policy`];
    case "and":
      return ["a `&&` expression", `${oneConstraint} this \`&&\` into a \`when\` condition`];
    case "compare":
      return ["a binary operator"];
    case "has":
      return ["a `has` expression"];
    case "like":
      return ["a `like` expression"];
    case "is":
      return ["an `is` expression"];
    case "sum":
      return ["a `+/-` expression", pathHint("`+` or `-`")];
    case "product":
      return ["a `*` expression"];
    case "unary": {
      const count = node.positions.length > 4 ? 10 : node.positions.length;
      return [`a \`${node.operator.repeat(count)}\` expression`];
    }
    case "member":
      return ["a `.` expression", pathHint("`.`")];
    case "record":
      return ["record initializer"];
    case "name": {
      const include = "including an identifier string if you intended this name to be an entity uid";
      const hint =
        variable === "action" ? `try ${include}` : `try using \`is\` to test for an entity type or ${include}`;
      return [`name \`${pathText(node.path)}\``, hint];
    }
    case "string":
      return [
        `literal \`${printCst(node)}\``,
        "try including the entity type if you intended this string to be an entity uid",
      ];
    case "boolean":
    case "number":
      return [`literal \`${printCst(node)}\``];
  }
}
