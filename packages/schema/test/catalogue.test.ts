import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue as syntaxCatalogue } from "../src/faults/catalogue.ts";
import { catalogue as jsonCatalogue } from "../src/json/catalogue.ts";

describe("the catalogues", () => {
  it.each([...Object.keys(syntaxCatalogue), ...Object.keys(jsonCatalogue)])("document %s", (code) => {
    const file = new URL(`../../../docs/diagnostics/${code}.md`, import.meta.url);
    expect(existsSync(file)).toBe(true);
    const page = readFileSync(file, "utf8");
    expect(page.startsWith(`# ${code}: `)).toBe(true);
    expect(page).toContain("\n## Example\n");
    expect(page).toContain("\n## How to mend it\n");
  });
});
