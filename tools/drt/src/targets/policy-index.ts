import { isAuthorized, PolicySet } from "@deodar/authorizer";
import { Entities, type EntityUid, emptyRecord, entityOf, entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import {
  type EntityLiteral,
  type Policy,
  type PrincipalConstraint,
  printPolicy,
  type ScopeConstraint,
} from "@deodar/syntax";
import { type Choices, policyWhen } from "@deodar/testing";
import { Checks } from "../checks.ts";
import { PlainStore } from "../plain-store.ts";
import type { CaseResult, Target } from "../target.ts";

interface Filed {
  readonly id: string;
  readonly policy: Policy;
}

/** Many policies with few different scopes, come and gone, and actions whose groups change, against trying every scope. */
export const policyIndex: Target = {
  name: "policy index",
  share: 1,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const set = new PolicySet();
    const plain: Filed[] = [];
    const entities = drawHierarchy(choices);
    const stores = [0, 1].map(() => unwrap(Entities.of(entities)));
    const plains = [0, 1].map(() => new PlainStore(entities));
    const checks = new Checks(() => {
      const text = plain.map(({ policy }) => printPolicy(policy)).join("\n");
      return new Map([
        ["policies.cedar", text],
        ["entities.json", unwrap((stores[0] as Entities).toJson(2))],
      ]);
    });
    const wide = choices.chance(50);
    let count = 0;
    for (let round = 1 + choices.below(6); round > 0 && checks.passed; round--) {
      for (let more = choices.below(choices.pick([4, 30, 60])); more > 0; more--) {
        const filed = { id: `p${count++}`, policy: drawScoped(choices, wide) };
        unwrap(set.add(filed.id, filed.policy));
        plain.push(filed);
      }
      for (let fewer = choices.below(1 + Math.min(200, plain.length)); fewer > 0 && plain.length > 0; fewer--) {
        const [gone] = plain.splice(choices.below(Math.min(256, plain.length)), 1);
        unwrap(set.remove((gone as Filed).id));
      }
      const store = choices.pick([0, 0, 1]);
      for (let asked = 1 + choices.below(6); asked > 0; asked--) {
        if (choices.chance(40)) {
          const action = entityOf(choices.pick(actions), {
            parents: choices.list(0, 2, () => choices.pick(actionGroups)),
          });
          unwrap((stores[store] as Entities).upsert([action]));
          (plains[store] as PlainStore).put([action], true);
        }
        checks.next();
        compare(
          choices,
          { set, plain, store: stores[store] as Entities, plainStore: plains[store] as PlainStore },
          checks,
        );
      }
    }
    return checks.result();
  },
};

const users = ["a", "b", "c"].map((id) => entityUid("User", id));
const groups = ["g", "h", "i"].map((id) => entityUid("Group", id));
const files = ["x", "y"].map((id) => entityUid("File", id));
const folders = ["f", "g"].map((id) => entityUid("Folder", id));
const actions = ["read", "write"].map((id) => entityUid("Action", id));
const actionGroups = ["any", "few"].map((id) => entityUid("Action", id));

function drawHierarchy(choices: Choices): ReturnType<typeof entityOf>[] {
  const under = (uids: readonly EntityUid[], above: readonly EntityUid[]): ReturnType<typeof entityOf>[] =>
    uids.map((uid) => entityOf(uid, { parents: choices.list(0, 2, () => choices.pick(above)) }));
  return [
    ...under(users, groups),
    ...under(groups.slice(0, 1), groups.slice(1)),
    ...under(files, folders),
    ...under(actions, actionGroups),
  ];
}

function literal({ type, id }: EntityUid): EntityLiteral {
  return { kind: "entity", span: undefined, type, id };
}

function drawScoped(choices: Choices, wide: boolean): Policy {
  const party = (own: readonly EntityUid[], above: readonly EntityUid[], any: number): PrincipalConstraint => {
    const span = undefined;
    if (choices.chance(any)) return { kind: "scopeAny", span };
    const entityType = choices.pick([...own, ...above]).type;
    // Names that nobody has make an index large.
    const entity = literal(
      wide && choices.chance(50) ? entityUid(entityType, `${choices.below(40)}`) : choices.pick([...own, ...above]),
    );
    switch (choices.below(4)) {
      case 0:
        return { kind: "scopeEqual", span, entity };
      case 1:
        return { kind: "scopeIn", span, entity };
      case 2:
        return { kind: "scopeIs", span, entityType };
      default:
        return { kind: "scopeIsIn", span, entityType, entity };
    }
  };
  const all = [...actions, ...actionGroups];
  const action = choices.weighted({
    total: 4,
    entries: [
      [1, (): Policy["action"] => ({ kind: "scopeAny", span: undefined })],
      [1, (): Policy["action"] => ({ kind: "scopeActionEqual", span: undefined, entity: literal(choices.pick(all)) })],
      [1, (): Policy["action"] => ({ kind: "scopeActionIn", span: undefined, entity: literal(choices.pick(all)) })],
      [
        1,
        (): Policy["action"] => ({
          kind: "scopeActionInSet",
          span: undefined,
          entities: choices.list(0, 3, () => literal(choices.pick(all))),
        }),
      ],
    ],
  })();
  const any = choices.pick([20, 60]);
  const effect = choices.chance(15) ? ("forbid" as const) : ("permit" as const);
  const base = policyWhen({ kind: "boolean", span: undefined, value: !choices.chance(10) });
  // Some fail whenever their scope matches.
  const conditions = choices.chance(10)
    ? policyWhen({ kind: "long", span: undefined, value: 1 }).conditions
    : base.conditions;
  return {
    ...base,
    conditions,
    effect,
    principal: party(users, groups, any),
    action,
    resource: party(files, folders, any),
  };
}

interface Filled {
  readonly set: PolicySet;
  readonly plain: readonly Filed[];
  readonly store: Entities;
  readonly plainStore: PlainStore;
}

function compare(choices: Choices, { set, plain, store, plainStore }: Filled, checks: Checks): void {
  const request: Request = {
    principal: choices.pick([...users, ...users, ...groups, entityUid("Other", "a")]),
    action: choices.pick([...actions, ...actions, ...actionGroups, entityUid("Other", "read")]),
    resource: choices.pick([...files, ...files, ...folders]),
    context: emptyRecord,
  };
  const matching = plain.filter(({ policy }) => {
    return (["principal", "action", "resource"] as const).every((part) =>
      matches(request[part], policy[part], plainStore),
    );
  });
  const value = ({ policy }: Filed): unknown =>
    (policy.conditions[0]?.body as { readonly value?: unknown } | undefined)?.value;
  const satisfied = (effect: Policy["effect"]): string[] =>
    matching.filter((filed) => filed.policy.effect === effect && value(filed) === true).map(({ id }) => id);
  const [permits, forbids] = [satisfied("permit"), satisfied("forbid")];
  const expected = {
    decision: forbids.length === 0 && permits.length > 0 ? "allow" : "deny",
    reasons: forbids.length > 0 ? forbids : permits,
    errors: matching.filter((filed) => value(filed) === 1).map(({ id }) => id),
  };
  const told = isAuthorized({ request, policies: set, entities: store });
  const errors = told.errors.map(({ policyId }) => policyId);
  checks.equal("decision", JSON.stringify({ ...told, errors }), JSON.stringify(expected));
  const bare = isAuthorized({
    request,
    policies: set,
    entities: { get: (uid) => store.get(uid), isIn: (one, other) => store.isIn(one, other) },
  });
  checks.equal("decision by single questions", JSON.stringify(bare), JSON.stringify(told));
}

function matches(own: EntityUid, constraint: ScopeConstraint, store: PlainStore): boolean {
  const name = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type}\0${id}`;
  const isIn = (entity: { readonly type: string; readonly id: string }): boolean =>
    name(own) === name(entity) || store.ancestors(own).has(name(entity));
  if (constraint.kind === "scopeActionInSet") return constraint.entities.some(isIn);
  if ("entityType" in constraint && own.type !== constraint.entityType) return false;
  if (!("entity" in constraint)) return true;
  const entity = constraint.entity as EntityLiteral;
  return constraint.kind === "scopeEqual" || constraint.kind === "scopeActionEqual"
    ? name(own) === name(entity)
    : isIn(entity);
}
