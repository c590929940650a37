import { readFileSync } from "node:fs";
import { schemaToJson, schemaToJsonWithResolvedTypes, schemaToText } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { describe, expect, it } from "vitest";
import {
  parseSchemaFragment,
  printSchemaFragment,
  resolveNames,
  schemaFragmentFromPlain,
  schemaFragmentToJson,
} from "../src/index.ts";

const sample = readFileSync(new URL("samples/photos.cedarschema", import.meta.url), "utf8");

describe("text to JSON and back", () => {
  it("gives the reference's JSON and text", () => {
    const fragment = unwrap(parseSchemaFragment(sample));
    const json = schemaToJson(sample);
    const text = schemaToText(sample);
    if (json.type !== "success" || text.type !== "success") throw new Error("the sample is wrong");
    expect(schemaFragmentToJson(fragment)).toEqual(json.json);
    expect(unwrap(printSchemaFragment(fragment))).toBe(text.text);
    expect(unwrap(printSchemaFragment(unwrap(parseSchemaFragment(text.text))))).toBe(text.text);
  });

  it("keeps the last of attributes with the same name", () => {
    const fragment = unwrap(parseSchemaFragment("type T = { a: Long, b: X, a?: String };"));
    expect(schemaFragmentToJson(fragment)).toEqual({
      "": {
        commonTypes: {
          T: {
            type: "Record",
            attributes: {
              a: { type: "EntityOrCommon", name: "String", required: false },
              b: { type: "EntityOrCommon", name: "X" },
            },
          },
        },
        entityTypes: {},
        actions: {},
      },
    });
  });

  it("has the places of names and declarations", () => {
    const text = '@a namespace N { entity User, "b; }'.replace('"b', "Bot");
    const [namespace] = unwrap(parseSchemaFragment(text)).namespaces;
    const shown = (span: { start: number; end: number } | undefined): string => text.slice(span?.start, span?.end);
    expect(shown(namespace?.span)).toBe("namespace N { entity User, Bot; }");
    expect(shown(namespace?.annotations[0]?.span)).toBe("@a");
    expect(namespace?.entityTypes.map(({ span, nameSpan }) => [shown(span), shown(nameSpan)])).toEqual([
      ["entity User, Bot;", "User"],
      ["entity User, Bot;", "Bot"],
    ]);
  });
});

const plain = (namespace: object): object => ({ "": { entityTypes: {}, actions: {}, ...namespace } });

describe("JSON to text", () => {
  it.each<readonly [string, object]>([
    [
      "every type",
      {
        "": {
          entityTypes: {
            B: {},
            A: {
              memberOfTypes: ["B", "N::C"],
              tags: { type: "Record", attributes: { a: { type: "Record", attributes: { b: { type: "Long" } } } } },
            },
          },
          actions: {
            'a "b"\n': {},
            g: { memberOf: [{ id: "h" }, { id: "i", type: "N::Action" }] },
            h: { memberOf: [] },
          },
          commonTypes: {
            T: {
              type: "Record",
              attributes: {
                boolean: { type: "Boolean" },
                if: { type: "Long", required: false },
                __cedar: { type: "String", annotations: { b: "\u0301x", a: null } },
                set: { type: "Set", element: { type: "Record", attributes: {} } },
                ip: { type: "Extension", name: "ipaddr" },
                entity: { type: "Entity", name: "A" },
                either: { type: "EntityOrCommon", name: "A" },
                common: { type: "U" },
              },
            },
            U: { type: "Set", element: { type: "Long" } },
          },
        },
        N: {
          entityTypes: { C: { enum: ["x", "\u{1f600}\u{e000}"] } },
          actions: { i: {} },
          annotations: { z: "1", y: "2" },
        },
      },
    ],
    [
      "actions with and without what they apply to",
      plain({
        entityTypes: { A: {} },
        actions: {
          a: { appliesTo: { principalTypes: ["A"], resourceTypes: ["A"], context: { type: "C" } } },
          b: { appliesTo: { principalTypes: [], resourceTypes: ["A"] } },
          c: {
            appliesTo: {
              principalTypes: ["A"],
              resourceTypes: ["A"],
              context: { type: "Record", attributes: { x: { type: "Long" } } },
            },
          },
        },
        commonTypes: { C: { type: "Record", attributes: {} } },
      }),
    ],
    [
      "namespaces, in the order of their last parts",
      {
        "B::A": { entityTypes: {}, actions: {} },
        "A::B": { entityTypes: {}, actions: {} },
        A: { entityTypes: {}, actions: {} },
        "C::A": { entityTypes: {}, actions: {} },
        "B::C::A": { entityTypes: {}, actions: {} },
        B: { entityTypes: {}, actions: {} },
      },
    ],
    [
      "a name of two meanings that only one of them is meant by",
      plain({ entityTypes: { A: {} }, commonTypes: { A: { type: "Long" } } }),
    ],
    ["nothing", {}],
  ])("is the reference's: %s", (_, document) => {
    const answer = schemaToText(document as Parameters<typeof schemaToText>[0]);
    if (answer.type !== "success") throw new Error(answer.errors[0]?.message);
    expect(unwrap(printSchemaFragment(unwrap(schemaFragmentFromPlain(document))))).toBe(answer.text);
    expect(parseSchemaFragment(answer.text).ok).toBe(true);
  });

  const collision = { entityTypes: { A: {} }, commonTypes: { A: { type: "Long" } }, actions: {} };

  it.each<readonly [string, object, readonly string[]]>([
    ["names of two meanings", { N: collision }, ["There are name collisions: [N::A]"]],
    [
      "shapes that are no records",
      {
        "": {
          entityTypes: { A: { shape: { type: "T" } } },
          actions: {},
          commonTypes: { T: { type: "Record", attributes: {} } },
        },
        N: { entityTypes: { B: { shape: { type: "T" } } }, actions: {} },
      },
      ["The following entities have shapes that cannot be converted to Cedar schema syntax: [A, N::B]"],
    ],
  ])("is refused as the reference refuses it: %s", (_, document, messages) => {
    const answer = schemaToText(document as Parameters<typeof schemaToText>[0]);
    expect(answer.type === "failure" && answer.errors.map(({ message }) => message)).toEqual(messages);
    const result = printSchemaFragment(unwrap(schemaFragmentFromPlain(document)));
    expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual(messages);
  });

  it.each<readonly [string, object, string]>([
    [
      "an entity type behind a common type",
      plain({ entityTypes: { A: {} }, commonTypes: { A: { type: "Set", element: { type: "Entity", name: "A" } } } }),
      "There are name collisions: [A]",
    ],
    [
      "a context that is a set",
      plain({
        actions: {
          a: {
            appliesTo: { principalTypes: [], resourceTypes: [], context: { type: "Set", element: { type: "Long" } } },
          },
        },
      }),
      'the context of action "a", which is no record, cannot be written in the Cedar schema syntax',
    ],
    [
      "attributes of actions",
      plain({ actions: { a: { attributes: {} } } }),
      'the attributes of action "a" cannot be written in the Cedar schema syntax',
    ],
    [
      "open records",
      plain({ entityTypes: { A: { tags: { type: "Record", attributes: {}, additionalAttributes: true } } } }),
      "a record with `additionalAttributes` cannot be written in the Cedar schema syntax",
    ],
  ])("is refused where it would mean something else: %s", (_, document, message) => {
    const result = printSchemaFragment(unwrap(schemaFragmentFromPlain(document)));
    expect(result.ok ? [] : result.errors.map((error) => error.message)).toEqual([message]);
  });

  it("comes back from JSON as it was", () => {
    const document = {
      N: {
        entityTypes: { A: { shape: { type: "Record", attributes: {}, additionalAttributes: true } } },
        actions: { a: { attributes: { x: 1 } }, b: { appliesTo: { resourceTypes: [], principalTypes: [] } } },
        annotations: { a: null },
      },
    };
    expect(schemaFragmentToJson(unwrap(schemaFragmentFromPlain(document)))).toEqual(document);
  });
});

describe("declarations of many names", () => {
  const names = Array.from({ length: 3000 }, (_, index) => `n${index}`);
  const text = `entity ${names.join(", ")} = { ${names.map((name) => `${name}: Long`).join(", ")} };`;

  it("share their parts in JSON, and are refused as a text of millions of attributes", () => {
    const fragment = unwrap(parseSchemaFragment(text));
    const json = schemaFragmentToJson(fragment) as Record<string, { entityTypes: Record<string, { shape: unknown }> }>;
    const types = json[""]?.entityTypes;
    expect(types?.["n0"]?.shape).toBe(types?.["n2999"]?.shape);
    const printed = printSchemaFragment(fragment);
    expect(printed.ok ? [] : printed.errors.map(({ code }) => code)).toEqual(["schema/too-large"]);
    const resolved = unwrap(resolveNames(fragment)).namespaces[0]?.entityTypes;
    expect(resolved?.[0]?.kind === "entityType" && resolved[0].shape).toBe(
      resolved?.[1]?.kind === "entityType" && resolved[1].shape,
    );
  });
});

describe("names in full", () => {
  const resolve = (document: object): object =>
    schemaFragmentToJson(unwrap(resolveNames(unwrap(schemaFragmentFromPlain(document)))));

  it("are those of entity types, of common types and of built-in types", () => {
    const text = `type T = { a: Long, b: User, c: N::User, d: __cedar::ipaddr, e: Set<T2> }; type T2 = decimal; entity User;
      namespace N { type T3 = T; entity User in Group = { t: T3 } tags String; entity Group, Other in User;
      action a in ["b", N::Action::"b"] appliesTo { principal: User, resource: [Group, User], context: T }; action b; }`;
    const answer = schemaToJsonWithResolvedTypes(text);
    if (answer.type !== "success") throw new Error(answer.errors[0]?.message);
    expect(schemaFragmentToJson(unwrap(resolveNames(unwrap(parseSchemaFragment(text)))))).toEqual(answer.json);
  });

  it("come from JSON too", () => {
    const types = {
      A: {
        shape: {
          type: "Record",
          attributes: {
            a: { type: "Entity", name: "A" },
            b: { type: "T" },
            c: { type: "Boolean" },
            d: { type: "Extension", name: "ipaddr" },
          },
        },
      },
      E: { enum: ["x"] },
    };
    const document = { N: { entityTypes: types, actions: { a: {} }, commonTypes: { T: { type: "String" } } } };
    const shape = {
      type: "Record",
      attributes: {
        a: { type: "Entity", name: "N::A" },
        b: { type: "N::T" },
        c: { type: "Boolean" },
        d: { type: "Extension", name: "ipaddr" },
      },
    };
    expect(resolve(document)).toEqual({ N: { ...document.N, entityTypes: { ...types, A: { shape } } } });
  });

  it("have to be declared", () => {
    const result = resolveNames(unwrap(parseSchemaFragment("entity A { a: B };")));
    expect(result.ok ? [] : result.errors.map(({ code, message }) => [code, message])).toEqual([
      ["schema/unknown-type", "failed to resolve type: B"],
    ]);
  });

  it("have to be such as can be declared", () => {
    const result = resolveNames(unwrap(parseSchemaFragment("entity Action { a: B };")));
    expect(result.ok ? [] : result.errors.map(({ code, message }) => [code, message])).toEqual([
      ["schema/action-type-declared", "entity type `Action` declared in `entityTypes` list"],
    ]);
  });
});
