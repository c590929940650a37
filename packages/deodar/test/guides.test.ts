import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.restoreAllMocks());

/** Runs the first example of a guide, and gives what it printed. */
async function run(guide: string): Promise<string> {
  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((...values: readonly unknown[]) => {
    printed.push(format(...values));
  });
  await import(/* @vite-ignore */ `${fileURLToPath(guideUrl(guide))}?example=0.ts`);
  return printed.join("\n");
}

function guideUrl(guide: string): URL {
  return new URL(`../../../docs/${guide}`, import.meta.url);
}

test("the guide to decisions prints what it says", async () => {
  expect(await run("authorize.md")).toBe("allow [ 'policy0' ] []");
});

test("the guide to explanations prints what it says", async () => {
  const text = readFileSync(guideUrl("explain.md"), "utf8");
  const [, output] = /^```text\n(.*?)\n```$/ms.exec(text) ?? [];
  expect(await run("explain.md")).toBe(output);
});
