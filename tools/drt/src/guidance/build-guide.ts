import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { type Branch, instrument } from "./instrument.ts";
import { hitsName } from "./instrument-name.ts";

/** The packages whose branches are to be reached. */
const packages: readonly string[] = [
  "diagnostics",
  "json",
  "core",
  "syntax",
  "schema",
  "evaluator",
  "authorizer",
  "formatter",
  "validator",
];

/** Builds `entry` with the packages' sources, those that no program wrote, instrumented. Gives all branches in them. */
export async function buildGuide(root: string, entry: string, outfile: string): Promise<readonly Branch[]> {
  const branches: Branch[] = [];
  const codes = new Map<string, string>();
  for (const file of packages.flatMap((name) => sourcesOf(root, `packages/${name}/src`))) {
    const instrumented = instrument(file, readFileSync(join(root, file), "utf8"), branches.length);
    branches.push(...instrumented.branches);
    codes.set(join(root, file), instrumented.code);
  }
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@deodar/source"],
    external: ["@cedar-policy/cedar-wasm", "@cedar-policy/cedar-wasm/*"],
    banner: { js: `const ${hitsName} = globalThis.${hitsName} = new Uint8Array(${branches.length});` },
    logLevel: "warning",
    plugins: [
      {
        name: "instrument",
        setup: (steps) => {
          steps.onLoad({ filter: /[/\\]packages[/\\].*[.]ts$/ }, ({ path }) => {
            const contents = codes.get(path);
            return contents === undefined ? undefined : { contents, loader: "ts" };
          });
        },
      },
    ],
  });
  return branches;
}

function sourcesOf(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && !file.includes("/generated/"))
    .sort();
}
