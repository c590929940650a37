import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "..", "src");

/** All files of this package that a file needs at run time, itself included. */
function reachable(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [statement, path = ""] of readFileSync(file, "utf8").matchAll(
    /^(?:import|export)\b[^;]*? from "(\.[^"]+)";/gms,
  )) {
    if (!/^(?:import|export) type\b/.test(statement)) reachable(join(dirname(file), path), seen);
  }
  return seen;
}

test("policy JSON needs neither the grammar nor the printer", () => {
  const files = [...reachable(join(source, "json", "index.ts"))].map((file) => relative(source, file));
  expect(files).toContain("json/read-expression.ts");
  expect(
    files.filter(
      (file) =>
        !/^json\/|^(?:depth|extension-functions|limits|names|print\/precedence|visit|visit-keys)\.ts$/.test(file),
    ),
  ).toStrictEqual([]);
});
