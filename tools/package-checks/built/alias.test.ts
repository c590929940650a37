import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workspacePackages } from "@deodar/package-graph";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packTarball } from "../src/pack.ts";

const call = `{
  principal: { type: "User", id: "ada" },
  action: { type: "Action", id: "view" },
  resource: { type: "Photo", id: "sea.jpg" },
  context: {},
  policies: { staticPolicies: 'permit (principal == User::"ada", action, resource);' },
  entities: [],
}`;
const print = `console.log(cedar.isAuthorized(${call}).response.decision);`;
const both = `${print} console.log(cedar.getCedarVersion());`;

/** Programs written against the reference, by the name of their file. */
const programs: readonly (readonly [file: string, program: string])[] = [
  ["main.mjs", `import * as cedar from "@cedar-policy/cedar-wasm"; ${both}`],
  [
    "named.mjs",
    `import { isAuthorized, getCedarVersion } from "@cedar-policy/cedar-wasm";
    const cedar = { isAuthorized, getCedarVersion }; ${both}`,
  ],
  ["nodejs.mjs", `import * as cedar from "@cedar-policy/cedar-wasm/nodejs"; ${both}`],
  ["web.mjs", `import init, * as cedar from "@cedar-policy/cedar-wasm/web"; await init(); ${both}`],
  [
    "web-sync.mjs",
    `import { initSync } from "@cedar-policy/cedar-wasm/web"; initSync({ module: new Uint8Array() });
    import * as cedar from "@cedar-policy/cedar-wasm/web"; ${both}`,
  ],
  ["dynamic.mjs", `const cedar = await import("@cedar-policy/cedar-wasm/nodejs"); ${both}`],
  ["main.cjs", `const cedar = require("@cedar-policy/cedar-wasm"); ${both}`],
  ["nodejs.cjs", `const cedar = require("@cedar-policy/cedar-wasm/nodejs"); ${both}`],
  ["web.cjs", `const cedar = require("@cedar-policy/cedar-wasm/web"); cedar.default().then(() => { ${both} });`],
];

describe("the tarball of the drop-in, under the name of the reference", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "deodar-alias-"));
    const dropIn = workspacePackages().find(({ manifest }) => manifest.name === "@deodar/cedar-wasm");
    if (dropIn === undefined) throw new Error("there is no drop-in");
    const packed = join(folder, "packed");
    const installed = join(folder, "node_modules", "@cedar-policy", "cedar-wasm");
    for (const each of [packed, installed]) mkdirSync(each, { recursive: true });
    const tarball = join(folder, "drop-in.tgz");
    writeFileSync(tarball, packTarball(dropIn, packed));
    // As npm does it for an alias; nothing else is installed, since the bundle has all that it needs.
    execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(programs)("%s runs unchanged", (file, program) => {
    writeFileSync(join(folder, file), program);
    const printed = execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", file], { cwd: folder });
    expect(String(printed)).toBe("allow\n4.13.0\n");
  });
});
