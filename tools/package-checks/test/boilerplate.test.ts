import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot, workspacePackages } from "@deodar/package-graph";
import { describe, expect, test } from "vitest";

const licence = readFileSync(join(repositoryRoot, "LICENSE"), "utf8");

describe.each(workspacePackages())("packages/$folder", ({ folder, path, manifest }) => {
  test("its manifest says the same as every other", () => {
    expect(manifest).toMatchObject({
      name: expect.toBeOneOf([folder, `@deodar/${folder}`]),
      description: expect.stringMatching(/^[A-Z].{20,}[^.]$/),
      keywords: expect.arrayContaining(["cedar"]),
      homepage: `https://github.com/deodar-auth/deodar/tree/main/packages/${folder}#readme`,
      bugs: "https://github.com/deodar-auth/deodar/issues",
      repository: {
        type: "git",
        url: "git+https://github.com/deodar-auth/deodar.git",
        directory: `packages/${folder}`,
      },
      license: "Apache-2.0",
      author: "Deodar contributors",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20.19" },
      files: ["dist", "README.md", "LICENSE", "CHANGELOG.md"],
      publishConfig: { access: "public" },
    });
  });

  test("what it publishes is what it builds: the same entries without the source condition, none by wildcard", () => {
    const { exports = {}, publishConfig } = manifest;
    const published = Object.entries(exports).map(([entry, target]) => {
      if (typeof target !== "object" || target === null) return [entry, target];
      return [
        entry,
        Object.fromEntries(Object.entries(target).filter(([condition]) => condition !== "@deodar/source")),
      ];
    });
    expect(publishConfig?.exports).toEqual(Object.fromEntries(published));
    expect(Object.keys(exports)).toContain("./package.json");
    expect(Object.keys(exports).filter((entry) => entry.includes("*"))).toEqual([]);
  });

  test("it has a README and the licence", () => {
    expect(existsSync(join(path, "README.md"))).toBe(true);
    expect(readFileSync(join(path, "LICENSE"), "utf8")).toBe(licence);
  });
});
