import { compareStrings } from "@deodar/diagnostics";
import fc from "fast-check";
import { type Expression, extensionFunctions } from "../../src/index.ts";
import { anyString, identifier, name } from "./text.ts";

const span = undefined;

/** What trees to generate. */
export interface TreeOptions {
  /** Records sorted by key, as reading policy JSON leaves them. */
  readonly sortedRecords?: boolean;
  /** Also trees that have no text of their own: `has` paths that no dotted path can say. */
  readonly oddPaths?: boolean;
  /** Only integers that are exact as JavaScript numbers, which is all that the reference's JavaScript API can take. */
  readonly safeLongs?: boolean;
  /** Also slots, which conditions of policies may not have. */
  readonly slots?: boolean;
}

/** Any tree that a parser can make (and a few more, on demand), without spans. */
export function expressions(options: TreeOptions = {}): fc.Arbitrary<Expression> {
  const { expression } = fc.letrec<{ expression: Expression; leaf: Expression; branch: Expression }>((tie) => ({
    expression: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("branch")),
    leaf: leaves(options),
    branch: branches(tie("expression"), options),
  }));
  return expression;
}

/** Any literal of an entity. */
export const entityLiterals: fc.Arbitrary<Extract<Expression, { kind: "entity" }>> = fc
  .tuple(name, anyString)
  .map(([type, id]) => ({ kind: "entity", span, type, id }));

const longs = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.bigInt({ min: -9n, max: 9n }),
    fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n, 2n ** 53n, -(2n ** 53n), 2n ** 53n - 1n, 0n),
  )
  .map((value) => (Number.isSafeInteger(Number(value)) ? Number(value) : value));

function leaves({ slots = false, safeLongs = false }: TreeOptions): fc.Arbitrary<Expression> {
  return fc.oneof(
    fc.boolean().map((value): Expression => ({ kind: "boolean", span, value })),
    (safeLongs ? fc.maxSafeInteger() : longs).map((value): Expression => ({ kind: "long", span, value })),
    anyString.map((value): Expression => ({ kind: "string", span, value })),
    entityLiterals,
    fc
      .constantFrom("principal" as const, "action" as const, "resource" as const, "context" as const)
      .map((variable): Expression => ({ kind: "variable", span, name: variable })),
    ...(slots
      ? [
          fc
            .constantFrom("?principal" as const, "?resource" as const)
            .map((slot): Expression => ({ kind: "slot", span, name: slot })),
        ]
      : []),
  );
}

function branches(operand: fc.Arbitrary<Expression>, options: TreeOptions): fc.Arbitrary<Expression> {
  return fc.oneof(
    fc
      .tuple(fc.constantFrom("not" as const, "negate" as const), operand)
      .map(([kind, inner]) => ({ kind, span, operand: inner })),
    chains(operand),
    fc
      .tuple(
        fc.constantFrom(
          "==" as const,
          "!=" as const,
          "<" as const,
          "<=" as const,
          ">" as const,
          ">=" as const,
          "in" as const,
        ),
        operand,
        operand,
      )
      .map(([operator, left, right]): Expression => ({ kind: "relation", span, operator, left, right })),
    fc.tuple(operand, paths(options)).map(([target, path]): Expression => ({ kind: "has", span, target, path })),
    fc
      .tuple(operand, fc.array(anyString, { minLength: 1, maxLength: 4 }))
      .map(
        ([target, pattern]): Expression => ({ kind: "like", span, target, pattern: pattern as [string, ...string[]] }),
      ),
    fc
      .tuple(operand, name, fc.option(operand, { nil: undefined }))
      .map(([target, entityType, container]): Expression => ({ kind: "is", span, target, entityType, in: container })),
    fc.tuple(operand, operand, operand).map(
      ([condition, consequent, alternative]): Expression => ({
        kind: "if",
        span,
        condition,
        consequent,
        alternative,
      }),
    ),
    members(operand, options),
  );
}

function chains(operand: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const kinds = fc.constantFrom("and" as const, "or" as const, "product" as const, "sum" as const);
  return fc
    .tuple(
      kinds,
      fc.array(operand, { minLength: 2, maxLength: 4 }),
      fc.array(fc.constantFrom("+" as const, "-" as const), { minLength: 3, maxLength: 3 }),
    )
    .map(([kind, operands, operators]): Expression => {
      const [first, ...rest] = operands as [Expression, ...Expression[]];
      const flat = first.kind === kind ? [...first.operands, ...rest] : operands;
      if (kind !== "sum") return { kind, span, operands: flat };
      const before = first.kind === "sum" ? first.operators : [];
      return { kind, span, operands: flat, operators: [...before, ...operators.slice(0, rest.length)] };
    });
}

function paths({ oddPaths = false }: TreeOptions): fc.Arbitrary<readonly [string, ...string[]]> {
  const dotted = fc.array(identifier, { minLength: 2, maxLength: 4 });
  return fc.oneof(
    anyString.map((step): [string, ...string[]] => [step]),
    dotted.map((steps) => steps as [string, ...string[]]),
    ...(oddPaths
      ? [fc.array(anyString, { minLength: 2, maxLength: 4 }).map((steps) => steps as [string, ...string[]])]
      : []),
  );
}

function members(operand: fc.Arbitrary<Expression>, { sortedRecords = false }: TreeOptions): fc.Arbitrary<Expression> {
  return fc.oneof(
    fc
      .tuple(operand, anyString)
      .map(([target, attribute]): Expression => ({ kind: "attribute", span, target, name: attribute })),
    fc
      .tuple(
        fc.constantFrom(
          "contains" as const,
          "containsAll" as const,
          "containsAny" as const,
          "getTag" as const,
          "hasTag" as const,
        ),
        operand,
        operand,
      )
      .map(([method, target, argument]): Expression => ({ kind: "method", span, method, target, argument })),
    operand.map((target): Expression => ({ kind: "isEmpty", span, target })),
    fc.array(operand, { maxLength: 3 }).map((elements): Expression => ({ kind: "set", span, elements })),
    fc
      .uniqueArray(fc.tuple(anyString, operand), { maxLength: 3, selector: ([key]) => key })
      .map((pairs): Expression => {
        if (sortedRecords) pairs.sort(([a], [b]) => compareStrings(a, b));
        return { kind: "record", span, entries: pairs.map(([key, value]) => ({ kind: "entry", span, key, value })) };
      }),
    fc.tuple(fc.constantFrom(...extensionFunctions), fc.array(operand, { maxLength: 2 }), operand).map(
      ([[called, style], given, receiver]): Expression => ({
        kind: "extension",
        span,
        name: called,
        arguments: style === "method" ? [receiver, ...given] : given,
      }),
    ),
  );
}
