import * as reference from "@cedar-policy/cedar-wasm/nodejs";
import * as dropIn from "@deodar/cedar-wasm";
import { answerOfReference, entitiesOfCalls, referencePolicies } from "../engines/cedar-wasm.ts";
import { type Engine, mustAgree } from "../engines/engine.ts";
import { applications, applicationsOf } from "../workloads/applications.ts";
import type { RequestJson, Workload } from "../workloads/workload.ts";
import { compare, type Suite } from "./suite.ts";

type Api = Pick<typeof reference, "isAuthorized" | "statefulIsAuthorized" | "preparsePolicySet" | "preparseSchema">;

/** The call with all texts; each with texts never seen before, if they are to be cold. */
function withTexts(name: string, api: Pick<Api, "isAuthorized">, workload: Workload, cold: boolean): Engine {
  const handed = entitiesOfCalls(workload, "slice", false);
  const policies = referencePolicies(workload);
  const { requests, schema } = workload;
  let calls = 0;
  const decide = (index: number) => {
    const { principal, action, resource, context } = requests[index] as RequestJson;
    calls += 1;
    const texts = cold
      ? {
          policies: { ...policies, staticPolicies: `${policies.staticPolicies}// ${calls}\n` },
          schema: `${schema}// ${calls}\n`,
        }
      : { policies, schema };
    const call = { principal, action, resource, context, entities: handed(index), validateRequest: true, ...texts };
    return api.isAuthorized(call as Parameters<Api["isAuthorized"]>[0]);
  };
  return engineOf(name, requests.length, decide as (index: number) => reference.AuthorizationAnswer);
}

/** The call with policies and schema read in advance. */
function preparsed(name: string, api: Api, workload: Workload): Engine {
  const id = `drop-in ${workload.name}`;
  api.preparsePolicySet(id, referencePolicies(workload) as Parameters<Api["preparsePolicySet"]>[1]);
  api.preparseSchema(id, workload.schema);
  const handed = entitiesOfCalls(workload, "slice", false);
  const { requests } = workload;
  return engineOf(name, requests.length, (index) => {
    const { principal, action, resource, context } = requests[index] as RequestJson;
    return api.statefulIsAuthorized({
      principal,
      action,
      resource,
      context,
      preparsedPolicySetId: id,
      preparsedSchemaName: id,
      validateRequest: true,
      entities: handed(index),
    });
  });
}

function engineOf(name: string, requests: number, decide: (index: number) => reference.AuthorizationAnswer): Engine {
  let next = 0;
  return {
    name,
    answer: (index) => answerOfReference(decide(index)),
    run: (count) => {
      let allowed = 0;
      for (let done = 0; done < count; done += 1) {
        const answer = decide(next);
        if (answer.type === "success" && answer.response.decision === "allow") allowed += 1;
        next = next + 1 === requests ? 0 : next + 1;
      }
      return allowed;
    },
  };
}

const [ours, theirs] = ["@deodar/cedar-wasm", "cedar-wasm"];

/** The drop-in replacement, called as the reference is. */
export const dropInCalls: Suite = {
  name: "drop-in",
  about: "@deodar/cedar-wasm, called exactly as the reference is",
  parts: Object.keys(applications),
  run: async (options) => {
    const api = dropIn as unknown as Api;
    for (const application of applicationsOf(options.part)) {
      const workload = application(50);
      for (const [name, cold, promised] of [
        ["texts never seen before", true, { floor: 5, aim: 10 }],
        ["texts seen before", false, { floor: 10, aim: 50 }],
      ] as const) {
        const [own, other] = [withTexts(ours, api, workload, cold), withTexts(theirs, reference, workload, cold)];
        mustAgree(workload, own, other, 50);
        await compare(dropInCalls.name, options, {
          name: `${workload.name}, isAuthorized, ${name}`,
          ours: own,
          others: [{ ...other, promised }],
        });
      }
      const [own, other] = [preparsed(ours, api, workload), preparsed(theirs, reference, workload)];
      mustAgree(workload, own, other, 50);
      await compare(dropInCalls.name, options, {
        name: `${workload.name}, statefulIsAuthorized`,
        ours: own,
        others: [other],
      });
    }
  },
};
