import { isAuthorized, policySetFromText, requestFromPlain } from "@deodar/authorizer";
import { Entities } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { verdict } from "./hostile-case.ts";

/** An entity that refers to itself in every way, so that chains of any length have a value. */
const me = {
  uid: { type: "User", id: "me" },
  attrs: { me: { __entity: { type: "User", id: "me" } }, name: "me" },
  parents: [],
  tags: { me: { __entity: { type: "User", id: "me" } } },
};

/** Decides a request of the self-referring entity: `allow`, `deny`, `deny with` an error's message, or a code. */
export function decide(policies: string, context: unknown = {}, entities: unknown = [me]): string {
  const set = policySetFromText(policies);
  if (!set.ok) return verdict(set);
  const request = requestFromPlain({
    principal: me.uid,
    action: { type: "Action", id: "a" },
    resource: me.uid,
    context,
  });
  if (!request.ok) return verdict(request);
  const store = Entities.fromPlain(entities);
  if (!store.ok) return verdict(store);
  const { decision, errors } = isAuthorized({ request: unwrap(request), policies: set.value, entities: store.value });
  const [first] = errors;
  return first === undefined ? decision : `${decision} with ${first.error.message.slice(0, 100)}`;
}

/** Decides under one permit whose condition is the expression. */
export const decideWhen = (condition: string, context: unknown = {}): string =>
  decide(`permit(principal, action, resource) when { ${condition} };`, context);
