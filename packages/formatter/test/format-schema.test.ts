import { unwrap } from "@deodar/diagnostics";
import { describe, expect, it } from "vitest";
import { formatSchema } from "../src/schema/index.ts";

function format(text: string, lineWidth = 80, indentWidth = 2): string {
  return unwrap(formatSchema(text, { lineWidth, indentWidth }));
}

describe("layout of schemas", () => {
  it("gives each attribute of an entity type its line, and a comma", () => {
    expect(format("entity User in[Group,Team]={name:String,age?:Long}tags Set<String>;")).toBe(
      "entity User in [Group, Team] = {\n  name: String,\n  age?: Long,\n} tags Set<String>;\n",
    );
  });

  it("keeps records inside of types on one line where they fit", () => {
    expect(format("type T={a:{b:Long,c:Set<{d:Bool,}>,},e:{}};")).toBe(
      "type T = {\n  a: { b: Long, c: Set<{ d: Bool }> },\n  e: {},\n};\n",
    );
    expect(format("type T={a:{b:Long,c:Set<{d:Bool}>}};", 24)).toBe(
      "type T = {\n  a: {\n    b: Long,\n    c: Set<{ d: Bool }>,\n  },\n};\n",
    );
  });

  it("lays actions out", () => {
    const text =
      'action view,"edit it"in[A::Action::"x",all]appliesTo{principal:[User],resource:X,context:{}}attributes{};';
    expect(format(text)).toBe(
      [
        'action view, "edit it" in [A::Action::"x", all] appliesTo {',
        "  principal: [User],",
        "  resource: X,",
        "  context: {},",
        "} attributes {};",
        "",
      ].join("\n"),
    );
    expect(format("action view,edit in all;", 17)).toBe("action view, edit\n  in all;\n");
    expect(format("action view,edit in all;", 10, 4)).toBe("action view,\n    edit\n    in all;\n");
  });

  it("breaks long lists of names", () => {
    expect(format('entity E enum["one","two","three"];', 20)).toBe(
      'entity E enum [\n  "one",\n  "two",\n  "three"\n];\n',
    );
  });

  it("indents namespaces and puts annotations on lines of their own", () => {
    expect(format('@doc("a")@b namespace A::B{@c entity E{@d a:Long};}namespace C{}')).toBe(
      '@doc("a")\n@b\nnamespace A::B {\n  @c\n  entity E {\n    @d\n    a: Long,\n  };\n}\n\nnamespace C {}\n',
    );
  });

  it("sets apart what takes several lines, and leaves it to the author for the rest", () => {
    expect(format("entity A;entity B;\n\n\nentity C;type T={a:Long};entity D;")).toBe(
      "entity A;\nentity B;\n\nentity C;\n\ntype T = {\n  a: Long,\n};\n\nentity D;\n",
    );
  });

  it("keeps comments at their places", () => {
    const text = [
      "// licence",
      "",
      "// users",
      "entity User { // a user",
      "  // the name",
      "  name: String, // never empty",
      "",
      "  age: Long, // in years",
      "  // no more",
      "}; // users",
      "// the end",
      "",
    ].join("\n");
    expect(format(text)).toBe(text);
    expect(format("entity User { name: String // the name\n};")).toBe(
      "entity User {\n  name: String, // the name\n};\n",
    );
    expect(format("entity User { a: Long // the name\n, b: Long };")).toBe(
      "entity User {\n  a: Long, // the name\n  b: Long,\n};\n",
    );
  });

  it("leaves an empty text empty, and comments alone as they are", () => {
    expect(format(" \n\n ")).toBe("");
    expect(format("// a\n\n\n// b")).toBe("// a\n\n// b\n");
    expect(format("namespace A { // a\n // b\n }")).toBe("namespace A { // a\n  // b\n}\n");
  });

  it("tells the errors of a text that does not parse", () => {
    const result = formatSchema("entity;");
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.errors.map(({ code }) => code)).toEqual(["schema/unexpected-token"]);
  });

  it("formats what does not resolve, and keeps strings as they are", () => {
    expect(format('type T={"a\\u{41}//":X::Y};')).toBe('type T = {\n  "a\\u{41}//": X::Y,\n};\n');
    expect(format('@a("x\n\n  # y")type T=Z;')).toBe('@a("x\n\n  # y")\ntype T = Z;\n');
  });

  it("throws on settings that are no whole numbers", () => {
    expect(() => formatSchema("", { lineWidth: 1.5 })).toThrow("lineWidth must be a whole number from 0, but is 1.5");
    expect(() => formatSchema("", { indentWidth: -1 })).toThrow(RangeError);
  });

  it("takes 100,000 declarations and 100,000 attributes", () => {
    const count = 100_000;
    const declarations = Array.from({ length: count }, (_, index) => `entity E${index};`).join("");
    expect(format(declarations).split("\n")).toHaveLength(count + 1);
    const attributes = Array.from({ length: count }, (_, index) => `a${index}:Long`).join(",");
    expect(format(`type T={${attributes}};`).split("\n")).toHaveLength(count + 3);
  });
});
