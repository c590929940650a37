import { isAuthorized, type Response, requestFromPlain } from "@deodar/authorizer";
import { unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { checkedEntitiesFromPlain, validateRequest } from "@deodar/validator";
import { entitiesOfCalls, referenceStateful } from "../engines/cedar-wasm.ts";
import { answerOfResponse, policySetOf } from "../engines/deodar.ts";
import { type Engine, mustAgree } from "../engines/engine.ts";
import { applications, applicationsOf } from "../workloads/applications.ts";
import type { RequestJson, Workload } from "../workloads/workload.ts";
import { compare, type Suite } from "./suite.ts";

/** Deodar with policies and schema kept; entities and request come with each call and are checked against the schema. */
function handedOver(workload: Workload, which: "slice" | "all"): Engine {
  const policies = policySetOf(workload);
  const schema = unwrap(parseSchema(workload.schema));
  const handed = entitiesOfCalls(workload, which, false);
  const { requests } = workload;
  const decide = (index: number): Response => {
    const request = unwrap(validateRequest(unwrap(requestFromPlain(requests[index] as RequestJson)), schema));
    return isAuthorized({ request, policies, entities: unwrap(checkedEntitiesFromPlain(handed(index), schema)) });
  };
  let next = 0;
  return {
    name: "Deodar",
    answer: (index) => answerOfResponse(decide(index)),
    run: (count) => {
      let allowed = 0;
      for (let done = 0; done < count; done += 1) {
        if (decide(next).decision === "allow") allowed += 1;
        next = next + 1 === requests.length ? 0 : next + 1;
      }
      return allowed;
    },
  };
}

/** Decisions of callers that keep no entities: they hand over JSON with each call. */
export const calls: Suite = {
  name: "calls",
  about: "entities handed over with each call and checked against the schema, 50 of each kind",
  parts: Object.keys(applications),
  run: async (options) => {
    for (const application of applicationsOf(options.part)) {
      const workload = application(50);
      for (const [name, entities, promised, turn] of [
        ["entity slice per call, checked", "slice", { floor: 10, aim: 30 }, 20],
        ["whole graph per call, checked", "all", { floor: 30, aim: 80 }, 60],
      ] as const) {
        const ours = handedOver(workload, entities);
        const reference = referenceStateful(workload, { entities, schema: true });
        mustAgree(workload, ours, reference, 50);
        await compare(calls.name, options, {
          name: `${workload.name}, ${name}`,
          ours,
          others: [{ ...reference, promised }],
          turn,
        });
      }
    }
  },
};
