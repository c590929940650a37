import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as diagnostics from "@deodar/diagnostics";
import * as json from "@deodar/json";
import { expect, test } from "vitest";
import * as syntax from "../src/index.ts";
import * as policyJson from "../src/json/index.ts";

const modules: { readonly [specifier: string]: object } = {
  "@deodar/diagnostics": diagnostics,
  "@deodar/json": json,
  "@deodar/syntax": syntax,
  "@deodar/syntax/json": policyJson,
};

test("the example of the page on policy JSON prints what it says", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "policy-json.md"), "utf8");
  const example = /```js\n(.*?)```/s.exec(page)?.[1] ?? "";
  const code = example.replaceAll(/^import (\{.*?\}) from "(.*?)";$/gm, 'const $1 = modules["$2"];');
  const lines: unknown[] = [];
  new Function("modules", "console", code)(modules, { log: (line: unknown) => lines.push(line) });
  expect(lines.length).toBeGreaterThan(0);
  expect(lines).toStrictEqual([...example.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line));
});
