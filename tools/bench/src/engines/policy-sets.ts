import { preparsePolicySet, statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import { isAuthorized, type PolicySet, type Response } from "@deodar/authorizer";
import { Entities } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import { type PolicySetWorkload, textOf } from "../workloads/policy-sets.ts";
import type { RequestJson } from "../workloads/workload.ts";
import { answerOfReference } from "./cedar-wasm.ts";
import { answerOfResponse, requestOf } from "./deodar.ts";
import type { Engine } from "./engine.ts";

/** Deodar with these policies, which it keeps; requests are read in advance. */
export function deodarOver(policies: PolicySet, workload: PolicySetWorkload, name = "Deodar"): Engine {
  const entities = unwrap(Entities.fromPlain(workload.entities));
  const requests = workload.requests.map(requestOf);
  const decide = (index: number): Response => {
    return isAuthorized({ request: requests[index] as Request, policies, entities });
  };
  let next = 0;
  return {
    name,
    answer: (index) => answerOfResponse(decide(index)),
    run: (count) => {
      let sum = 0;
      for (let done = 0; done < count; done += 1) {
        const { reasons, errors } = decide(next);
        sum += reasons.length + errors.length;
        next = next + 1 === requests.length ? 0 : next + 1;
      }
      return sum;
    },
  };
}

/** The reference with these policies, read in advance; each call hands over the four entities that matter. */
export function referenceOver(workload: PolicySetWorkload): Engine {
  const id = `${workload.name} ${workload.count}`;
  const read = preparsePolicySet(id, { staticPolicies: textOf(workload) });
  if (read.type !== "success") throw new Error("the reference refuses the policies");
  const byId = new Map(workload.entities.map((entity) => [(entity.uid as { id: string }).id, entity]));
  const decide = (index: number) => {
    const { principal, action, resource, context } = workload.requests[index] as RequestJson;
    const [own, where] = [byId.get(principal.id), byId.get(resource.id)];
    if (own === undefined || where === undefined) throw new Error("an entity is missing");
    return statefulIsAuthorized({
      principal,
      action,
      resource,
      context,
      preparsedPolicySetId: id,
      entities: [own, where],
    });
  };
  let next = 0;
  return {
    name: "cedar-wasm, stateful",
    answer: (index) => answerOfReference(decide(index)),
    run: (count) => {
      let sum = 0;
      for (let done = 0; done < count; done += 1) {
        if (decide(next).type === "success") sum += 1;
        next = next + 1 === workload.requests.length ? 0 : next + 1;
      }
      return sum;
    },
  };
}
