import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { toolHome } from "./home.ts";

/** A bundle that people would make, and how large it may be. */
export interface Bundle {
  readonly name: string;
  /** The module to bundle. */
  readonly source: string;
  /** Kilobytes, minified and gzipped, that the tests allow: close to what it is, so that growth is seen. */
  readonly budget: number;
  /** Kilobytes that were promised: what must hold and what we want. */
  readonly floor?: number;
  readonly aim?: number;
}

const decides = `
export { isAuthorized, PolicySet } from "@deodar/authorizer";
export { EntityStore } from "@deodar/core";
`;

const everything = [
  "deodar",
  "@deodar/diagnostics",
  "@deodar/core",
  "@deodar/syntax",
  "@deodar/syntax/json",
  "@deodar/schema",
  "@deodar/evaluator",
  "@deodar/authorizer",
  "@deodar/authorizer/json",
  "@deodar/authorizer/partial",
  "@deodar/formatter",
  "@deodar/validator",
];

/** The bundles with a budget, and those beside them. */
export const bundles: readonly Bundle[] = [
  { name: "syntax", source: 'export * from "@deodar/syntax";', budget: 18.5, floor: 14, aim: 12 },
  {
    name: "authorizer with policy JSON, no grammar",
    source: `${decides} export { policySetFromPlain, policySetFromJson } from "@deodar/authorizer/json";`,
    budget: 35.5,
    floor: 16,
    aim: 12,
  },
  {
    name: "authorizer with parsing",
    source: `${decides} export { policySetFromText, requestFromPlain } from "@deodar/authorizer";`,
    budget: 47,
    floor: 30,
    aim: 25,
  },
  {
    name: "authorizer with parsing, entities and requests from JSON",
    source: `
      export * from "@deodar/authorizer";
      export { Entities } from "@deodar/core";
      export { requestFromJson } from "@deodar/authorizer/json";
    `,
    budget: 55,
  },
  {
    name: "everything but the command line and the model",
    source: everything.map((name, index) => `export * as part${index} from "${name}";`).join("\n"),
    budget: 126,
    floor: 80,
    aim: 60,
  },
  { name: "the drop-in, whole", source: 'export * from "@deodar/cedar-wasm";', budget: 117 },
  {
    name: "the drop-in, isAuthorized alone",
    source: 'export { isAuthorized } from "@deodar/cedar-wasm";',
    budget: 77.8,
  },
];

/** Kilobytes that the own code of each package may take, without what it imports; close to what it is. */
export const packageBudgets: Readonly<Record<string, number>> = {
  diagnostics: 4.6,
  json: 4.7,
  core: 17.5,
  syntax: 26.2,
  schema: 22.8,
  evaluator: 14.6,
  formatter: 5.7,
  authorizer: 12.1,
  validator: 27.1,
  "cedar-wasm": 9.5,
  deodar: 0.7,
};

const packageFolder = (folder: string): string => join(toolHome, "..", "..", "packages", folder);

/** The module that exports all that a package does, from all of its entries. */
export function wholePackage(folder: string): string {
  const file = join(packageFolder(folder), "package.json");
  const { name, exports } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, unknown>>;
  };
  return Object.keys(exports)
    .filter((entry) => entry !== "./package.json")
    .map((entry, index) => `export * as part${index} from "${name}${entry.slice(1)}";`)
    .join("\n");
}

/**
 * The bytes of a module with all that it imports, minified and gzipped.
 *
 * @param own the folder of a package: its code alone counts, not that of other packages
 */
export async function sizeOf(source: string, own?: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: own === undefined ? toolHome : packageFolder(own) },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    conditions: ["@deodar/source"],
    write: false,
    logLevel: "silent",
    ...(own === undefined ? {} : { plugins: [onlyOwn(own)] }),
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}

/** Leaves out of the bundle whatever a file of this package imports from another. */
function onlyOwn(folder: string): Plugin {
  const name = folder === "deodar" ? "deodar" : `@deodar/${folder}`;
  return {
    name: "only-own",
    setup: (building) => {
      building.onResolve({ filter: /^[^.]/ }, ({ path, kind }) => {
        const own = path === name || path.startsWith(`${name}/`) || kind === "entry-point";
        return own ? undefined : { path, external: true };
      });
    },
  };
}
