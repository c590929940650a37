import { Entities, type Entity, type EntityUid, entityOf, entityUid, recordOf } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { parsePolicies } from "@deodar/syntax";
import { compilePolicy, Environment, isEvaluationError } from "../src/index.ts";

// Decides requests of the TinyTodo example without an index: every policy is looked at, as in the reference.
// Run: npx esbuild bench/tiny-todo.ts --bundle --format=esm --platform=node --conditions=@deodar/source | node --input-type=module -

const text = `
permit(principal, action in [Action::"CreateList", Action::"GetLists"], resource == Application::"TinyTodo");
permit(principal, action, resource is List) when { resource.owner == principal };
permit(principal, action == Action::"GetList", resource is List)
when { principal in resource.readers || principal in resource.editors };
permit(principal, action in [Action::"UpdateList", Action::"CreateTask", Action::"UpdateTask", Action::"DeleteTask"], resource is List)
when { principal in resource.editors };
permit(principal in Team::"Admin", action, resource in Application::"TinyTodo");
forbid(principal in Team::"interns", action == Action::"CreateList", resource == Application::"TinyTodo");
`;

const size = 50;
const application = entityUid("Application", "TinyTodo");
const actions = ["CreateList", "GetLists", "GetList", "UpdateList", "CreateTask"].map((id) => entityUid("Action", id));
const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

const teams = [
  ...Array.from({ length: size }, (_, index) => entityUid("Team", `team${index}`)),
  entityUid("Team", "Admin"),
];
const users = Array.from({ length: size }, (_, index) => entityUid("User", `user${index}`));
const lists = Array.from({ length: size }, (_, index) => entityUid("List", `list${index}`));

const all: Entity[] = [
  entityOf(application),
  ...actions.map((uid) => entityOf(uid)),
  ...teams.map((uid, index) =>
    entityOf(uid, { parents: index === 0 ? [application] : [application, pick(teams, Math.floor(index / 3))] }),
  ),
  ...users.map((uid, index) =>
    entityOf(uid, { parents: [application, pick(teams, index * 7), pick(teams, index * 11)] }),
  ),
  ...lists.map((uid, index) =>
    entityOf(uid, {
      attributes: [
        ["owner", pick(users, index * 3)],
        ["readers", pick(teams, index * 5)],
        ["editors", pick(teams, index * 13)],
      ],
      parents: [application],
    }),
  ),
];

const store = unwrap(Entities.of(all));
const policies = unwrap(parsePolicies(text)).policies.map((policy) => unwrap(compilePolicy(policy)));
const context = recordOf([]);
const requests = Array.from({ length: 1024 }, (_, index) => {
  const action: EntityUid = pick(actions, index);
  const onApplication = action.id === "CreateList" || action.id === "GetLists";
  return {
    principal: pick(users, index * 17),
    action,
    resource: onApplication ? application : pick(lists, index * 19),
    context,
  };
});

function decide(index: number): boolean {
  const environment = new Environment(requests[index & 1023] as (typeof requests)[number], store);
  let permitted = false;
  let forbidden = false;
  for (const policy of policies) {
    if (!policy.scopeMatches(environment)) continue;
    const outcome = policy.evaluateConditions(environment);
    if (isEvaluationError(outcome) || !outcome) continue;
    if (policy.effect === "permit") permitted = true;
    else forbidden = true;
  }
  return permitted && !forbidden;
}

const rounds = 12;
const perRound = 400_000;
let best = Infinity;
let allowed = 0;
for (let round = 0; round < rounds; round += 1) {
  const start = process.cpuUsage().user;
  for (let index = 0; index < perRound; index += 1) if (decide(index)) allowed += 1;
  best = Math.min(best, ((process.cpuUsage().user - start) * 1000) / perRound);
}
console.log(`${best.toFixed(0)} ns a decision, ${((100 * allowed) / (rounds * perRound)).toFixed(1)} % allowed`);
