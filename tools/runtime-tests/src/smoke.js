import * as authorizer from "@deodar/authorizer";
import * as core from "@deodar/core";
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
    mixed: decideMixed(),
    formatted: unwrap(formatPolicies("permit(principal,action,resource);")),
  };
}

/** Outside of bundles, `deodar` brings its own copy of the packages, and what one copy made serves the other. */
function decideMixed() {
  const own = { policySetFromText, requestFromPlain, isAuthorized, Entities };
  const parts = { ...authorizer, Entities: core.Entities };
  const asked = { principal: 'User::"bob"', action: 'Action::"watch"', resource: 'Film::"f"' };
  const decisions = [own, parts].flatMap((policiesOf) =>
    [own, parts].flatMap((entitiesOf) =>
      [own, parts].flatMap((requestOf) =>
        [own, parts].map((decidedBy) => {
          const { decision, reasons, errors } = decidedBy.isAuthorized({
            request: unwrap(requestOf.requestFromPlain(asked)),
            policies: unwrap(policiesOf.policySetFromText(text, { ids: "annotation" })),
            entities: unwrap(entitiesOf.Entities.fromPlain(entities)),
          });
          return [decision, ...reasons, ...errors.map(({ policyId }) => policyId)].join(" ");
        }),
      ),
    ),
  );
  return { count: decisions.length, answers: [...new Set(decisions)] };
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
