import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "../src/index.ts";

describe("the catalogue", () => {
  it.each(Object.keys(catalogue))("documents %s", (code) => {
    const page = readFileSync(new URL(`../../../docs/diagnostics/${code}.md`, import.meta.url), "utf8");
    expect(page.startsWith(`# ${code}: `)).toBe(true);
    expect(page).toContain("\n## Example\n");
    expect(page).toContain("\n## How to mend it\n");
  });
});
