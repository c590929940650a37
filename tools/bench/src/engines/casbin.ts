import { newEnforcer, newModel } from "casbin";
import { Graph } from "../workloads/graph.ts";
import { plainUid, type RequestJson, uidText, type Workload } from "../workloads/workload.ts";
import { subjectOf } from "./casl.ts";
import { answerOf, type Engine } from "./engine.ts";

// node-casbin answers yes or no. Its role manager has the hierarchy; one matcher stands for the policies, which is the
// fastest way to say them.

const tinyTodoMatcher = `
  r.obj.kind == "Application" && (r.act == "CreateList" || r.act == "GetLists")
  || r.obj.kind == "List" && (
    r.obj.owner == r.sub
    || r.act == "GetList" && (g(r.sub, r.obj.readers) || g(r.sub, r.obj.editors))
    || (r.act == "UpdateList" || r.act == "CreateTask" || r.act == "UpdateTask" || r.act == "DeleteTask")
      && g(r.sub, r.obj.editors)
  )`;

const gitHubMatcher = `
  r.act == "read" && (g(r.sub, r.obj.readers) || g(r.sub, r.obj.owner.readers))
  || (r.act == "read" || r.act == "triage") && g(r.sub, r.obj.triagers)
  || (r.act == "read" || r.act == "triage" || r.act == "write")
    && (g(r.sub, r.obj.writers) || g(r.sub, r.obj.owner.writers))
  || r.act != "administer" && g(r.sub, r.obj.maintainers)
  || g(r.sub, r.obj.admins) || g(r.sub, r.obj.owner.admins)`;

/** The drive is not among them: casbin asks whether one is in another, not whether it is in any of a set. */
const matchers: Readonly<Record<string, string>> = { TinyTodo: tinyTodoMatcher, GitHub: gitHubMatcher };

/** node-casbin, synchronous, for TinyTodo and GitHub. */
export async function casbin(workload: Workload): Promise<Engine> {
  const matcher = matchers[workload.name];
  if (matcher === undefined) throw new Error(`there is no matcher of casbin for ${workload.name}`);
  const graph = new Graph(workload);
  const enforcer = await newEnforcer(
    newModel(`
[request_definition]
r = sub, act, obj
[policy_definition]
p = sub, act, obj
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = ${matcher.replaceAll(/\s+/g, " ").trim()}
`),
  );
  const memberships = workload.entities.flatMap(({ uid, parents }) =>
    parents.map((parent) => [uidText(plainUid(uid)), uidText(plainUid(parent))]),
  );
  await enforcer.addGroupingPolicies(memberships);
  const { requests } = workload;
  const users = requests.map(({ principal }) => uidText(principal));
  const subjects = requests.map(({ resource }) => subjectOf(graph, resource));
  const decide = (index: number): boolean => {
    return enforcer.enforceSync(users[index], (requests[index] as RequestJson).action.id, subjects[index]);
  };
  return {
    name: "node-casbin",
    answer: (index) => answerOf(decide(index)),
    run: (count) => {
      let allowed = 0;
      let next = 0;
      for (let done = 0; done < count; done += 1) {
        if (decide(next)) allowed += 1;
        next = next + 1 === requests.length ? 0 : next + 1;
      }
      return allowed;
    },
  };
}
