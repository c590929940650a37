import { readdirSync, readFileSync } from "node:fs";
import { unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { describe, expect, test } from "vitest";
import { validationCatalogue } from "../src/index.ts";
import { check } from "./check.ts";

const pages = new URL("../../../docs/diagnostics/validate/", import.meta.url);
const codes = Object.keys(validationCatalogue);

/** The first block of this language on a page. */
function blockOf(page: string, language: string): string | undefined {
  return new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(page)?.[1];
}

test("every code has its page, and every page its code", () => {
  const files = readdirSync(pages).map((file) => `validate/${file.replace(/\.md$/, "")}`);
  expect(files.sort()).toEqual(codes.toSorted());
});

describe("the example of each page provokes what the page is about", () => {
  test.each(codes.filter((code) => code !== "validate/unknown-function"))("%s", (code) => {
    const page = readFileSync(new URL(`${code.replace("validate/", "")}.md`, pages), "utf8");
    expect(page.startsWith(`# ${code}: `)).toBe(true);
    const schema = unwrap(parseSchema(blockOf(page, "cedarschema") ?? ""));
    const needsLevel = code === "validate/level-exceeded" || code === "validate/literal-dereference";
    const { errors, warnings } = check(blockOf(page, "cedar") ?? "", needsLevel ? { level: 1 } : {}, schema);
    expect([...errors, ...warnings].map((diagnostic) => diagnostic.code)).toContain(code);
  });
});
