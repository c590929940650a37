import { describe, expect, it } from "vitest";
import { maxTypeNesting, parseSchemaFragment } from "../src/index.ts";
import { comparable, type Fault, referenceFaults } from "./oracle.ts";

/** The reference has no words for two tokens. */
function worded({ message, help, labels }: Fault): Fault {
  const word = (label: string | undefined): string | undefined =>
    label?.replace("APPLIESTO", "`appliesTo`").replace("ATTRIBUTES", "`attributes`");
  return { message, help, labels: labels.map((label) => ({ ...label, text: word(label.text) })) };
}

const texts: readonly string[] = [
  "namespace A { entity B;} namespace A {entity C;}",
  "namespace A::__cedar { entity B;} namespace A {entity C; entity C;}entity __cedar;",
  "entity __cedar;entity B; action x appliesTo {principal: []}; type Set={};",
  "action x appliesTo {principal: B, principal: C, context: {}, context: {},};entity B;entity C;",
  "action x, y appliesTo {principal: B, resource: [], context: {}, context: {},};entity B;entity C;",
  "action a appliesTo { context: {}, principal: X, context: {}, };",
  "action a appliesTo { principal: [] };",
  "type Entity = Long;type __cedar = Long;",
  "@a @a(entity A;",
  "@a @a entity A;",
  "@if @if entity A;",
  "@a @a entity A { x: };",
  '@a("x") @b @a("y") namespace A {}',
  "entity A {@a @a x: Long, @b @b @b y: Long};",
  "type T = {a: {@x @x b: Long}, @y @y c: Long};",
  "entity A { if: Long, x: ! };",
  "entity A { if: Long !",
  "entity A { if !: Long }",
  '@"a" entity A;',
  "entity A in [B,];",
  "entity A in [A, if] in x",
  "entity A appliesTo;",
  "entity A = tags B;",
  "entity A enum [];",
  "entity A {x: Set<Long",
  "entity A {x: Set if",
  "entity A { a?: Long,, }",
  'entity A {"\\u{110000}\\x": Long};entity B',
  "entity A; entity A, A;",
  'entity A { "\\q": Long };',
  'action "\\x80" in "\\u{d800}";',
  'entity "',
  "entity 'a'; entity",
  '\u00a0entity "A";',
  "action a attributes {}; action b appliesTo {} ;",
  "action a in B::C;",
  "action a in [b::c, d];",
  'action a in b::"c"::d;',
  'action "\\0" appliesTo { principal: X };',
  "action if in if::b;",
  "action a { principal: A };",
  "namespace X { namespace Y {} }",
  "namespace X { entity A; ",
  "namespace A {};",
  "namespace A {} // c\n;",
  "namespace in {}",
  "namespace true {}",
  "namespace A { entity B; }; entity;",
  "}",
  '{"a": 1}',
  "type A = Set<Set<Long>>",
  "12",
  "#",
  "\ud83d\ude00 entity A;",
];

describe("schema texts", () => {
  it.each(texts)("%s", (text) => {
    const result = parseSchemaFragment(text);
    const [theirs] = referenceFaults(text);
    expect(result.ok ? undefined : comparable(result.errors)[0]).toEqual(theirs && worded(theirs));
  });

  const codesOf = (text: string): readonly unknown[] => {
    const result = parseSchemaFragment(text);
    return result.ok
      ? []
      : result.errors.map(({ code, labels }) => [code, text.slice(labels[0]?.start, labels[0]?.end)]);
  };

  it("have every independent syntax error told", () => {
    expect(codesOf("entity A {; entity if; namespace N { action a b; type = X; } entity B in; type T = Set<;")).toEqual(
      [
        ["schema/unexpected-token", ";"],
        ["schema/reserved-identifier", "if"],
        ["schema/unexpected-token", "b"],
        ["schema/unexpected-token", "="],
        ["schema/unexpected-token", ";"],
        ["schema/unexpected-token", ";"],
      ],
    );
    expect(codesOf("entity A entity B in; # type T = {}; namespace 1 { entity; } entity")).toEqual([
      ["schema/unexpected-token", "entity"],
      ["schema/unexpected-token", ";"],
      ["schema/invalid-token", ""],
      ["schema/unexpected-token", "1"],
      ["schema/unexpected-token", ";"],
      ["schema/unexpected-end", ""],
    ]);
    expect(codesOf("namespace A { entity B { x: [ } } ; entity C }")).toEqual([
      ["schema/unexpected-token", "["],
      ["schema/unexpected-token", ";"],
      ["schema/unexpected-token", "}"],
    ]);
    expect(codesOf("namespace A { entity B { x: {}} } entity D; type 5 }")).toEqual([
      ["schema/unexpected-token", "}"],
      ["schema/unexpected-token", "5"],
    ]);
    expect(codesOf('@a @a entity A { "\\q": X }; entity ;')).toEqual([
      ["schema/invalid-escape", '"\\q"'],
      ["schema/duplicate-annotation", "a"],
      ["schema/unexpected-token", ";"],
    ]);
  });

  it("have the annotation told first that comes again first", () => {
    expect(codesOf("@a @b @a @b @a entity X;")[0]).toEqual(["schema/duplicate-annotation", "a"]);
    expect(codesOf("@a @b @b @a entity X;")[0]).toEqual(["schema/duplicate-annotation", "b"]);
    expect(codesOf("@a @b @a @b @a entity X; entity ;")[0]).toEqual(["schema/duplicate-annotation", "a"]);
  });

  it("have everything told that is wrong with their declarations", () => {
    const text = `namespace A { entity B, B; action c, c; type D = X; type D = X; } namespace A {}
      entity __cedar; type Long = X; action e appliesTo { principal: [], principal: X, context: X, context: X };`;
    expect(codesOf(text)).toEqual([
      ["schema/duplicate-declaration", "B"],
      ["schema/duplicate-declaration", "c"],
      ["schema/duplicate-declaration", "D"],
      ["schema/duplicate-namespace", "A"],
      ["schema/reserved-namespace", "__cedar"],
      ["schema/empty-target", "e"],
      ["schema/duplicate-target", "principal: []"],
      ["schema/duplicate-context", "context: X,"],
      ["schema/missing-target", "e"],
      ["schema/reserved-type-name", "Long"],
    ]);
  });

  it("may stand 200 records and sets deep", () => {
    const nested = (levels: number): string => `type T = ${"Set<".repeat(levels)}Long${">".repeat(levels)};`;
    const records = (levels: number): string => `entity E ${"{a:".repeat(levels)}Long${"}".repeat(levels)};`;
    expect(codesOf(nested(maxTypeNesting))).toEqual([]);
    expect(codesOf(records(maxTypeNesting))).toEqual([]);
    expect(codesOf(nested(maxTypeNesting + 1))).toEqual([["schema/nesting-too-deep", "<"]]);
    expect(codesOf(`${records(100_000)} entity 1;`)).toEqual([
      ["schema/nesting-too-deep", "{"],
      ["schema/unexpected-token", "1"],
    ]);
    expect(codesOf("type T = Set<".repeat(100_000))).toHaveLength(1);
  });

  it("are read whatever is in them", () => {
    expect(codesOf("")).toEqual([]);
    expect(codesOf("\ufeffentity A;")).toEqual([["schema/invalid-token", ""]]);
    expect(codesOf("\0")).toEqual([["schema/invalid-token", ""]]);
    expect(codesOf("entity A;\r\n// c\r\nentity B;\u0085\u2028")).toEqual([]);
    expect(codesOf("}".repeat(100_000))).toHaveLength(1);
    expect(codesOf(";".repeat(100_000))).toHaveLength(1000);
    expect(codesOf(`entity A${", A".repeat(100_000)};`)).toHaveLength(1000);
    expect(codesOf(`@a("${"x".repeat(10_000_000)}") entity A;`)).toEqual([]);
    expect(codesOf(`entity ${"é ".repeat(100_000)}`)).toHaveLength(1);
  });

  it("are refused if the caller left too little of the stack", () => {
    const text = `type T = ${"{a:".repeat(maxTypeNesting)}Long${"}".repeat(maxTypeNesting)};`;
    const codes = new Set<unknown>();
    const exhaust = (): void => {
      const result = parseSchemaFragment(text);
      codes.add(result.ok || result.errors[0]?.code);
    };
    const deep = (): boolean => {
      try {
        if (deep()) return true;
        exhaust();
        return codes.has(true);
      } catch (error) {
        if (error instanceof RangeError) return false;
        throw error;
      }
    };
    expect(deep()).toBe(true);
    expect([...codes]).toEqual(["schema/nesting-too-deep", true]);
  });

  it("keep the names that objects of JavaScript have by themselves", () => {
    expect(codesOf("entity __proto__, constructor { toString: Long, valueOf: Long };")).toEqual([]);
  });
});
