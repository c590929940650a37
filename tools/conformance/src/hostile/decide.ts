import { isAuthorized, type PolicySet, policySetFromText, requestFromPlain } from "@deodar/authorizer";
import { Entities } from "@deodar/core";
import { verdict } from "./hostile-case.ts";

/** An entity that refers to itself in every way, so that chains of any length have a value. */
const me = {
  uid: { type: "User", id: "me" },
  attrs: { me: { __entity: { type: "User", id: "me" } }, name: "me" },
  parents: [],
  tags: { me: { __entity: { type: "User", id: "me" } } },
};

type Plain = { readonly [key: string]: unknown };

/** Decides a request of the self-referring entity: `allow`, `deny`, `deny with` an error's message, or a code. */
export function decideUnder(policies: PolicySet, context: Plain = {}, entities: unknown = [me]): string {
  const action = { type: "Action", id: "a" };
  const request = requestFromPlain({ principal: me.uid, action, resource: me.uid, context });
  if (!request.ok) return verdict(request);
  const store = Entities.fromPlain(entities);
  if (!store.ok) return verdict(store);
  const { decision, errors } = isAuthorized({ request: request.value, policies, entities: store.value });
  const [first] = errors;
  return first === undefined ? decision : `${decision} with ${first.error.message.slice(0, 100)}`;
}

/** The same under the policies of a text. */
export function decide(policies: string, context: Plain = {}, entities: unknown = [me]): string {
  return verdict(policySetFromText(policies), (set) => decideUnder(set, context, entities));
}

/** Decides under one permit whose condition is the expression. */
export const decideWhen = (condition: string, context: Plain = {}): string =>
  decide(`permit(principal, action, resource) when { ${condition} };`, context);
