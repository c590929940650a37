import { celEnv, parse, plan } from "@bufbuild/cel";
import { Graph } from "../workloads/graph.ts";
import type { RequestJson, Workload } from "../workloads/workload.ts";
import { subjectOf } from "./casl.ts";
import { answerOf, type Engine } from "./engine.ts";

// CEL evaluates one expression. It knows no hierarchy: the groups of a user come as a map, worked out in advance.

const tinyTodo = `
resource.kind == "Application" && action in ["CreateList", "GetLists"]
|| resource.kind == "List" && (
  resource.owner == principal.key
  || action == "GetList" && (resource.readers in principal.groups || resource.editors in principal.groups)
  || action in ["UpdateList", "CreateTask", "UpdateTask", "DeleteTask"] && resource.editors in principal.groups
)`;

const drive = `
action == "read" && (principal.viewable in resource.within || resource.isPublic)
|| action in ["read", "write", "share"]
  && (principal.ownedDocuments.exists(owned, owned in resource.within)
    || principal.ownedFolders.exists(owned, owned in resource.within))
|| action == "changeOwner" && resource.key in principal.ownedDocuments
|| action == "createDocument" && resource.key in principal.ownedFolders`;

const gitHub = `
action == "read" && (resource.readers in principal.groups || resource.owner.readers in principal.groups)
|| action in ["read", "triage"] && resource.triagers in principal.groups
|| action in ["read", "triage", "write"]
  && (resource.writers in principal.groups || resource.owner.writers in principal.groups)
|| action in ["read", "triage", "write", "maintain"] && resource.maintainers in principal.groups
|| resource.admins in principal.groups || resource.owner.admins in principal.groups`;

const expressions: Readonly<Record<string, string>> = { TinyTodo: tinyTodo, drive, GitHub: gitHub };

/** The bindings of a subject: lists that are only searched become maps, which CEL searches faster. */
function bindingOf(subject: Readonly<Record<string, unknown>>): Map<string, unknown> {
  return new Map(
    Object.entries(subject).map(([name, value]) => {
      if (name === "within") return [name, new Map((value as string[]).map((key) => [key, true]))];
      if (Array.isArray(value)) return [name, value];
      return [name, typeof value === "object" && value !== null ? new Map(Object.entries(value)) : value];
    }),
  );
}

/** CEL with its expression planned in advance. */
export function cel(workload: Workload): Engine {
  const expression = expressions[workload.name];
  if (expression === undefined) throw new Error(`there is no expression of CEL for ${workload.name}`);
  const evaluate = plan(celEnv(), parse(expression));
  const graph = new Graph(workload);
  const { requests } = workload;
  const bindings = requests.map(({ principal, resource }) => ({
    principal: new Map<string, unknown>([
      ...bindingOf(subjectOf(graph, principal)),
      ["groups", new Map([...graph.ancestors(principal).keys()].map((key) => [key, true]))],
    ]),
    resource: bindingOf(subjectOf(graph, resource)),
  }));
  const decide = (index: number): boolean => {
    const context = { ...bindings[index], action: (requests[index] as RequestJson).action.id };
    return evaluate(context as unknown as Parameters<typeof evaluate>[0]) === true;
  };
  return {
    name: "CEL",
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
