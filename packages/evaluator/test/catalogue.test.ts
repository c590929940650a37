import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "../src/index.ts";

const pages = new URL("../../../docs/diagnostics/evaluate/", import.meta.url);

test("every code has its page, and every page its code", () => {
  const codes = Object.keys(catalogue).map((code) => code.replace("evaluate/", ""));
  const files = readdirSync(pages).map((file) => file.replace(/\.md$/, ""));
  expect(files.sort()).toEqual(codes.sort());
  for (const code of codes) expect(readFileSync(new URL(`${code}.md`, pages), "utf8")).toContain(`evaluate/${code}`);
});
