import { decide, decideWhen } from "./decide.ts";
import type { HostileCase } from "./hostile-case.ts";

/** Names that mean something to JavaScript, and texts that mean something to terminals, files and encoders. */
// biome-ignore format: a table reads better packed
const names: readonly string[] = [
  "__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf", "__defineGetter__", "__lookupSetter__", "then", "length", "size", "has", "get", "kind", "type", "id", "toJSON", "", " ", "\0", "\u{FEFF}", "\r\n", "\u{2028}", "💥", "e\u{301}", "\u{202E}", "a\\b", "'", '"', "$&", "%s", "../..", "0", "-1", "1e3", "NaN",
];

/** A Cedar string literal of any text. */
const literal = (text: string): string =>
  `"${Array.from(text, (character) => (/[A-Za-z0-9_ ]/.test(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`)).join("")}"`;

const json = JSON.stringify;
const fresh = (name: string, value: unknown): { readonly [key: string]: unknown } =>
  Object.fromEntries([[name, value]]);
const user = (id: string, attrs: object, more: object = {}): object => ({
  uid: { type: "User", id },
  attrs,
  parents: [],
  ...more,
});
const decideFor = (condition: string, attrs: object, more: object = {}): string =>
  decide(`permit(principal, action, resource) when { ${condition} };`, {}, [user("me", attrs, more)]);

/** Odd names as keys of everything that has keys: present where they were put, absent where they were not. */
export const oddNameCases: readonly HostileCase[] = names.flatMap((name): HostileCase[] => {
  const key = literal(name);
  return [
    {
      name: `${json(name)} as an attribute`,
      expected: "allow",
      run: () => decideFor(`principal has ${key} && principal[${key}] == 1`, fresh(name, 1)),
    },
    {
      name: `${json(name)} as a missing attribute`,
      expected: "deny",
      run: () => decideFor(`principal has ${key}`, { other: 1 }),
    },
    {
      name: `${json(name)} as a tag`,
      expected: "allow",
      run: () =>
        decideFor(`principal.hasTag(${key}) && principal.getTag(${key}) == "t"`, {}, { tags: fresh(name, "t") }),
    },
    {
      name: `${json(name)} as a missing tag`,
      expected: "deny",
      run: () => decideFor(`principal.hasTag(${key})`, fresh(name, 1), { tags: { other: 1 } }),
    },
    {
      name: `${json(name)} as a key of the context`,
      expected: "allow",
      run: () => decideWhen(`context has ${key} && context[${key}] == {"k": 1}`, fresh(name, { k: 1 })),
    },
    {
      name: `${json(name)} as a missing key of the context`,
      expected: "deny",
      run: () => decideWhen(`context has ${key}`),
    },
    {
      name: `${json(name)} as a key of a nested record`,
      expected: "allow",
      run: () => decideWhen(`context.r[${key}] == true`, { r: fresh(name, true) }),
    },
    {
      name: `${json(name)} as a key of a record literal`,
      expected: "allow",
      run: () =>
        decideWhen(
          `{${key}: 1}[${key}] == 1 && {${key}: 1} has ${key} && !({} has ${key}) && {${key}: 1} == {${key}: 1} && {${key}: 1} != {}`,
        ),
    },
    {
      name: `${json(name)} as an element of a set`,
      expected: "allow",
      run: () => decideWhen(`[${key}, 1].contains(${key}) && ![1].contains(${key}) && [${key}, ${key}] == [${key}]`),
    },
    {
      name: `${json(name)} as an entity id`,
      expected: "allow",
      run: () =>
        decide(
          `permit(principal, action, resource) when { User::${key}.n == 1 && User::${key} in User::"up" && !(User::"me" has n) };`,
          {},
          [user(name, { n: 1 }, { parents: [{ type: "User", id: "up" }] })],
        ),
    },
    {
      name: `${json(name)} as a missing entity`,
      expected: "deny with entity `User::",
      run: () => decide(`permit(principal, action, resource) when { User::${key}.n == 1 };`, {}, []).slice(0, 24),
    },
    {
      name: `${json(name)} as an annotation's value`,
      expected: "allow",
      run: () => decide(`@id(${key}) permit(principal, action, resource);`),
    },
    {
      name: `${json(name)} in a pattern`,
      expected: "allow",
      run: () => decideWhen(`context.s like "*${key.slice(1, -1)}*"`, { s: `a${name}b` }),
    },
  ];
});

/** The names that are identifiers, where only identifiers may stand. */
export const oddIdentifierCases: readonly HostileCase[] = names
  .filter((name) => /^[A-Za-z_]\w*$/.test(name) && name !== "then" && name !== "has")
  .flatMap((name): HostileCase[] => [
    {
      name: `${name} as an annotation key`,
      expected: "allow",
      run: () => decide(`@${name} permit(principal, action, resource);`),
    },
    {
      name: `${name} twice as an annotation key`,
      expected: "syntax/duplicate-annotation",
      run: () => decide(`@${name} @${name} permit(principal, action, resource);`),
    },
    {
      name: `${name} as a record key and attribute`,
      expected: "allow",
      run: () => decideWhen(`{${name}: 1}.${name} == 1 && !(context has ${name})`),
    },
    {
      name: `${name} twice as a record key`,
      expected: "syntax/duplicate-key",
      run: () => decideWhen(`{${name}: 1, "${name}": 2}.${name} == 1`),
    },
    {
      name: `${name} as a type and a namespace`,
      expected: "allow",
      run: () =>
        decide(
          `permit(principal, action, resource) when { ${name}::${name}::"a" is ${name}::${name} && ${name}::"a" != ${name}::${name}::"a" && ${name}::${name}::"a".x == 1 };`,
          {},
          [{ uid: { type: `${name}::${name}`, id: "a" }, attrs: { x: 1 }, parents: [] }],
        ),
    },
    { name: `${name} as a variable`, expected: "syntax/unknown-variable", run: () => decideWhen(`${name} == 1`) },
    { name: `${name} as a function`, expected: "syntax/unknown-function", run: () => decideWhen(`${name}(1)`) },
    { name: `${name} as a method`, expected: "syntax/unknown-method", run: () => decideWhen(`principal.${name}(1)`) },
    {
      name: `${name} as a condition`,
      expected: "syntax/invalid-condition",
      run: () => decide(`permit(principal, action, resource) ${name} { true };`),
    },
    {
      name: `${name} as an effect`,
      expected: "syntax/invalid-effect",
      run: () => decide(`${name}(principal, action, resource);`),
    },
  ]);

/** Texts with marks of encodings. */
export const encodingCases: readonly HostileCase[] = [
  {
    name: "a BOM before a policy",
    expected: "syntax/invalid-token",
    run: () => decide("\u{FEFF}permit(principal, action, resource);"),
  },
  { name: "a BOM in a string", expected: "allow", run: () => decideWhen('"\u{FEFF}" == "\\u{feff}"') },
  {
    name: "CRLF between tokens",
    expected: "allow",
    run: () => decide("permit\r\n(principal,\r\naction,\r\nresource)\r\n;\r\n"),
  },
  {
    name: "CR that ends a comment",
    expected: "allow",
    run: () => decide("// c\rpermit(principal, action, resource);"),
  },
  { name: "CRLF in a string", expected: "syntax/invalid-escape", run: () => decideWhen('"a\r\nb" == ""') },
  { name: "LF in a string", expected: "allow", run: () => decideWhen('"a\nb" == "a\\nb"') },
  {
    name: "NUL between tokens",
    expected: "syntax/invalid-token",
    run: () => decide("permit\0(principal, action, resource);"),
  },
  { name: "NUL in a string", expected: "allow", run: () => decideWhen('"\0" == "\\0"') },
  { name: "U+0085 between tokens", expected: "allow", run: () => decide("permit\u{85}(principal, action, resource);") },
  {
    name: "a lone surrogate between tokens",
    expected: "syntax/invalid-token",
    run: () => decide("permit\uD800(principal, action, resource);"),
  },
  { name: "composed and decomposed letters", expected: "allow", run: () => decideWhen('"\u{e9}" != "e\u{301}"') },
  {
    name: "a code point beyond U+FFFF is one character of a pattern",
    expected: "allow",
    run: () => decideWhen('"💥💥" like "💥*" && !("💥" like "\\u{1F4A5}\\u{1F4A5}")'),
  },
];
