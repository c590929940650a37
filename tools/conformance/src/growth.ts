import { isAuthorized, policySetFromText, requestFromPlain } from "@deodar/authorizer";
import { Entities, setOf } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { parseJson, stringifyJson } from "@deodar/json";
import { parseExpression, parsePolicies, printExpression } from "@deodar/syntax";

/** Something whose cost must grow no faster than its size: `prepare` makes the input of size `n`, outside the timing. */
export interface Growth {
  readonly name: string;
  /** The smallest size to measure. */
  readonly size: number;
  readonly prepare: (n: number) => () => unknown;
}

const repeat = (piece: string | ((index: number) => string), n: number, glue = ""): string =>
  Array.from({ length: n }, (_, index) => (typeof piece === "string" ? piece : piece(index))).join(glue);

const parsing = (name: string, size: number, text: (n: number) => string): Growth => ({
  name: `parse ${name}`,
  size,
  prepare: (n) => {
    const input = text(n);
    return () => parseExpression(input);
  },
});

const parsingFile = (name: string, size: number, text: (n: number) => string): Growth => ({
  name: `parse ${name}`,
  size,
  prepare: (n) => {
    const input = text(n);
    return () => parsePolicies(input);
  },
});

const printing = (name: string, size: number, text: (n: number) => string): Growth => ({
  name: `print ${name}`,
  size,
  prepare: (n) => {
    const tree = unwrap(parseExpression(text(n)));
    return () => printExpression(tree);
  },
});

const uid = { type: "User", id: "me" };
const selfish = [{ uid, attrs: { me: { __entity: uid } }, parents: [], tags: {} }];

function deciding(
  name: string,
  size: number,
  condition: (n: number) => string,
  context: (n: number) => { readonly [key: string]: unknown } = () => ({}),
): Growth[] {
  const text = (n: number): string => `permit(principal, action, resource) when { ${condition(n)} };`;
  const setUp = (n: number): Parameters<typeof isAuthorized>[0] => ({
    policies: unwrap(policySetFromText(text(n))),
    request: unwrap(requestFromPlain({ principal: uid, action: uid, resource: uid, context: context(n) })),
    entities: unwrap(Entities.fromPlain(selfish)),
  });
  return [
    {
      name: `compile ${name}`,
      size,
      prepare: (n) => {
        const input = text(n);
        return () => policySetFromText(input);
      },
    },
    {
      name: `decide ${name}`,
      size,
      prepare: (n) => {
        const call = setUp(n);
        return () => isAuthorized(call);
      },
    },
  ];
}

const entityChain = (n: number): string =>
  stringifyJson(
    Array.from({ length: n }, (_, i) => ({
      uid: { type: "T", id: `${i}` },
      attrs: { a: i },
      parents: [{ type: "T", id: `${i + 1}` }],
    })),
  );

const plain = "permit(principal, action, resource)";
const depth = 180;

/** Every construct that could hide a cost beyond linear. */
// biome-ignore format: a table reads better packed
export const growths: readonly Growth[] = [
  ...["&&", "||", "+", "-", "*"].flatMap((operator) => [
    parsing(`a chain of ${operator}`, 20_000, (n) => repeat("1", n, ` ${operator} `)),
    printing(`a chain of ${operator}`, 20_000, (n) => repeat("1", n, ` ${operator} `)),
  ]),
  parsing("attributes", 20_000, (n) => `principal${repeat(".a", n)}`),
  printing("attributes", 20_000, (n) => `principal${repeat(".a", n)}`),
  parsing("method calls", 10_000, (n) => `principal${repeat(".contains(1)", n)}`),
  parsing("indexes", 10_000, (n) => `principal${repeat('["a b"]', n)}`),
  parsing("a namespace", 20_000, (n) => `principal is ${repeat("A", n, "::")}`),
  parsing("a dotted has", 20_000, (n) => `principal has ${repeat("a", n, ".")}`),
  parsing("a set", 20_000, (n) => `[${repeat("1", n, ", ")}]`),
  parsing("a record", 20_000, (n) => `{${repeat((i) => `k${i}: 1`, n, ", ")}}`),
  parsing("a record with equal keys", 20_000, (n) => `{${repeat("k: 1", n, ", ")}}`),
  parsing("a string", 500_000, (n) => `"${repeat("x", n)}"`),
  parsing("a string of escapes", 100_000, (n) => `"${repeat("\\u{41}", n)}"`),
  parsing("a pattern", 100_000, (n) => `principal like "${repeat("a*", n)}"`),
  parsing("an integer", 200_000, (n) => `${repeat("0", n)}1`),
  parsing("an integer that is too long", 200_000, (n) => repeat("9", n)),
  parsing("unknown functions", 5_000, (n) => `[${repeat("foo(1)", n, ", ")}]`),
  parsing("unknown variables", 5_000, (n) => `[${repeat("foo", n, ", ")}]`),
  parsing("unclosed parentheses", 20_000, (n) => repeat("(", n)),
  parsing("nested parentheses", 50, (n) => repeat(`${"(".repeat(depth)}1${")".repeat(depth)}`, n, " + ")),
  parsing("nested sets", 50, (n) => repeat(`${"[".repeat(depth)}1${"]".repeat(depth)}`, n, " + ")),
  parsing("nested ifs", 50, (n) => repeat(`(${"if true then ".repeat(depth)}1${" else 2".repeat(depth)})`, n, " + ")),
  parsingFile("policies", 2_000, (n) => repeat(`${plain} when { principal.a == 1 };\n`, n)),
  parsingFile("policies with errors", 2_000, (n) => repeat(`${plain} when { 1 1 };\n`, n)),
  parsingFile("policies with wrong names", 2_000, (n) => repeat(`${plain} when { foo.bar };\n`, n)),
  parsingFile("semicolons", 5_000, (n) => repeat(";", n)),
  parsingFile("comments", 50_000, (n) => `${repeat("// c\n", n)}${plain};`),
  parsingFile("spaces", 500_000, (n) => `${repeat(" ", n)}${plain};`),
  parsingFile("annotations", 10_000, (n) => `${repeat((i) => `@a${i} `, n)}${plain};`),
  parsingFile("conditions", 5_000, (n) => `${plain} ${repeat("when { true } ", n)};`),
  ...deciding("a chain of &&", 20_000, (n) => repeat("true", n, " && ")),
  ...deciding("a chain of +", 20_000, (n) => `${repeat("1", n, " + ")} > 0`),
  ...deciding("attributes", 20_000, (n) => `principal${repeat(".me", n)} == principal`),
  ...deciding("a dotted has", 20_000, (n) => `principal has ${repeat("me", n, ".")}`),
  ...deciding("like with many wildcards", 20_000, (n) => `context.s like "${repeat("*a", n)}*b"`, (n) => ({ s: repeat("a", n) })),
  ...deciding("like that almost fits", 20_000, (n) => `context.s like "*b${repeat("a", n)}*"`, (n) => ({ s: repeat("a", 2 * n) })),
  ...deciding("like that almost fits at the end", 20_000, (n) => `context.s like "*${repeat("a", n)}b*"`, (n) => ({ s: repeat("a", 2 * n) })),
  ...deciding("like with a period", 20_000, (n) => `context.s like "*${repeat("ab", n / 2)}b*"`, (n) => ({ s: repeat("ab", n) })),
  ...deciding("equality of sets", 10_000, (n) => `[${repeat((i) => `${i}`, n, ",")}] == context.s`, (n) => ({ s: Array.from({ length: n }, (_, i) => n - 1 - i) })),
  ...deciding("equality of sets of records", 2_000, (n) => `[${repeat((i) => `{a: ${i}}`, n, ",")}] == context.s`, (n) => ({ s: Array.from({ length: n }, (_, i) => ({ a: n - 1 - i })) })),
  ...deciding("equality of sets of sets", 2_000, (n) => `[${repeat((i) => `[${i}]`, n, ",")}] == context.s`, (n) => ({ s: Array.from({ length: n }, (_, i) => [n - 1 - i]) })),
  ...deciding("equality of sets of addresses", 2_000, (n) => `[${repeat((i) => `ip("10.0.${i >> 8}.${i & 255}")`, n, ",")}] == context.s`, (n) => ({ s: Array.from({ length: n }, (_, i) => ({ __extn: { fn: "ip", arg: `10.0.${i >> 8}.${i & 255}` } })) })),
  ...deciding("containsAll", 10_000, (n) => `[${repeat((i) => `${i}`, n, ",")}].containsAll(context.s)`, (n) => ({ s: Array.from({ length: n }, (_, i) => n - 1 - i) })),
  ...deciding("containsAny", 10_000, (n) => `[${repeat((i) => `${i}`, n, ",")}].containsAny(context.s)`, (n) => ({ s: Array.from({ length: n }, (_, i) => -1 - i) })),
  ...deciding("records", 10_000, (n) => `{${repeat((i) => `k${i}: ${i}`, n, ",")}} == context.s`, (n) => ({ s: Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${n - 1 - i}`, n - 1 - i])) })),
  { name: "read JSON: an array", size: 50_000, prepare: (n) => { const text = `[${repeat("1", n, ",")}]`; return () => parseJson(text); } },
  { name: "read JSON: an object", size: 20_000, prepare: (n) => { const text = `{${repeat((i) => `"k${i}":1`, n, ",")}}`; return () => parseJson(text); } },
  { name: "read JSON: a long integer", size: 2_000, prepare: (n) => { const text = repeat("7", n); return () => parseJson(text); } },
  { name: "read JSON: a string", size: 200_000, prepare: (n) => { const text = `"${repeat("\\n", n)}"`; return () => parseJson(text); } },
  { name: "load entities: a chain", size: 2_000, prepare: (n) => { const text = entityChain(n); return () => Entities.fromJson(text); } },
  { name: "load entities: one with many parents", size: 5_000, prepare: (n) => { const text = stringifyJson([{ uid: { type: "T", id: "a" }, attrs: {}, parents: Array.from({ length: n }, (_, i) => ({ type: "T", id: `${i}` })) }]); return () => Entities.fromJson(text); } },
  { name: "load entities: one with a large set", size: 5_000, prepare: (n) => { const text = stringifyJson([{ uid: { type: "T", id: "a" }, attrs: { s: Array.from({ length: n }, (_, i) => i) }, parents: [] }]); return () => Entities.fromJson(text); } },
  { name: "load entities: one with a set of records", size: 2_000, prepare: (n) => { const text = stringifyJson([{ uid: { type: "T", id: "a" }, attrs: { s: Array.from({ length: n }, (_, i) => ({ a: i })) }, parents: [] }]); return () => Entities.fromJson(text); } },
  { name: "make a set of equal sets", size: 5_000, prepare: (n) => { const sets = Array.from({ length: n }, () => setOf([1, 2])); return () => setOf(sets); } },
];
