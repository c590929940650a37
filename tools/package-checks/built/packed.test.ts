import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { workspacePackages } from "@deodar/package-graph";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packTarball } from "../src/pack.ts";

/** What only CommonJS or the older `node10` resolution would miss: these packages are ES modules, and say so. */
const esmOnly = new Set(["CJSResolvesToESM", "NoResolution"]);
const oldResolutions = new Set(["node10", "node16-cjs"]);

/** Where the packages are installed, by the folder in which they are built. */
const installed = workspacePackages().map(({ path, manifest }) => ({
  path,
  folder: `/node_modules/${manifest.name}/`,
}));

/** What a source map names that is not there once the packages are installed. It has no texts of its own. */
function lostSources(file: string, text: string): readonly string[] {
  const { sources, sourcesContent } = JSON.parse(text) as { sources: readonly string[]; sourcesContent?: unknown };
  if (sourcesContent !== undefined) return [`${file} has texts`];
  return sources
    .map((source) => posix.join(posix.dirname(file), source))
    .filter((source) => {
      const home = installed.find(({ folder }) => source.startsWith(folder));
      return home === undefined || !existsSync(join(home.path, source.slice(home.folder.length)));
    });
}

describe.each(workspacePackages())("the tarball of $manifest.name", (member) => {
  let folder: string;
  let tarball: Uint8Array<ArrayBuffer>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "deodar-pack-"));
    tarball = packTarball(member, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("publint finds nothing", async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test("its types are found wherever its code is", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(tarball));
    if (!analysis.types) throw new Error("the tarball has no types");
    const problems = analysis.problems.filter(
      (problem) =>
        !(esmOnly.has(problem.kind) && "resolutionKind" in problem && oldResolutions.has(problem.resolutionKind)),
    );
    expect(problems).toEqual([]);
  });

  test("it holds what it should and no source", () => {
    const root = `/node_modules/${member.manifest.name}/`;
    const packed = createPackageFromTarballData(tarball);
    const files = packed.listFiles().map((file) => file.replace(root, ""));
    const maps = files.filter((file) => /^dist\/bundle\/.+\.js\.map$/.test(file));
    expect(maps.flatMap((file) => lostSources(root + file, packed.readFile(root + file)))).toEqual([]);
    const wanted = ["package.json", "README.md", "LICENSE", "dist/index.js", "dist/index.d.ts"];
    expect(wanted.filter((file) => !files.includes(file))).toEqual([]);
    const known = new Set([...wanted, ...maps]);
    expect(files.filter((file) => !known.has(file) && !/^dist\/.+\.(js|d\.ts)$/.test(file))).toEqual([]);
  });
});
