import { expect, test } from "vitest";
import { parseSchemaFragment } from "../src/index.ts";
import { comparable, referenceFaults } from "./oracle.ts";

const texts = [
  "namespace A { entity B;} namespace A {entity C;}",
  "namespace A::__cedar { entity B;} namespace A {entity C; entity C;}entity __cedar;",
  "entity __cedar;entity B; action x appliesTo {principal: []}; type Set={};",
  "action x appliesTo {principal: B, principal: C, context: {}, context: {},};entity B;entity C;",
  "action x, y appliesTo {principal: B, resource: [], context: {}, context: {},};entity B;entity C;",
  "type Entity = Long;type __cedar = Long;",
  "@a @a(entity A;",
  "entity A {@a @a x: Long, @b @b @b y: Long};",
  "entity A { if: Long, x: ! };",
  "entity A { if: Long !",
  "entity A { if !: Long }",
  '@"a" entity A;',
  "entity A in [B,];",
  "entity A appliesTo;",
  "action a attributes {}; action b appliesTo {} ;",
  "action a in B::C;",
  "entity A enum [];",
  "entity A {x: Set<Long",
  '\u00a0entity "A";',
  'entity A {"\\u{110000}\\x": Long};entity B',
  "action a in [b::c, d];",
  'action "\\0" appliesTo { principal: X };',
  "entity A = tags B;",
  "namespace X { namespace Y {} }",
  "namespace X { entity A; ",
  "}",
  "namespace A {};",
  "namespace A {} // c\n;",
  '{"a": 1}',
  "entity A {x: Set if",
  'entity "',
  "entity 'a'; entity",
  "type A = Set<Set<Long>;",
  "type A = Set<Set<Long>>",
  "namespace in {}",
  "namespace true {}",
  "entity A in [A, if] in x",
  "action if in if::b;",
  "action a appliesTo { context: {}, principal: X, context: {}, };",
  "@if @if entity A;",
  "@a @a entity A { x: };",
  "entity A; entity A, A;",
  "type T = {a: {@x @x b: Long}, @y @y c: Long};",
  "12",
  "entity A { a?: Long,, }",
  "action a appliesTo {principal: []};",
];
test.each(texts)("%s", (text) => {
  const r = parseSchemaFragment(text);
  const ours = r.ok ? [] : comparable(r.errors);
  const theirs = referenceFaults(text);
  expect(ours[0]).toEqual(
    theirs[0] && {
      ...theirs[0],
      labels: theirs[0].labels.map((l) => ({
        ...l,
        text: l.text?.replace(/\b(APPLIESTO|ATTRIBUTES)\b/g, (w: string) =>
          w === "APPLIESTO" ? "`appliesTo`" : "`attributes`",
        ),
      })),
    },
  );
});
