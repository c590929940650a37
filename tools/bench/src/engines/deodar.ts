import { isAuthorized, PolicySet, policySetFromText, type Response, type TemplateLink } from "@deodar/authorizer";
import { contextFromPlain, type EntityStore, entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import { parseSchema } from "@deodar/schema";
import { parsePolicy } from "@deodar/syntax";
import { checkedEntitiesFromPlain } from "@deodar/validator";
import type { RequestJson, Workload } from "../workloads/workload.ts";
import { type Answer, answerOf, type Engine } from "./engine.ts";

/** The policies of a workload as a set, templates and links included. */
export function policySetOf({ policies, templates, links }: Workload): PolicySet {
  const set = policies.trim() === "" ? unwrap(PolicySet.of([])) : unwrap(policySetFromText(policies));
  for (const [id, text] of Object.entries(templates)) unwrap(set.addTemplate(id, unwrap(parsePolicy(text))));
  for (const link of links) unwrap(set.link(link as TemplateLink));
  return set;
}

/** The entities of a workload as a store, actions included, checked against the schema. */
export function entitiesOf({ entities, schema }: Workload): EntityStore {
  return unwrap(checkedEntitiesFromPlain(entities, unwrap(parseSchema(schema))));
}

/** A request as the authorizer takes it, made of strings as a server has them. */
export function requestOf({ principal, action, resource, context }: RequestJson): Request {
  return {
    principal: entityUid(principal.type, principal.id),
    action: entityUid(action.type, action.id),
    resource: entityUid(resource.type, resource.id),
    context: unwrap(contextFromPlain(context)),
  };
}

/** An answer that all engines can be compared by. */
export function answerOfResponse({ decision, reasons, errors }: Response): Answer {
  return answerOf(
    decision === "allow",
    reasons,
    errors.map(({ policyId }) => policyId),
  );
}

/** Deodar with policies and entities kept; a request is made anew, from strings, for each decision. */
export function deodar(workload: Workload): Engine {
  const policies = policySetOf(workload);
  const entities = entitiesOf(workload);
  const { requests } = workload;
  const contexts = requests.map(({ context }) => unwrap(contextFromPlain(context)));
  const decide = (index: number): Response => {
    const { principal, action, resource } = requests[index] as RequestJson;
    return isAuthorized({
      request: {
        principal: entityUid(principal.type, principal.id),
        action: entityUid(action.type, action.id),
        resource: entityUid(resource.type, resource.id),
        context: contexts[index] as Request["context"],
      },
      policies,
      entities,
    });
  };
  return {
    name: "Deodar",
    answer: (index) => answerOfResponse(decide(index)),
    run: (count) => {
      let allowed = 0;
      let next = 0;
      for (let done = 0; done < count; done += 1) {
        const { decision, reasons, errors } = decide(next);
        if (decision === "allow") allowed += reasons.length + errors.length;
        next = next + 1 === requests.length ? 0 : next + 1;
      }
      return allowed;
    },
  };
}

/** The same with requests that the caller keeps, too. */
export function deodarWithRequests(workload: Workload): Engine {
  const policies = policySetOf(workload);
  const entities = entitiesOf(workload);
  const requests = workload.requests.map(requestOf);
  const decide = (index: number): Response => {
    return isAuthorized({ request: requests[index] as Request, policies, entities });
  };
  return {
    name: "Deodar, requests kept",
    answer: (index) => answerOfResponse(decide(index)),
    run: (count) => {
      let allowed = 0;
      let next = 0;
      for (let done = 0; done < count; done += 1) {
        const { decision, reasons, errors } = decide(next);
        if (decision === "allow") allowed += reasons.length + errors.length;
        next = next + 1 === requests.length ? 0 : next + 1;
      }
      return allowed;
    },
  };
}
