import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workspacePackages } from "@deodar/package-graph";
import { describe, expect, test } from "vitest";

const generating = workspacePackages().filter(({ manifest }) => {
  const scripts = manifest["scripts"];
  return typeof scripts === "object" && scripts !== null && "generate" in scripts;
});

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

describe("generated files are what their sources generate", () => {
  test.each(generating)("$manifest.name", ({ path }) => {
    const folder = join(path, "src", "generated");
    const committed = contents(folder);
    execFileSync("pnpm", ["run", "generate"], { cwd: path, stdio: "pipe", shell: process.platform === "win32" });
    expect(contents(folder)).toEqual(committed);
  });
});
