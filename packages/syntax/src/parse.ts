import type { Result } from "@deodar/diagnostics";
import type { EntityLiteral, Expression, Policy, PolicyFile } from "./ast.ts";
import { printCst } from "./faults/print-cst.ts";
import { lowerExpression, lowerUid } from "./lower/expression.ts";
import { refuse } from "./lower/lowering.ts";
import { lowerPath } from "./lower/name.ts";
import { read, refused } from "./read.ts";

/**
 * Reads a text of any number of policies and templates, also none.
 *
 * @param text Cedar policies; offsets in the answer are in UTF-16 code units
 * @returns the syntax tree, or every independent fault: the syntax errors if there are any, else all that is wrong
 *   beyond syntax, up to a thousand faults. It never throws.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-grammar.html
 */
export function parsePolicies(text: string): Result<PolicyFile> {
  return read("Policies", text, (_, parsed) => {
    const policies = parsed.filter((policy) => policy !== refused);
    if (policies.length < parsed.length) return undefined;
    return { kind: "policies", span: { start: 0, end: text.length }, policies };
  });
}

/**
 * Reads a text of exactly one policy or template.
 *
 * @returns the policy, or every independent fault, as with {@link parsePolicies}. It never throws.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-grammar.html#grammar-policy
 */
export function parsePolicy(text: string): Result<Policy> {
  return read("OnePolicy", text, (_, policy) => (policy === refused ? undefined : policy));
}

/**
 * Reads a single expression, such as the body of a condition; it may contain slots.
 *
 * @returns the expression, or every independent fault, as with {@link parsePolicies}. It never throws.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-grammar.html#grammar-expr
 */
export function parseExpression(text: string): Result<Expression> {
  return read("OneExpression", text, lowerExpression);
}

/**
 * Reads an entity literal, `Namespace::Type::"id"`. White space and comments may stand around its parts.
 *
 * @returns the entity, or every independent fault, as with {@link parsePolicies}. It never throws.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-entity.html
 */
export function parseEntityUid(text: string): Result<EntityLiteral> {
  return read("EntityUid", text, (lowering, parsed) =>
    parsed.kind === "uid"
      ? lowerUid(lowering, parsed)
      : refuse(lowering, "syntax/invalid-entity-literal", parsed, { found: printCst(parsed) }),
  );
}

/**
 * Reads a name, `Namespace::Type`. White space and comments may stand around its parts.
 *
 * @returns the normal form of the name, without those, or every independent fault. It never throws.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-grammar.html#grammar-path
 */
export function parseName(text: string): Result<string> {
  return read("Name", text, (lowering, { path }) => lowerPath(lowering, path));
}
