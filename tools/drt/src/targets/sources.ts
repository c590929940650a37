import { type IndexedSource, isAuthorized, isAuthorizedBatch } from "@deodar/authorizer";
import { Entities, type Entity, type EntityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { compileExpression, type Request } from "@deodar/evaluator";
import { parseExpression } from "@deodar/syntax";
import { type Choices, drawKind, drawPolicySet, drawRequest, drawWorld } from "@deodar/testing";
import { Checks, thrownBy } from "../checks.ts";
import { drawOptions } from "../options.ts";
import { PolicySetForms } from "../policy-set-forms.ts";
import { Question, Situation } from "../situation.ts";
import type { CaseResult, Target } from "../target.ts";

/** Sources of entities that programs bring, against the store; and what only looks like a source or a request. */
export const sources: Target = {
  name: "sources",
  share: 2,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const situation = new Situation(drawWorld(choices, { nonconforming: 20, dangling: 40 }));
    const { world, store } = situation;
    const policies = new PolicySetForms(drawPolicySet(choices, world.ground, drawOptions(choices)));
    const kind = drawKind(choices, world.ground);
    const questions = choices.list(1, 3, () => new Question(drawRequest(choices, world.ground, kind, { slips: 5 })));
    const checks = new Checks(() => {
      return new Map([...situation.files(), ...policies.files(), ...questions.map((question) => question.file())]);
    });
    const decide = (request: Request, entities: IndexedSource): string =>
      JSON.stringify(isAuthorized({ request, policies: policies.set, entities }));
    for (const { request } of questions) {
      const expected = decide(request, store);
      for (const [name, source] of Object.entries(sourcesLike(store, situation, choices))) {
        checks.next();
        checks.equal(name, decide(request, source), expected);
      }
      for (const [name, answer] of Object.entries(lies)) {
        checks.next();
        const source = {
          get: (uid: EntityUid): Entity | undefined => store.get(uid),
          isIn: (): never => answer() as never,
        };
        // Policies that do not apply for another reason need no answer.
        const told = outcomeOf(() => decide(request, source));
        checks.equal(name, told, told === expected ? expected : refusal);
        checks.equal(
          name,
          outcomeOf(() => String(isInNobody.evaluate(request, source))),
          refusal,
        );
      }
      checks.next();
      const asked: EntityUid[] = [];
      decide(request, {
        isIn: (one, other) => store.isIn(one, other),
        get: (uid) => {
          asked.push(uid);
          return store.get(uid);
        },
      });
      for (const party of [request.principal, request.resource]) {
        checks.equal("asked for again", asked.indexOf(party), asked.lastIndexOf(party));
      }
      checks.next();
      for (const broken of brokenRequests(request)) {
        const told = thrownBy(() => decide(broken as Request, store));
        checks.equal("broken request", told, brokenRequest);
      }
    }
    checks.next();
    const requests = questions.map(({ request }) => request);
    const batch = isAuthorizedBatch({ requests, policies: policies.set, entities: store });
    checks.equal(
      "batch",
      batch.map((each) => JSON.stringify(each)).join(),
      requests.map((request) => decide(request, store)).join(),
    );
    return checks.result();
  },
};

const isInNobody = unwrap(compileExpression(unwrap(parseExpression('principal in Nobody::"x"'))));

function outcomeOf(call: () => string): string {
  try {
    return call();
  } catch (error) {
    return String(error);
  }
}

const refusal = "TypeError: `isIn` of a source of entities has to give a boolean, and at once";
const brokenRequest = "TypeError: a request is made of entity uids and a context record: see requestFromPlain";

const lies: Readonly<Record<string, () => unknown>> = {
  "a promise for a boolean": () => Promise.resolve(true),
  "a number for a boolean": () => 1,
  "nothing for a boolean": () => undefined,
};

/** Overrides what it inherits in the same way, which is to be believed instead of the list of ancestors. */
class Overriding extends Entities {
  override isIn(descendant: EntityUid, ancestor: EntityUid): boolean {
    return super.isIn(descendant, ancestor);
  }
}

/** Sources of the same entities in every form that is allowed. */
function sourcesLike(store: Entities, { world }: Situation, choices: Choices): Readonly<Record<string, IndexedSource>> {
  const get = (uid: EntityUid): Entity | undefined => store.get(uid);
  const isIn = (one: EntityUid, other: EntityUid): boolean => store.isIn(one, other);
  const strangers = [...world.ground.uids.values()].flat().slice(0, choices.below(4));
  const more = strangers.map(({ type, id }): EntityUid => ({ kind: "entity", type, id }));
  // What an index finds is tried again, so more ancestors than there are do no harm, nor does one that comes twice.
  const ancestors = (uid: EntityUid): EntityUid[] => [...store.ancestors(uid), uid, ...more, ...store.ancestors(uid)];
  const bare: IndexedSource = { get, isIn };
  return {
    "without ancestors": bare,
    "with ancestors": { get, isIn, ancestors: (uid) => store.ancestors(uid) },
    "with more ancestors": { get, isIn, ancestors },
    "with ancestors one by one": {
      get,
      isIn,
      *ancestors(uid) {
        yield* ancestors(uid);
      },
    },
    "an heir of one with ancestors": Object.assign(Object.create({ ancestors: () => [] }) as IndexedSource, bare),
    "an heir of the store": overriding(store),
    "a store with an own isIn": Object.assign(unwrap(Entities.of(store)), { isIn }),
    "a store with all of its own": Object.assign(new Entities(), {
      get,
      isIn,
      ancestors: (uid: EntityUid) => store.ancestors(uid),
    }),
    "fresh entities": { isIn, get: (uid) => copyOf(store.get(uid)) },
  };
}

function overriding(store: Entities): Overriding {
  return unwrap(new Overriding().add(store)) as Overriding;
}

/** The same entity as an object that was not made by the engine. */
function copyOf(entity: Entity | undefined): Entity | undefined {
  return (
    entity && {
      uid: entity.uid,
      attributes: new Map(entity.attributes),
      tags: new Map(entity.tags),
      parents: entity.parents,
    }
  );
}

/** Requests of which one part is not what it should be. */
function brokenRequests(request: Request): readonly object[] {
  const { principal, context } = request;
  const { type, id } = principal;
  return [
    ...(["principal", "action", "resource"] as const).flatMap((part) => [
      { ...request, [part]: { type, id } },
      { ...request, [part]: { kind: "user", type, id } },
      { ...request, [part]: { kind: "entity", type: 1, id } },
      { ...request, [part]: { kind: "entity", type, id: undefined } },
    ]),
    { ...request, context: {} },
    { ...request, context: { kind: "set", entries: context.entries } },
    { ...request, context: { kind: "record", entries: {} } },
  ];
}
