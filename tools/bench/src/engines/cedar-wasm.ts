import "../../../steady-webassembly.ts";
import {
  type AuthorizationAnswer,
  checkParsePolicySet,
  type EntityJson,
  isAuthorized,
  preparsePolicySet,
  preparseSchema,
  statefulIsAuthorized,
} from "@cedar-policy/cedar-wasm/nodejs";
import { collectGarbage } from "../measure/memory.ts";
import { Graph } from "../workloads/graph.ts";
import type { RequestJson, Workload } from "../workloads/workload.ts";
import { type Answer, answerOf, type Engine } from "./engine.ts";

/** How the functions of the reference want the policies of a workload. */
export function referencePolicies({ policies, templates, links }: Workload) {
  return {
    staticPolicies: policies,
    templates,
    templateLinks: links.map(({ templateId, newId, values }) => ({
      templateId,
      newId,
      values: Object.fromEntries(Object.entries(values).map(([slot, { type, id }]) => [slot, { type, id }])),
    })),
  };
}

/** An answer that all engines can be compared by. */
export function answerOfReference(answer: AuthorizationAnswer): Answer {
  if (answer.type === "failure") throw new Error(`the reference refuses a call: ${answer.errors[0]?.message}`);
  const { decision, diagnostics } = answer.response;
  return answerOf(
    decision === "allow",
    diagnostics.reason,
    diagnostics.errors.map(({ policyId }) => policyId),
  );
}

/** What a caller of the reference may leave out. */
export interface ReferenceOptions {
  /** Which entities are handed over with each call: all, or the fewest that give the same decision. */
  readonly entities: "slice" | "all";
  /** Whether the schema is given, so that request and entities are checked against it. */
  readonly schema: boolean;
}

/** The reference with policies and schema read in advance; entities it can only be handed with each call. */
export function referenceStateful(workload: Workload, { entities, schema }: ReferenceOptions): Engine {
  const id = `${workload.name} ${workload.entities.length}`;
  mustSucceed(preparsePolicySet(id, referencePolicies(workload)));
  if (schema) mustSucceed(preparseSchema(id, workload.schema));
  const handed = entitiesOfCalls(workload, entities, !schema);
  const checked = schema ? { preparsedSchemaName: id, validateRequest: true } : {};
  const decide = (index: number): AuthorizationAnswer => {
    const { principal, action, resource, context } = workload.requests[index] as RequestJson;
    return statefulIsAuthorized({
      principal,
      action,
      resource,
      context,
      preparsedPolicySetId: id,
      entities: handed(index),
      ...checked,
    });
  };
  return engineOf("cedar-wasm, stateful", workload, decide);
}

/** The reference with policies and schema as texts with each call. */
export function referenceStateless(workload: Workload, { entities, schema }: ReferenceOptions): Engine {
  const handed = entitiesOfCalls(workload, entities, !schema);
  const policies = referencePolicies(workload);
  const checked = schema ? { schema: workload.schema, validateRequest: true } : {};
  const decide = (index: number): AuthorizationAnswer => {
    const { principal, action, resource, context } = workload.requests[index] as RequestJson;
    return isAuthorized({ principal, action, resource, context, policies, entities: handed(index), ...checked });
  };
  return engineOf("cedar-wasm", workload, decide);
}

/** The entities that go with each request; without a schema, the actions have to be among them. */
export function entitiesOfCalls(
  workload: Workload,
  which: ReferenceOptions["entities"],
  withActions: boolean,
): (index: number) => EntityJson[] {
  const actions = withActions ? workload.actions.filter(({ parents }) => parents.length > 0) : [];
  if (which === "all") {
    const all = [...workload.entities, ...actions];
    return () => all;
  }
  const graph = new Graph(workload);
  const slices = workload.requests.map((request) => [...graph.slice(request), ...actions]);
  return (index) => slices[index] as EntityJson[];
}

function engineOf(name: string, { requests }: Workload, decide: (index: number) => AuthorizationAnswer): Engine {
  let next = 0;
  return {
    name,
    answer: (index) => answerOfReference(decide(index)),
    run: (count) => {
      let allowed = 0;
      for (let done = 0; done < count; done += 1) {
        const answer = decide(next);
        if (answer.type === "success" && answer.response.decision === "allow") allowed += 1;
        // Slow as it is, a turn would never get beyond the first requests if it began with them every time.
        next = next + 1 === requests.length ? 0 : next + 1;
      }
      return allowed;
    },
  };
}

/**
 * Makes the reference's memory as large as big inputs need. Its memory grows by small steps, and with each of them V8
 * collects the garbage of our whole heap: preparing a hundred thousand policies would take minutes, most of them there.
 */
export function growReference(): void {
  mustSucceed(checkParsePolicySet({ staticPolicies: " ".repeat(450_000_000) }));
  collectGarbage();
}

function mustSucceed(answer: { readonly type: string }): void {
  if (answer.type !== "success") throw new Error(`the reference refuses to read: ${JSON.stringify(answer)}`);
}
