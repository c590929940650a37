import { type Entity, type EntityStore, entitiesFromPlain, entitiesToJson } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import {
  readEntities,
  readSchema,
  validateEntities as validateByModel,
  validateRequest as validateRequestByModel,
} from "@deodar/model";
import { type Schema, typedContextFromPlain } from "@deodar/schema";
import { actionEntityJson, drawKind, drawRequest, drawWorld, type EntityJson } from "@deodar/testing";
import { checkedEntitiesFromPlain, validateEntities, validateRequest } from "@deodar/validator";
import { hasBigInt, modelJson } from "../plain-json.ts";
import { isCrash } from "../reference.ts";
import { Question, Situation } from "../situation.ts";
import type { Answers, CaseResult, Disagreement, Target } from "../target.ts";

/**
 * Whether entities that do not conform as they were read by themselves do as the schema has them read: it takes a string
 * for an extension value, for one.
 */
function isShortForm(untyped: readonly Entity[], typed: EntityStore, schema: Schema): boolean {
  const same = untyped.map(({ uid }) => typed.get(uid)).filter((entity) => entity !== undefined);
  return unwrap(entitiesToJson(untyped)) !== unwrap(entitiesToJson(same)) && validateEntities(typed, schema).ok;
}

/** Whether requests and entities are as a schema says. */
export const conformance: Target = {
  name: "conformance",
  share: 5,
  referenceEvery: 12,
  run(choices, { reference, census }): CaseResult {
    const world = drawWorld(choices, { nonconforming: 60 });
    const situation = new Situation(world);
    const schema = readSchema(modelJson(world.schemaJson as object));
    const disagreements: Disagreement[] = [];
    let tests = 0;
    let withReference = 0;
    const note = (what: string, answers: Answers, files: readonly (readonly [string, string])[]): void =>
      void disagreements.push({ what, answers, sample: () => new Map([...situation.files(), ...files]) });

    const compareEntities = (entities: readonly EntityJson[]): void => {
      tests += 1;
      const untyped = unwrap(entitiesFromPlain(entities));
      const ours = validateEntities(untyped, world.schema);
      const model = validateByModel(readEntities(modelJson(entities)), schema);
      for (const error of ours.ok ? [] : ours.errors) census?.countCode("conformance/entities", error.code);
      if (ours.ok) census?.count("conformance/entities/conform");
      const files: [string, string][] = [["entities.json", `${JSON.stringify(entities, bigAsText, 2)}\n`]];
      const told = ours.ok ? "conform" : ours.errors.map(({ message }) => message).join("; ");
      if (ours.ok !== model) note("entities", { production: told, model: String(model) }, files);
      if (reference === undefined || hasBigInt(entities)) return;
      withReference += 1;
      const answer = reference.ask((api) =>
        api.checkParseEntities({ entities: entities as never, schema: world.schemaJson as never }),
      );
      const theirs = isCrash(answer)
        ? answer.crashed
        : answer.type === "success"
          ? "conform"
          : (answer.errors[0]?.message ?? "");
      const read = checkedEntitiesFromPlain(entities, world.schema);
      const isSame = read.ok ? theirs === "conform" : read.errors.some(({ message }) => message === theirs);
      const readAs = read.ok ? "conform" : read.errors.map(({ message }) => message).join("; ");
      const what = read.ok || theirs === "conform" ? "reference: entities" : "reference: entities: message";
      if (!isSame) note(what, { production: readAs, model: String(model), reference: theirs }, files);
      if (read.ok !== ours.ok && !(read.ok && isShortForm(untyped, read.value, world.schema)))
        note("read and checked, or checked when read", { production: `${told}; read: ${readAs}` }, files);
    };
    // All of them, and each by itself, so that one fault does not hide others.
    const own = world.entities.filter(({ uid }) => world.schema.actions.get(uid.type)?.has(uid.id) !== true);
    compareEntities(own);
    for (const entity of own.slice(0, 6)) compareEntities([entity]);
    if (choices.chance(20)) compareEntities(mutatedActions(choices.chance(50), actionEntityJson(world.ground.view)));

    for (let count = 1 + choices.below(12); count > 0; count--) {
      tests += 1;
      const slips = choices.pick([0, 15, 30]);
      const question = new Question(drawRequest(choices, world.ground, drawKind(choices, world.ground), { slips }));
      const ours = validateRequest(question.request, world.schema);
      const model = validateRequestByModel(question.model, schema);
      for (const error of ours.ok ? [] : ours.errors) census?.countCode("conformance/request", error.code);
      if (ours.ok) census?.count("conformance/request/conforms");
      const told = ours.ok ? "conforms" : ours.errors.map(({ message }) => message).join("; ");
      if (ours.ok !== model) note("request", { production: told, model: String(model) }, [question.file()]);
      if (reference === undefined || !question.isExact) continue;
      withReference += 1;
      const answer = reference.ask((api) =>
        api.isAuthorized({
          ...question.json,
          context: question.json.context as never,
          schema: world.schemaJson as never,
          validateRequest: true,
          policies: {},
          entities: [],
        }),
      );
      const theirs = isCrash(answer)
        ? answer.crashed
        : answer.type === "success"
          ? "conforms"
          : (answer.errors[0]?.message ?? "");
      const isSame = conformsAsRead(question, world.schema) === (theirs === "conforms");
      if (!isSame)
        note("reference: request", { production: told, model: String(model), reference: theirs }, [question.file()]);
    }
    return { tests, withReference, disagreements };
  },
};

/** Whether a request conforms if a context is read as the schema says: a text may stand for a duration there. */
function conformsAsRead({ json, request }: Question, schema: Schema): boolean {
  const context = typedContextFromPlain(json.context, schema, request.action);
  return context.ok && validateRequest({ ...request, context: context.value }, schema).ok;
}

/** Action entities with a parent too few or an attribute too many. */
function mutatedActions(withAttribute: boolean, actions: readonly EntityJson[]): readonly EntityJson[] {
  return actions.map((action, index) => {
    if (index > 0) return action;
    return withAttribute ? { ...action, attrs: { a: 1 } } : { ...action, parents: action.parents.slice(1) };
  });
}

function bigAsText(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
