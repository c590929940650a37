import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type ActualPackage,
  type Graph,
  importedModules,
  packageFaults,
  readGraph,
  repositoryRoot,
  sourceFiles,
  tableFaults,
  type WorkspacePackage,
  workspacePackages,
} from "../src/index.ts";

function actual({ manifest, path }: WorkspacePackage): ActualPackage {
  const imports = sourceFiles(join(path, "src")).flatMap((file) =>
    importedModules(file, readFileSync(file, "utf8")).map((found) => ({
      ...found,
      file: relative(repositoryRoot, file),
    })),
  );
  return { manifest, imports };
}

describe("the package graph", () => {
  const graph = readGraph();

  test("edges of the table go to lower tiers only", () => {
    expect(tableFaults(graph)).toEqual([]);
  });

  test.each(workspacePackages().map((member) => [member.manifest.name, member] as const))(
    "%s keeps to the table",
    (_, member) => {
      expect(packageFaults(graph, actual(member))).toEqual([]);
    },
  );
});

describe("planted violations are found", () => {
  const graph: Graph = {
    low: { tier: 0, engine: true, imports: [] },
    high: { tier: 1, engine: true, imports: ["low"] },
    tool: { tier: 2, engine: false, imports: ["high"] },
  };
  const workspace = { low: "workspace:^" };

  /** The faults of a package `name` with these dependencies and this source. */
  function faults(name: string, dependencies: Record<string, string>, source: string): readonly string[] {
    const imports = importedModules("a.ts", source).map((found) => ({ ...found, file: "a.ts" }));
    return packageFaults(graph, { manifest: { name, version: "1.0.0", dependencies }, imports });
  }

  test("in the table", () => {
    const cyclic: Graph = {
      a: { tier: 0, engine: true, imports: ["b"] },
      b: { tier: 0, engine: true, imports: ["a", "c"] },
    };
    expect(tableFaults(cyclic)).toEqual([
      "a (tier 0) may import b (tier 0)",
      "b (tier 0) may import a (tier 0)",
      "b may import c, which is not in the table",
    ]);
  });

  test("a dependency upwards, declared and imported", () => {
    expect(faults("low", { high: "workspace:^" }, 'import "high";')).toEqual(["low may not depend on high"]);
    expect(faults("low", {}, 'export * from "high/sub";')).toEqual(["a.ts imports high, which low does not depend on"]);
  });

  test("built-in modules, however they are loaded", () => {
    for (const source of [
      'import "node:fs";',
      'import { a } from "fs";',
      'const a = await import("node:fs");',
      'require("fs")',
    ]) {
      expect(faults("high", {}, source)).toEqual([
        expect.stringContaining("an engine package uses no built-in module"),
      ]);
    }
    expect(faults("tool", {}, 'import { readFileSync } from "node:fs";')).toEqual([]);
  });

  test("a dependency without use, a wrong range, a missing extension, an unknown package, a computed name", () => {
    expect(faults("high", workspace, "")).toEqual(["high depends on low and imports nothing from it"]);
    expect(faults("high", { low: "^1.0.0" }, 'import type { A } from "low";')).toEqual([
      'high depends on low by "^1.0.0", not "workspace:^"',
    ]);
    expect(faults("high", {}, 'import "./other";')).toEqual(["a.ts imports ./other without its extension"]);
    expect(faults("other", {}, "")).toEqual(["other is not in the table"]);
    expect(faults("high", {}, "import(name)")).toEqual([
      "a.ts imports (a computed module name), which high does not depend on",
    ]);
    expect(faults("high", workspace, 'type A = import("low").A; import "high";')).toEqual([
      "a.ts imports its own package by name",
    ]);
  });

  test("the imports of a text, and which are of types only", () => {
    expect(
      importedModules("a.ts", 'import type { A } from "a"; import { type B } from "b"; export type { C } from "c";'),
    ).toEqual([
      { specifier: "a", typeOnly: true },
      { specifier: "b", typeOnly: false },
      { specifier: "c", typeOnly: true },
    ]);
  });
});
