import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import graph from "./tools/package-graph/graph.json" with { type: "json" };

/** The folders of the packages that must run anywhere JavaScript runs. */
const engines = Object.entries(graph.packages)
  .filter(([, { engine }]) => engine)
  .map(([name]) => `packages/${name.replace("@deodar/", "")}/src/**/*.ts`);

const hostGlobals = [
  "console",
  "Date",
  "process",
  "Buffer",
  "global",
  "eval",
  "Function",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "fetch",
  "window",
  "document",
  "performance",
];

export default defineConfig(
  globalIgnores(["**/dist/", "**/generated/", "**/coverage/", "**/node_modules/", "**/samples/", "**/.turbo/"]),
  {
    files: ["packages/*/src/**/*.ts", "packages/*/test/**/*.ts", "tools/*/{src,test,built}/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // Callers need not be TypeScript: checks of what types promise are wanted.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-unnecessary-boolean-literal-compare": "off",
      "@typescript-eslint/no-unnecessary-type-conversion": "off",
      "@typescript-eslint/no-generated-empty-object-type": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/restrict-plus-operands": "off",
      "@typescript-eslint/no-unused-vars": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      eqeqeq: "error",
      "no-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "BinaryExpression[operator='in'][left.type!='Literal']",
          message: "Use Object.hasOwn: `in` sees inherited keys.",
        },
        {
          selector: "BinaryExpression[operator='instanceof'][right.name!=/(Error|Map)$/]",
          message: "Two copies of a package may meet: look at `kind`.",
        },
        {
          selector: String.raw`Literal[regex.pattern=/\\p\{(?!ASCII)/]`,
          message: "Engines look properties up as they read the module: make it with lazyPattern.",
        },
      ],
    },
  },
  {
    files: engines,
    rules: {
      "no-restricted-globals": ["error", ...hostGlobals],
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^node:", message: "Engine packages use no built-in module of Node." }] },
      ],
      "no-restricted-properties": [
        "error",
        ...["eval", "Function"].map((property) => ({ object: "globalThis", property })),
      ],
    },
  },
  {
    files: ["packages/*/test/**/*.ts", "tools/*/{src,test,built}/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-type-assertion": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-implied-eval": "off",
      "@typescript-eslint/no-unnecessary-type-assertion": "off",
      "@typescript-eslint/no-unnecessary-template-expression": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/only-throw-error": "off",
      "no-new-func": "off",
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/restrict-plus-operands": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/require-await": "off",
      "no-restricted-syntax": "off",
    },
  },
);
