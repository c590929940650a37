// A web server as the integration's guide has it. Writes its port to standard output. It is CommonJS, as the integration
// itself loads the engine with `require`.
const {
  CedarInlineAuthorizationEngine,
  ExpressAuthorizationMiddleware,
} = require("@cedar-policy/authorization-for-expressjs");
const express = require("express");

const route = (httpVerb, httpPathTemplate) => ({
  annotations: { httpVerb, httpPathTemplate },
  appliesTo: {
    principalTypes: ["User"],
    resourceTypes: ["Application"],
    context: { type: "Record", attributes: {}, additionalAttributes: false },
  },
});
const schema = JSON.stringify({
  Shop: {
    annotations: { mappingType: "SimpleRest" },
    entityTypes: {
      Application: { shape: { type: "Record", attributes: {} } },
      UserGroup: { shape: { type: "Record", attributes: {} } },
      User: {
        memberOfTypes: ["UserGroup"],
        shape: { type: "Record", attributes: { suspended: { type: "Boolean", required: true } } },
      },
    },
    actions: {
      "GET /orders": route("get", "/orders"),
      "DELETE /orders/{id}": route("delete", "/orders/{id}"),
    },
  },
});
const staticPolicies = `
permit (principal, action == Shop::Action::"GET /orders", resource);
permit (principal in Shop::UserGroup::"staff", action, resource);
forbid (principal, action, resource) when { principal.suspended };
`;

const groups = { ada: ["staff"], bob: [], eve: ["staff"] };
async function getPrincipalEntity(request) {
  const id = request.get("x-user") ?? "nobody";
  return {
    uid: { type: "Shop::User", id },
    attrs: { suspended: id === "eve" },
    parents: (groups[id] ?? []).map((group) => ({ type: "Shop::UserGroup", id: group })),
  };
}

const authorization = new ExpressAuthorizationMiddleware({
  schema: { type: "jsonString", schema },
  authorizationEngine: new CedarInlineAuthorizationEngine({ staticPolicies, schema: { type: "jsonString", schema } }),
  principalConfiguration: { type: "custom", getPrincipalEntity },
  logger: { debug: () => {}, log: console.error },
});

const app = express();
app.use(authorization.middleware);
app.get("/orders", (_, response) => response.send("all orders"));
app.delete("/orders/:id", (request, response) => response.send(`deleted ${request.params.id}`));
const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
