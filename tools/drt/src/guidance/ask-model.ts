import { unwrap } from "@deodar/diagnostics";
import { fromPlain } from "@deodar/json";
import { isAuthorized, readEntities, readRequest } from "@deodar/model";
import { type Policy, parsePolicy } from "@deodar/syntax";
import type { EntityJson, RequestJson, TemplateLink, Uid } from "@deodar/testing";
import { modelJson } from "../plain-json.ts";
import { PolicySetForms } from "../policy-set-forms.ts";

/** A decision in a form that can be compared. */
export interface Verdict {
  readonly decision: string;
  readonly reasons: readonly string[];
  readonly erroring: readonly string[];
}

/** What a target asks the reference for a decision. */
interface Call extends RequestJson {
  readonly entities: readonly EntityJson[];
  readonly policies: {
    readonly staticPolicies?: Readonly<Record<string, string>>;
    readonly templates?: Readonly<Record<string, string>>;
    readonly templateLinks?: readonly {
      readonly templateId: string;
      readonly newId: string;
      readonly values: Readonly<Record<string, Uid>>;
    }[];
  };
}

/** What the model decides, asked as the reference was: with policies as texts. */
export function modelVerdict(input: unknown): Verdict {
  const { policies, entities, principal, action, resource, context } = input as Call;
  const forms = new PolicySetForms({
    policies: parsed(policies.staticPolicies),
    templates: parsed(policies.templates),
    links: (policies.templateLinks ?? []).map(({ templateId, newId, values }): TemplateLink => {
      return { templateId, newId, values: new Map(Object.entries(values)) as TemplateLink["values"] };
    }),
  });
  const plain = (json: unknown): ReturnType<typeof modelJson> => modelJson(unwrap(fromPlain(json)));
  const response = isAuthorized({
    policies: forms.model,
    entities: readEntities(plain(entities)),
    request: readRequest(plain({ principal, action, resource, context })),
  });
  return {
    decision: response.decision,
    reasons: response.reasons.toSorted(),
    erroring: response.errors.map(({ policyId }) => policyId).sort(),
  };
}

/** What the reference decided; `undefined` if it refused the question. */
export function verdictTold(answer: unknown): Verdict | undefined {
  const { response } = answer as {
    readonly response?: {
      readonly decision: string;
      readonly diagnostics: { readonly reason: readonly string[]; readonly errors: readonly { policyId: string }[] };
    };
  };
  if (response === undefined) return undefined;
  const { decision, diagnostics } = response;
  return {
    decision,
    reasons: diagnostics.reason.toSorted(),
    erroring: diagnostics.errors.map(({ policyId }) => policyId).sort(),
  };
}

function parsed(texts: Readonly<Record<string, string>> = {}): { readonly id: string; readonly policy: Policy }[] {
  return Object.entries(texts).map(([id, text]) => ({ id, policy: unwrap(parsePolicy(text)) }));
}
