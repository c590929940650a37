import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parsePolicies, syntaxCatalogue } from "../src/index.ts";

const pages = new URL("../../../docs/diagnostics/syntax/", import.meta.url);
const codes = Object.keys(syntaxCatalogue).map((code) => code.replace("syntax/", ""));

test("every code has its page, and every page its code", () => {
  const own = readdirSync(pages).map((name) => name.replace(/\.md$/, ""));
  expect(
    own.filter((name) => readFileSync(new URL(`${name}.md`, pages), "utf8").startsWith(`# syntax/${name}: `)).sort(),
  ).toStrictEqual(codes.sort());
});

test.each(codes)("the example of syntax/%s provokes it", (code) => {
  const page = readFileSync(new URL(`${code}.md`, pages), "utf8");
  const example = /```cedar\n([^`]*)\n```/.exec(page)?.[1];
  const text = example ?? `permit(principal, action, resource) when { ${"if true then 1 else ".repeat(200)} 1 };`;
  const result = parsePolicies(text);
  expect(result.ok ? [] : result.errors.map((error) => error.code)).toContain(`syntax/${code}`);
});
