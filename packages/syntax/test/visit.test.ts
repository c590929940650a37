import fc from "fast-check";
import { expect, test } from "vitest";
import {
  childKeys,
  childrenOf,
  type Expression,
  type Node,
  nestingOf,
  parsePolicies,
  parsePolicy,
  printExpression,
  visit,
} from "../src/index.ts";
import { policies } from "./arbitrary/policy.ts";

const span = undefined;
const principal: Expression = { kind: "variable", span, name: "principal" };

function parsed(text: string): Node {
  const read = parsePolicies(text);
  if (!read.ok) throw new Error(read.errors[0]?.message);
  return read.value;
}

test("children come in source order, before and after them the node itself", () => {
  const seen: string[] = [];
  visit(parsed('@a permit (principal in G::"g", action, resource is T) unless { 1 + context.x like "*" };'), {
    any: { enter: (node) => void seen.push(node.kind), leave: (node) => void seen.push(`/${node.kind}`) },
  });
  expect(seen.join(" ")).toBe(
    "policies policy annotation /annotation scopeIn entity /entity /scopeIn scopeAny /scopeAny scopeIs /scopeIs condition like sum" +
      " long /long attribute variable /variable /attribute /sum /like /condition /policy /policies",
  );
});

test("visitors by kind see their kind only, and `any` goes around them", () => {
  const seen: string[] = [];
  visit(parsed("permit (principal, action, resource) when { principal.a.b };"), {
    attribute: {
      enter: ({ name }) => void seen.push(`in ${name}`),
      leave: ({ name }) => void seen.push(`out ${name}`),
    },
    any: { leave: (node) => void seen.push(`any ${node.kind}`) },
  });
  expect(seen.filter((each) => /attribute|in |out /.test(each))).toStrictEqual([
    "in b",
    "in a",
    "out a",
    "any attribute",
    "out b",
    "any attribute",
  ]);
});

test("`false` from enter skips the children and leave", () => {
  const seen: string[] = [];
  visit(parsed("permit (principal, action, resource) when { [principal] == !action };"), {
    set: { enter: () => false, leave: () => void seen.push("left") },
    variable: { enter: ({ name }) => void seen.push(name) },
  });
  expect(seen).toStrictEqual(["action"]);
  visit(principal, { any: { enter: () => false }, variable: { enter: () => void seen.push("skipped") } });
  expect(seen).toStrictEqual(["action"]);
});

test("chains and targets of any length are walked, measured and printed", () => {
  const operands = Array.from({ length: 1_000_000 }, () => principal);
  let target: Expression = { kind: "or", span, operands };
  for (let step = 0; step < 100_000; step++) target = { kind: "attribute", span, target, name: "a" };
  let variables = 0;
  let attributes = 0;
  visit(target, { variable: { enter: () => void variables++ }, attribute: { leave: () => void attributes++ } });
  expect([variables, attributes, nestingOf(target)]).toStrictEqual([1_000_000, 100_000, 2]);
  expect(printExpression(target).length).toBe(1_000_000 * "principal || ".length - " || ".length + 200_002);
});

test("every node of a tree is a child of one other", () => {
  fc.assert(
    fc.property(policies({ templates: true, safeLongs: true }), (policy) => {
      let below = 0;
      let entered = 0;
      visit(policy, {
        any: {
          enter: (node) => {
            entered++;
            below += childrenOf(node).length;
          },
        },
      });
      expect(below).toBe(entered - 1);
      expect(entered).toBe(JSON.stringify(policy).split('"kind":').length - 1);
    }),
  );
});

test("`is` without `in` has one child", () => {
  expect(childKeys.is).toStrictEqual(["target", "in"]);
  expect(childrenOf({ kind: "is", span, target: principal, entityType: "T", in: undefined })).toStrictEqual([
    principal,
  ]);
  expect(parsePolicy("permit (principal, action, resource);").ok).toBe(true);
});
