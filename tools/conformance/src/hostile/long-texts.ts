import { parseEntityUid, parseExpression, parsePolicies, parsePolicy } from "@deodar/syntax";
import { decide, decideWhen } from "./decide.ts";
import { type HostileCase, verdict } from "./hostile-case.ts";

const megabytes = 10 * 1024 * 1024;
const plain = "permit(principal, action, resource)";

/** Ten-megabyte tokens and a hundred thousand policies. */
export const longTextCases: readonly HostileCase[] = [
  { name: "a 10 MB string", expected: "allow", run: () => decideWhen(`"${"x".repeat(megabytes)}" != "y"`) },
  {
    name: "a 10 MB string of escapes",
    expected: "allow",
    run: () => decideWhen(`"${"\\n".repeat(megabytes / 2)}" != "y"`),
  },
  {
    name: "a 10 MB string of code points",
    expected: "allow",
    run: () => decideWhen(`"${"\\u{1F4A5}".repeat(megabytes / 9)}" != "y"`),
  },
  {
    name: "a 10 MB string with a wrong end",
    expected: "syntax/invalid-escape",
    run: () => decideWhen(`"${"x".repeat(megabytes)}\\q" != "y"`),
  },
  {
    name: "a 10 MB string of wrong escapes",
    expected: "syntax/invalid-escape",
    run: () => decideWhen(`"${"\\q".repeat(megabytes / 2)}" != "y"`),
  },
  {
    name: "a 10 MB string without end",
    expected: "syntax/invalid-token",
    run: () => decideWhen(`"${"x".repeat(megabytes)}`),
  },
  { name: "a 10 MB pattern", expected: "deny", run: () => decideWhen(`"y" like "${"x".repeat(megabytes)}*"`) },
  {
    name: "a 10 MB string against a short pattern",
    expected: "allow",
    run: () => decideWhen(`context.s like "*y*"`, { s: `${"x".repeat(megabytes)}y` }),
  },
  {
    name: "a 10 MB entity id",
    expected: "deny",
    run: () => decideWhen(`principal == User::"${"x".repeat(megabytes)}"`),
  },
  {
    name: "a 10 MB entity id alone",
    expected: "ok",
    run: () => verdict(parseEntityUid(`User::"${"x".repeat(megabytes)}"`)),
  },
  {
    name: "a 10 MB annotation",
    expected: "ok",
    run: () => verdict(parsePolicy(`@a("${"x".repeat(megabytes)}") ${plain};`)),
  },
  {
    name: "a 10 MB annotation key",
    expected: "ok",
    run: () => verdict(parsePolicy(`@${"x".repeat(megabytes)} ${plain};`)),
  },
  { name: "a 10 MB attribute name", expected: "deny", run: () => decideWhen(`context has ${"x".repeat(megabytes)}`) },
  {
    name: "a 10 MB variable",
    expected: "syntax/unknown-variable",
    run: () => verdict(parseExpression("x".repeat(megabytes))),
  },
  {
    name: "a 10 MB function name",
    expected: "syntax/unknown-function",
    run: () => verdict(parseExpression(`${"x".repeat(megabytes)}(1)`)),
  },
  {
    name: "a 10 MB method name",
    expected: "syntax/unknown-method",
    run: () => verdict(parseExpression(`principal.${"x".repeat(megabytes)}(1)`)),
  },
  {
    name: "a 10 MB effect",
    expected: "syntax/invalid-effect",
    run: () => verdict(parsePolicies(`${"x".repeat(megabytes)}(principal, action, resource);`)),
  },
  {
    name: "an integer of 10 MB",
    expected: "syntax/integer-too-long",
    run: () => verdict(parseExpression("9".repeat(megabytes))),
  },
  {
    name: "an integer with 10 MB of zeros before it",
    expected: "allow",
    run: () => decideWhen(`${"0".repeat(megabytes)}7 == 7`),
  },
  { name: "10 MB of spaces", expected: "allow", run: () => decide(`${plain}${" ".repeat(megabytes)};`) },
  { name: "10 MB of line ends", expected: "allow", run: () => decide(`${plain}${"\r\n".repeat(megabytes / 2)};`) },
  { name: "a 10 MB comment", expected: "allow", run: () => decide(`// ${"x".repeat(megabytes)}\n${plain};`) },
  { name: "10 MB of comments", expected: "allow", run: () => decide(`${"//\n".repeat(megabytes / 3)}${plain};`) },
  { name: "10 MB of NUL", expected: "syntax/invalid-token", run: () => verdict(parsePolicies("\0".repeat(megabytes))) },
  { name: "100,000 policies", expected: "allow", run: () => decide(`${plain};\n`.repeat(100_000)) },
  {
    name: "100,000 policies with an error each",
    expected: "syntax/unknown-variable",
    run: () => verdict(parsePolicies(`${plain} when { foo };\n`.repeat(100_000))),
  },
  {
    name: "100,000 policies that do not parse",
    expected: "syntax/unexpected-token",
    run: () => verdict(parsePolicies(`${plain} when { 1 1 };\n`.repeat(100_000))),
  },
  {
    name: "100,000 stray semicolons",
    expected: "syntax/unexpected-token",
    run: () => verdict(parsePolicies(";".repeat(100_000))),
  },
  {
    name: "100,000 conditions",
    expected: "allow",
    run: () => decide(`${plain} ${"when { true } unless { false } ".repeat(50_000)};`),
  },
  {
    name: "100,000 annotations",
    expected: "ok",
    run: () => verdict(parsePolicy(`${Array.from({ length: 100_000 }, (_, i) => `@a${i}("x")`).join(" ")} ${plain};`)),
  },
  {
    name: "100,000 equal annotations",
    expected: "syntax/duplicate-annotation",
    run: () => verdict(parsePolicy(`${"@a ".repeat(100_000)} ${plain};`)),
  },
  {
    name: "100,000 actions in a scope",
    expected: "deny",
    run: () =>
      decide(
        `permit(principal, action in [${Array.from({ length: 100_000 }, (_, i) => `Action::"x${i}"`).join()}], resource);`,
      ),
  },
  {
    name: "100,000 scope elements",
    expected: "syntax/extra-scope-element",
    run: () => verdict(parsePolicies(`permit(principal, action, resource${", resource".repeat(100_000)});`)),
  },
  {
    name: "100,000 arguments",
    expected: "syntax/wrong-arity",
    run: () => verdict(parseExpression(`principal.contains(${"1, ".repeat(100_000)})`)),
  },
  {
    name: "100,000 arguments of an extension function",
    expected: "deny with wrong number of arguments provided to extension function `ip`: expected 1, got 100000",
    run: () => decideWhen(`ip(${'"x", '.repeat(100_000)}).isIpv4()`),
  },
];
