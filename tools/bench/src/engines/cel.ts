import { celEnv, parse, plan } from "@bufbuild/cel";
import { Graph } from "../workloads/graph.ts";
import { type RequestJson, uidText, type Workload } from "../workloads/workload.ts";
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

/** CEL with its expression planned in advance, for TinyTodo. */
export function cel(workload: Workload): Engine {
  if (workload.name !== "TinyTodo") throw new Error(`there is no expression of CEL for ${workload.name}`);
  const evaluate = plan(celEnv(), parse(tinyTodo));
  const graph = new Graph(workload);
  const { requests } = workload;
  const bindings = requests.map(({ principal, resource }) => ({
    principal: new Map<string, unknown>([
      ["key", uidText(principal)],
      ["groups", new Map([...graph.ancestors(principal).keys()].map((key) => [key, true]))],
    ]),
    resource: new Map(Object.entries(subjectOf(graph, resource))),
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
