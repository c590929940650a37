import { formatPolicies } from "@deodar/formatter";
import * as model from "@deodar/model";
import { Entities, isAuthorized, policySetFromText, renderDiagnostic, requestFromPlain, unwrap } from "deodar";

const text = `@id("owners")
permit(principal, action, resource) when { resource.owner == principal };

@id("adults")
permit(principal, action == Action::"watch", resource) when { principal.age >= 18 };

@id("banned")
forbid(principal in Group::"banned", action, resource);
`;

const entities = [
  { uid: { type: "User", id: "ann" }, attrs: { age: 30 }, parents: [] },
  { uid: { type: "User", id: "bob" }, attrs: {}, parents: [{ type: "Group", id: "banned" }] },
  { uid: { type: "Film", id: "f" }, attrs: { owner: { __entity: { type: "User", id: "bob" } } }, parents: [] },
];

/**
 * Uses the packages as their users do.
 *
 * @returns what came of it, as plain JSON
 */
export function smoke() {
  const policies = unwrap(policySetFromText(text, { ids: "annotation" }));
  const store = unwrap(Entities.fromPlain(entities));
  const decide = (principal, action) => {
    const request = unwrap(requestFromPlain({ principal, action, resource: 'Film::"f"' }));
    const { decision, reasons, errors } = isAuthorized({ request, policies, entities: store });
    return { decision, reasons, errors: errors.map(({ policyId, error }) => [policyId, error.message]) };
  };
  const broken = "permit(principal, action);";
  const parsed = policySetFromText(broken);
  return {
    allowed: decide('User::"ann"', 'Action::"watch"'),
    denied: decide('User::"ann"', 'Action::"edit"'),
    forbidden: decide('User::"bob"', 'Action::"watch"'),
    syntaxError: parsed.ok ? "none" : parsed.errors.map((error) => renderDiagnostic(error, { text: broken })),
    byModel: decideByModel(),
    formatted: unwrap(formatPolicies("permit(principal,action,resource);")),
  };
}

/** The formal model needs no Dafny where it runs, nor anything of Node. */
function decideByModel() {
  const everyone = { effect: "permit", principal: { op: "All" }, action: { op: "All" }, resource: { op: "All" } };
  const tooMuch = { "+": { left: { Value: 9223372036854775807n }, right: { Value: 1 } } };
  const overflow = { kind: "when", body: { "==": { left: tooMuch, right: { Value: 1 } } } };
  const uid = { type: "User", id: "ann" };
  return model.isAuthorized({
    policies: model.readPolicies({
      staticPolicies: { all: { ...everyone, conditions: [] }, broken: { ...everyone, conditions: [overflow] } },
    }),
    entities: model.readEntities([]),
    request: model.readRequest({ principal: uid, action: { type: "Action", id: "watch" }, resource: uid }),
  });
}
