import { maxNesting, parseEntityUid, parseExpression, parsePolicies } from "@deodar/syntax";
import { decideWhen } from "./decide.ts";
import { type HostileCase, verdict } from "./hostile-case.ts";

const many = 100_000;
const tooDeep = "syntax/nesting-too-deep";

/** Every way to nest: what opens, what stands innermost, what closes. */
const brackets: readonly (readonly [open: string, inner: string, close: string])[] = [
  ["(", "1", ")"],
  ["[", "1", "]"],
  ["{a: ", "1", "}"],
  ['{"a": ', "1", "}"],
  ["!(", "true", ")"],
  ["-(", "1", ")"],
  ["if true then ", "1", " else 2"],
  ["if true then 1 else ", "2", ""],
  ["if ", "true", " then true else false"],
  ["ip(", '"1.1.1.1"', ")"],
  ["principal.contains(", "1", ")"],
  ["principal[", '"a"', "]"],
  ["1 + (", "1", ")"],
  ["principal == (", "1", ")"],
  ["true && (", "true", ")"],
  ["principal is User in (", "principal", ")"],
];

/** What only opens, or is no bracket, a hundred thousand times; the reference's words for the small case give the code. */
const repeated: readonly (readonly [text: string, code: string])[] = [
  ["(", tooDeep],
  ["[", tooDeep],
  ["{a:", tooDeep],
  ["if ", tooDeep],
  ["ip(", tooDeep],
  ["{", tooDeep],
  [")", "syntax/unexpected-token"],
  ["]", "syntax/unexpected-token"],
  ["}", "syntax/unexpected-token"],
  ["else ", "syntax/unexpected-token"],
  ["&& ", "syntax/unexpected-token"],
  [". ", "syntax/unexpected-token"],
  ["@", "syntax/unexpected-token"],
  ["?principal ", "syntax/unexpected-token"],
  ['"', "syntax/unexpected-token"],
  ["a ", "syntax/unexpected-token"],
  ["a::", "syntax/unexpected-end"],
  ["!", "syntax/unexpected-end"],
  ["-", "syntax/unexpected-end"],
];

const nest = ([open, inner, close]: (typeof brackets)[number], times: number): string =>
  open.repeat(times) + inner + close.repeat(times);

/** Nesting, closed and unclosed, in expressions and in policies. */
export const nestingCases: readonly HostileCase[] = [
  ...brackets.flatMap((bracket): HostileCase[] => [
    {
      name: `${many} nested ${bracket[0]}…${bracket[2]} as an expression`,
      expected: tooDeep,
      run: () => verdict(parseExpression(nest(bracket, many))),
    },
    {
      name: `${many} nested ${bracket[0]}…${bracket[2]} in a policy`,
      expected: tooDeep,
      run: () => verdict(parsePolicies(`permit(principal, action, resource) when { ${nest(bracket, many)} };`)),
    },
  ]),
  ...["(", "[", "{a: "].map((open): HostileCase => {
    const close = { "(": ")", "[": "]" }[open] ?? "}";
    return {
      name: `${maxNesting - 1} nested ${open}`,
      expected: "ok",
      run: () => verdict(parseExpression(nest([open, "1", close], maxNesting - 1))),
    };
  }),
  ...repeated.map(
    ([text, expected]): HostileCase => ({
      name: `${many} times ${text.trim()} alone`,
      expected,
      run: () => verdict(parseExpression(text.repeat(many))),
    }),
  ),
  ...(
    [
      ["!", "true", "syntax/too-many-unary-operators"],
      ["-", "1", "syntax/too-many-unary-operators"],
    ] as const
  ).map(
    ([sign, operand, expected]): HostileCase => ({
      name: `${many} times ${sign} before ${operand}`,
      expected,
      run: () => verdict(parseExpression(sign.repeat(many) + operand)),
    }),
  ),
  {
    name: "every operator between any two brackets, as deep as allowed",
    expected: "deny with type error: expected long, got bool",
    run: () => {
      const open = "context.f || context.t && 0 + 1 * ----({a: [";
      const close = "].contains(1)}.a) == 1";
      const levels = Math.floor((maxNesting - 1) / 3);
      return decideWhen(open.repeat(levels) + "1" + close.repeat(levels), { f: false, t: true });
    },
  },
  {
    name: `an entity uid in ${many} parentheses`,
    expected: "syntax/unexpected-token",
    run: () => verdict(parseEntityUid(`${"(".repeat(many)}User::"a"${")".repeat(many)}`)),
  },
  {
    name: `a scope entity in ${many} parentheses`,
    expected: tooDeep,
    run: () =>
      verdict(parsePolicies(`permit(principal == ${"(".repeat(many)}User::"a"${")".repeat(many)}, action, resource);`)),
  },
];
