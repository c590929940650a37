import { gzipSync } from "node:zlib";
import { build } from "esbuild";
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
export { EntityStore, Entities } from "@deodar/core";
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
  { name: "syntax", source: 'export * from "@deodar/syntax";', budget: 20, floor: 14, aim: 12 },
  {
    name: "authorizer with policy JSON, no grammar",
    source: `${decides} export { policySetFromPlain, policySetFromJson } from "@deodar/authorizer/json";`,
    budget: 39,
    floor: 16,
    aim: 12,
  },
  {
    name: "authorizer with parsing",
    source: `${decides} export { policySetFromText, requestFromPlain } from "@deodar/authorizer";`,
    budget: 48,
    floor: 30,
    aim: 25,
  },
  {
    name: "everything but the command line and the model",
    source: everything.map((name, index) => `export * as part${index} from "${name}";`).join("\n"),
    budget: 125,
    floor: 80,
    aim: 60,
  },
  { name: "the drop-in, whole", source: 'export * from "@deodar/cedar-wasm";', budget: 120 },
  { name: "the drop-in, isAuthorized alone", source: 'export { isAuthorized } from "@deodar/cedar-wasm";', budget: 78 },
];

/** The bytes of a module with all that it imports, minified and gzipped. */
export async function sizeOf(source: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: toolHome },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    conditions: ["@deodar/source"],
    write: false,
    logLevel: "silent",
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}
