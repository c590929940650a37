import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diagnosticCodes } from "../src/diagnostic-codes.ts";
import { diagnosticPages, pagesFolder, pagesIndex } from "../src/diagnostic-pages.ts";

describe("diagnostic codes and their pages", () => {
  const codes = diagnosticCodes();
  const pages = diagnosticPages();

  test("every code stands in one catalogue only", () => {
    const twice = codes.filter(({ code }, index) => codes[index - 1]?.code === code);
    expect(twice).toEqual([]);
  });

  test("every code has its page and every page its code", () => {
    const sorted = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code).sort();
    expect(sorted(pages)).toEqual(sorted(codes));
  });

  test("every page has a title and some text", () => {
    const thin = pages.filter(({ title, text }) => title === "" || text.split("\n").length < 5);
    expect(thin.map(({ code }) => code)).toEqual([]);
  });

  test("the index lists every page", async () => {
    await expect(pagesIndex(pages)).toMatchFileSnapshot(join(pagesFolder, "README.md"));
  });
});
