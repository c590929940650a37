/** What a program takes in, and how many bytes that may cost it, minified and gzipped. */
export interface Bundle {
  readonly name: string;
  /** The program: an ECMAScript module. */
  readonly program: string;
  /** Raised only for good reason: what is not needed must stay out of the bundle. */
  readonly budget: number;
}

const all = (...packages: readonly string[]): string =>
  packages.map((name, index) => `export * as p${index} from "${name}";`).join("\n");

/** The packages by themselves, with all that they need, and what programs commonly take. */
export const bundles: readonly Bundle[] = [
  { name: "@deodar/diagnostics", program: all("@deodar/diagnostics"), budget: 4_500 },
  { name: "@deodar/json", program: all("@deodar/json"), budget: 4_500 },
  { name: "@deodar/core", program: all("@deodar/core"), budget: 21_000 },
  { name: "@deodar/syntax", program: all("@deodar/syntax"), budget: 18_300 },
  { name: "@deodar/syntax/json", program: all("@deodar/syntax/json"), budget: 13_800 },
  { name: "@deodar/schema", program: all("@deodar/schema"), budget: 39_500 },
  { name: "@deodar/evaluator", program: all("@deodar/evaluator"), budget: 21_300 },
  { name: "@deodar/authorizer", program: all("@deodar/authorizer"), budget: 51_700 },
  { name: "@deodar/formatter", program: all("@deodar/formatter"), budget: 21_000 },
  { name: "@deodar/validator", program: all("@deodar/validator"), budget: 49_700 },
  { name: "@deodar/cedar-wasm", program: all("@deodar/cedar-wasm"), budget: 117_000 },
  { name: "deodar", program: all("deodar"), budget: 101_000 },
  {
    name: "isAuthorized of the drop-in",
    program: 'export { isAuthorized } from "@deodar/cedar-wasm";',
    budget: 77_800,
  },
  { name: "parsing policies", program: 'export { parsePolicies } from "@deodar/syntax";', budget: 17_200 },
  {
    name: "authorizing by policies in JSON, without the grammar",
    program: `
      export { isAuthorized } from "@deodar/authorizer";
      export { policySetFromJson } from "@deodar/authorizer/json";
      export { Entities } from "@deodar/core";`,
    budget: 38_500,
  },
  {
    name: "authorizing by policies in text",
    program: `
      export { isAuthorized, policySetFromText, requestFromPlain } from "@deodar/authorizer";
      export { Entities } from "@deodar/core";`,
    budget: 49_500,
  },
  {
    name: "everything but the command line and the model",
    program: all(
      "deodar",
      "@deodar/diagnostics",
      "@deodar/json",
      "@deodar/core",
      "@deodar/syntax",
      "@deodar/syntax/json",
      "@deodar/schema",
      "@deodar/evaluator",
      "@deodar/evaluator/partial",
      "@deodar/authorizer",
      "@deodar/authorizer/json",
      "@deodar/authorizer/partial",
      "@deodar/formatter",
      "@deodar/validator",
    ),
    budget: 126_000,
  },
];
