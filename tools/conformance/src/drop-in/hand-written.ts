import { worldEntities, worldRequest } from "../world.ts";
import type { Case } from "./calls.ts";

const request = {
  principal: { type: "User", id: "alice" },
  action: { type: "Action", id: "view" },
  resource: { type: "Photo", id: "p" },
  context: {},
  entities: [],
};
const permit = "permit(principal, action, resource);";
const template = "permit(principal == ?principal, action, resource in ?resource) when { resource.owner == principal };";
const schema = `
namespace App {
  type Address = { street: String, zip?: Long };
  entity Team in Team;
  entity User in Team { address: Address, manager?: User, ip: ipaddr, scores: Set<Long> } tags String;
  entity Colour enum ["red", "green"];
  action view, edit in all appliesTo { principal: User, resource: [Photo, Album], context: { mfa: Bool, at?: datetime } };
  action all;
  entity Photo in Album { owner: User, limit: decimal };
  entity Album;
}
`;
const user = {
  uid: { type: "App::User", id: "alice" },
  attrs: { address: { street: "x" }, ip: "10.0.0.1", scores: [1, 2] },
  parents: [{ type: "App::Team", id: "t" }],
  tags: { a: "b" },
};
const typedRequest = {
  principal: { type: "App::User", id: "alice" },
  action: { type: "App::Action", id: "view" },
  resource: { type: "App::Photo", id: "p" },
  context: { mfa: true, at: "2024-01-01" },
  entities: [user],
  schema,
};
const links = [
  {
    templateId: "t",
    newId: "l",
    values: { "?principal": request.principal, "?resource": { __entity: request.resource } },
  },
];
const policySets: readonly object[] = [
  {},
  { staticPolicies: "" },
  { staticPolicies: permit },
  { staticPolicies: [permit] },
  { staticPolicies: [permit, "forbid(principal, action, resource);"] },
  { staticPolicies: { a: permit, b: 'forbid(principal == User::"x", action, resource) when { principal.x > 1 };' } },
  { staticPolicies: template },
  { staticPolicies: { a: template } },
  { templates: { t: permit } },
  { templates: { t: template }, templateLinks: links },
  { staticPolicies: permit, templates: { policy0: template } },
  { staticPolicies: permit, templates: { t: template }, templateLinks: [{ ...links[0], newId: "policy0" }] },
  {
    templates: { t: template },
    templateLinks: [
      { ...links[0], values: {} },
      { ...links[0], templateId: "x" },
    ],
  },
  {
    staticPolicies:
      'permit(principal, action, resource) when { 1 + "é" }; forbid(principal, action, resource) when { context.x };',
  },
];
const typedPolicies = `
permit(principal in App::Team::"t", action in App::Action::"all", resource) when { principal.ip.isLoopback() || context.mfa };
forbid(principal is App::User, action, resource is App::Photo) unless { principal has manager.address.zip && principal.manager.address.zip > 1 };
permit(principal, action == App::Action::"edit", resource) when { resource.owner == principal && principal.hasTag("a") };
`;

/** Calls that show each function at its own, and from which mutations start. */
export const handWrittenCalls: readonly Case[] = [
  [["getCedarVersion", []]],
  [["getCedarLangVersion", []]],
  [["getCedarSDKVersion", []]],
  ...policySets.flatMap((policies): Case[] => [
    [["checkParsePolicySet", [policies]]],
    [["isAuthorized", [{ ...request, policies }]]],
    [["isAuthorized", [{ ...worldRequest, entities: worldEntities, policies }]]],
    [["isAuthorizedPartial", [{ ...request, policies, principal: null }]]],
    [
      ["preparsePolicySet", ["p", policies]],
      ["statefulIsAuthorized", [{ ...request, preparsedPolicySetId: "p" }]],
    ],
    [
      [
        "validate",
        [
          {
            policies,
            schema: "entity User; entity Photo; action view appliesTo { principal: User, resource: Photo };",
          },
        ],
      ],
    ],
  ]),
  [["checkParseContext", [{ context: worldRequest.context }]]],
  [["checkParseEntities", [{ entities: worldEntities }]]],
  [["checkParseEntities", [{ entities: [user], schema }]]],
  [["checkParseContext", [{ context: typedRequest.context, action: typedRequest.action, schema }]]],
  [["checkParseSchema", [schema]]],
  [["schemaToJson", [schema]]],
  [["schemaToText", [schema]]],
  [["schemaToJsonWithResolvedTypes", [schema]]],
  [["validate", [{ policies: { staticPolicies: typedPolicies }, schema, validationSettings: { mode: "strict" } }]]],
  [["validate", [{ policies: { templates: { t: "permit(principal == ?principal, action, resource);" } }, schema }]]],
  [["getValidRequestEnvsPolicy", ['permit(principal, action in App::Action::"all", resource is App::Photo);', schema]]],
  [["getValidRequestEnvsTemplate", ["permit(principal == ?principal, action, resource);", schema]]],
  [["isAuthorized", [{ ...typedRequest, policies: { staticPolicies: typedPolicies } }]]],
  [["isAuthorized", [{ ...typedRequest, validateRequest: false, policies: { staticPolicies: typedPolicies } }]]],
  [["isAuthorizedPartial", [{ ...typedRequest, principal: null, policies: { staticPolicies: typedPolicies } }]]],
  [["isAuthorizedPartial", [{ ...typedRequest, resource: null, policies: { staticPolicies: typedPolicies } }]]],
  [
    [
      "isAuthorizedPartial",
      [
        {
          ...request,
          context: { a: { __extn: { fn: "unknown", arg: "x" } } },
          policies: { staticPolicies: "permit(principal, action, resource) when { context.a > 1 };" },
        },
      ],
    ],
  ],
  [
    ["preparsePolicySet", ["p", { staticPolicies: typedPolicies }]],
    ["preparseSchema", ["s", schema]],
    [
      "statefulIsAuthorized",
      [{ ...typedRequest, schema: undefined, preparsedPolicySetId: "p", preparsedSchemaName: "s" }],
    ],
  ],
  [["formatPolicies", [{ policyText: typedPolicies, lineWidth: 40, indentWidth: 4 }]]],
  [["templateToJson", [template]]],
  [["templateToText", [template]]],
  [["policyToJson", [permit]]],
  [["policyToText", [permit]]],
];
