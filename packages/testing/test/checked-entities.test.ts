import { stringifyJson } from "@deodar/json";
import { typedEntitiesFromPlain } from "@deodar/schema";
import { checkedEntitiesFromJson, checkedEntitiesFromPlain, type Entity, type Schema, validateEntities } from "deodar";
import { assert, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryOf, type Choices, drawWorld, mutateJson, type World } from "../src/index.ts";

/**
 * What a result comes to, in a form that tests can compare: entities by uid, since stores have no particular order, maps
 * in their order, values with their kinds.
 */
type Outcome = readonly unknown[];

function outcome(
  result: { readonly ok: true; readonly value: Iterable<Entity> } | { readonly ok: false; readonly errors: unknown },
): Outcome {
  if (!result.ok) return ["refused", result.errors];
  const key = ({ uid }: Entity): string => JSON.stringify([uid.type, uid.id]);
  const entities = [...result.value].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return ["accepted", ...entities.map(shown)];
}

function shown({ uid, attributes, tags, parents }: Entity): unknown {
  return [uid, [...attributes], [...tags], parents].map((part) => plain(part));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const { kind, type, id, elements, entries, text, milliseconds } = value as { readonly [key: string]: unknown };
  if (kind === "entity") return ["entity", type, id];
  if (kind === "set") return ["set", ...(elements as readonly unknown[]).map(plain)];
  if (kind === "record") return ["record", ...Array.from(entries as ReadonlyMap<string, unknown>, plain)];
  return [kind, text, milliseconds];
}

/** Reading first and judging then, as it was told what each of them finds. */
function inTwoSteps(values: unknown, schema: Schema): Outcome {
  const entities = typedEntitiesFromPlain(values, schema);
  return outcome(entities.ok ? validateEntities(entities.value, schema) : entities);
}

const worlds = arbitraryOf((choices: Choices): World => drawWorld(choices));

describe("entities that are read and checked at once", () => {
  it("come out as from reading them first and checking them then", () => {
    assert(
      property(worlds, ({ schema, entities }) => {
        expect(outcome(checkedEntitiesFromPlain(entities, schema))).toEqual(inTwoSteps(entities, schema));
        const withoutActions = entities.filter(({ uid }) => !/(^|::)Action$/.test(uid.type));
        const checked = outcome(checkedEntitiesFromPlain(withoutActions, schema));
        expect(checked).toEqual(inTwoSteps(withoutActions, schema));
        expect(outcome(checkedEntitiesFromJson(stringifyJson(withoutActions), schema))).toEqual(checked);
      }),
    );
  });

  it("are refused for the same reasons if something about them is changed", () => {
    const changed = arbitraryOf((choices: Choices) => {
      const { schema, entities } = drawWorld(choices, {});
      const some = entities.filter(({ uid }) => !/(^|::)Action$/.test(uid.type) || choices.chance(10));
      return { schema, entities: mutateJson(choices, some, 1) };
    });
    assert(
      property(changed, ({ schema, entities }) => {
        expect(outcome(checkedEntitiesFromPlain(entities, schema))).toEqual(inTwoSteps(entities, schema));
      }),
      { numRuns: 500 },
    );
  });
});
