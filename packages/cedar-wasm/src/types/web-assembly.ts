// The types of the reference's `./web` that name what browsers have. They are found where the program's own libraries of
// types declare them, so that programs without those can use this package, too.

type Instance<Name extends string> = typeof globalThis extends { readonly [name in Name]: { prototype: infer Type } }
  ? Type
  : never;

type OfWebAssembly<Name extends string> = typeof globalThis extends {
  readonly WebAssembly: { readonly [name in Name]: { prototype: infer Type } };
}
  ? Type
  : never;

type BufferSource = typeof globalThis extends {
  readonly WebAssembly: { readonly validate: (bytes: infer Bytes) => boolean };
}
  ? Bytes
  : never;

/** What the reference's `initSync` takes in; nothing is needed here, so anything will do. */
export type SyncInitInput = BufferSource | OfWebAssembly<"Module">;

/** What the reference's `init` takes in; nothing is needed here, so anything will do. */
export type InitInput = string | Instance<"Request"> | Instance<"URL"> | Instance<"Response"> | SyncInitInput;

type Unary = (a: unknown) => unknown;
type Binary = (a: unknown, b: unknown) => unknown;
type OfText = (a: number, b: number) => unknown;
type OfTextAndValue = (a: number, b: number, c: unknown) => unknown;
type Text = () => [number, number];

/**
 * What the reference's `init` gives out: the exports of its WebAssembly module. There is none here, so the object is
 * empty; the type is for programs that hand it on.
 */
export interface InitOutput {
  readonly memory: OfWebAssembly<"Memory">;
  readonly getCedarSDKVersion: Text;
  readonly getValidRequestEnvsPolicy: Binary;
  readonly getValidRequestEnvsTemplate: Binary;
  readonly getCedarVersion: Text;
  readonly formatPolicies: Unary;
  readonly validate: Unary;
  readonly checkParseContext: Unary;
  readonly checkParseEntities: Unary;
  readonly checkParsePolicySet: Unary;
  readonly checkParseSchema: Unary;
  readonly policySetTextToParts: OfText;
  readonly policyToJson: Unary;
  readonly policyToText: Unary;
  readonly schemaToJson: Unary;
  readonly schemaToJsonWithResolvedTypes: OfText;
  readonly schemaToText: Unary;
  readonly templateToJson: Unary;
  readonly templateToText: Unary;
  readonly getCedarLangVersion: Text;
  readonly isAuthorized: Unary;
  readonly isAuthorizedPartial: Unary;
  readonly preparsePolicySet: OfTextAndValue;
  readonly preparseSchema: OfTextAndValue;
  readonly statefulIsAuthorized: Unary;
  readonly __wbindgen_malloc: (a: number, b: number) => number;
  readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
  readonly __wbindgen_exn_store: (a: number) => void;
  readonly __externref_table_alloc: () => number;
  readonly __wbindgen_externrefs: OfWebAssembly<"Table">;
  readonly __wbindgen_free: (a: number, b: number, c: number) => void;
  readonly __wbindgen_start: () => void;
}
