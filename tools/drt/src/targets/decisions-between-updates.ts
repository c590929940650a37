import { isAuthorized, policySetFromText } from "@deodar/authorizer";
import { Entities, type EntityUid, entitiesFromPlain, entityUid, recordOf, sameUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import type { Choices } from "@deodar/testing";
import { Checks } from "../checks.ts";
import { PlainStore } from "../plain-store.ts";
import type { CaseResult, Target } from "../target.ts";

/** So few that most that is asked for has been there, has gone, or has come again. */
const places = 8;

interface PlainUid {
  readonly type: string;
  readonly id: string;
}

const plainUid = (place: number): PlainUid => ({ type: ["User", "Group"][place % 2] as string, id: `x${place >> 1}` });

function uidAt(place: number): EntityUid {
  const { type, id } = plainUid(place);
  return entityUid(type, id);
}

/**
 * The same policies, compiled once, again and again while entities come, change and go: what a store, a policy or a uid
 * remembers from one decision to the next must not outlive what it is about. The other side remembers nothing.
 */
export const decisionsBetweenUpdates: Target = {
  name: "decisions between updates",
  share: 3,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const text = choices.list(1, 8, () => drawPolicy(choices)).join("\n");
    const policies = unwrap(policySetFromText(text));
    const store = unwrap(Entities.of([]));
    const plain = new PlainStore([]);
    const steps: string[] = [];
    const checks = new Checks(() => {
      return new Map([
        ["policies.cedar", `${text}\n`],
        ["steps.txt", `${steps.join("\n")}\n`],
      ]);
    });
    const source = {
      get: (uid: EntityUid) => plain.get(uid),
      isIn: (uid: EntityUid, other: EntityUid) =>
        sameUid(uid, other) || plain.ancestors(uid).has(`${other.type}\0${other.id}`),
    };
    // Values that are kept remember where they were found.
    const kept = Array.from({ length: places }, (_, place) => uidAt(place));
    const drawUid = (): EntityUid =>
      choices.chance(50) ? (kept[choices.below(places)] as EntityUid) : uidAt(choices.below(places));
    for (let count = 1 + choices.below(30); count > 0 && checks.passed; count--) {
      steps.push(update(choices, store, plain));
      for (let asked = choices.below(4); asked > 0; asked--) {
        const action = entityUid("Action", choices.pick(["view", "edit"]));
        const request: Request = { principal: drawUid(), action, resource: drawUid(), context: recordOf([]) };
        const decide = (entities: typeof source): string => {
          const { decision, reasons, errors } = isAuthorized({ request, policies, entities });
          return JSON.stringify([decision, reasons, errors.map(({ policyId, error }) => [policyId, error.message])]);
        };
        steps.push(`${JSON.stringify([request.principal, request.resource])} may ${action.id}?`);
        checks.next();
        checks.equal("decision", decide(store), decide(source));
      }
    }
    return checks.result();
  },
};

/** Changes both stores alike, and says how. */
function update(choices: Choices, store: Entities, plain: PlainStore): string {
  if (choices.chance(30)) {
    const place = choices.below(places);
    store.remove(uidAt(place));
    plain.remove(uidAt(place));
    return `remove ${JSON.stringify(plainUid(place))}`;
  }
  const given = choices.list(1, 3, () => drawEntity(choices));
  const entities = unwrap(entitiesFromPlain(given));
  if (store.upsert(entities).ok) plain.put(entities, true);
  return `upsert ${JSON.stringify(given)}`;
}

function drawEntity(choices: Choices): object {
  const place = choices.below(places);
  const reference = (): object => ({ __entity: plainUid(choices.below(places)) });
  const attrs: Record<string, unknown> = {};
  for (const name of ["a", "b"]) {
    const roll = choices.below(10);
    if (roll < 5) attrs[name] = reference();
    else if (roll < 8) attrs[name] = choices.list(0, 3, reference);
    else if (roll < 9) attrs[name] = choices.pick(["text", [1], { a: plainUid(0) }]);
  }
  // Parents come later in the order of places, but for the few that may make a cycle.
  const parents = choices.list(0, 2, () => choices.below(places)).filter((each) => each > place || choices.chance(5));
  return { uid: plainUid(place), attrs, parents: parents.map(plainUid) };
}

function drawPolicy(choices: Choices): string {
  const variable = (): string => choices.pick(["principal", "resource"]);
  const path = (): string => `${variable()}.${choices.pick(["a", "b", "a.a", "a.b", "b.a", "a.b.a"])}`;
  const constant = (): string => {
    const { type, id } = plainUid(choices.below(places));
    return `${type}::"${id}"`;
  };
  const condition = (): string =>
    choices.pick([
      () => `${variable()} in ${path()}`,
      () => `${variable()} in ${path()}`,
      () => `${variable()} in [${path()}, ${choices.pick([path, constant])()}]`,
      () => `${variable()} in ${variable()}`,
      () => `${variable()} in ${constant()}`,
      () => `${path()} in ${variable()}`,
      () => `${path()} in ${choices.pick([path, constant])()}`,
      () => `${path()} ${choices.pick(["==", "!="])} ${choices.pick([variable, path, constant])()}`,
      () => `${path()}.contains(${variable()})`,
      () => `${variable()} has ${choices.pick(["a", "b", "a.b"])}`,
    ])();
  const slot = (name: string): string => {
    const roll = choices.below(8);
    return roll === 0 ? `${name} in ${constant()}` : roll === 1 ? `${name} == ${constant()}` : name;
  };
  const action = choices.pick(["action", 'action == Action::"view"', 'action in [Action::"edit", Action::"view"]']);
  const joined = choices.list(1, 3, condition).join(choices.pick([" && ", " || "]));
  const scope = `${choices.pick(["permit", "forbid"])} (${slot("principal")}, ${action}, ${slot("resource")})`;
  return `${scope} ${choices.pick(["when", "unless"])} { ${joined} };`;
}
