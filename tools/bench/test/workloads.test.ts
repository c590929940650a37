import { isAuthorized, policySetFromText } from "@deodar/authorizer";
import { Entities } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { parseSchema } from "@deodar/schema";
import { parsePolicies } from "@deodar/syntax";
import { validate } from "@deodar/validator";
import { expect, test } from "vitest";
import { requestOf } from "../src/engines/deodar.ts";
import { mustAgree } from "../src/engines/engine.ts";
import { deodarOver, referenceOver } from "../src/engines/policy-sets.ts";
import { gitHub } from "../src/workloads/git-hub.ts";
import { Graph } from "../src/workloads/graph.ts";
import { mixedScopes, scopeBound, scopeFree, textOf } from "../src/workloads/policy-sets.ts";
import { generatedSchema, generatedText, mixedText, onePolicy } from "../src/workloads/policy-texts.ts";
import { tinyTodo } from "../src/workloads/tiny-todo.ts";
import { plainUid, uidText, type Workload } from "../src/workloads/workload.ts";

test("a workload is the same whenever it is made", () => {
  expect(JSON.stringify(tinyTodo(20))).toBe(JSON.stringify(tinyTodo(20)));
  expect(JSON.stringify(gitHub(20))).not.toBe(JSON.stringify(gitHub(21)));
});

test("a slice has the principal, the resource and what they are in, and no more", () => {
  const workload = tinyTodo(50, 50);
  const graph = new Graph(workload);
  for (const request of workload.requests) {
    const uids = graph.slice(request).map(({ uid }) => uidText(plainUid(uid)));
    const wanted = new Set([request.principal, request.resource].map(uidText));
    for (const uid of [request.principal, request.resource])
      for (const key of graph.ancestors(uid).keys()) wanted.add(key);
    expect(new Set(uids)).toEqual(wanted);
    expect(uids.length).toBe(wanted.size);
  }
});

test.each([scopeBound, mixedScopes, scopeFree])(
  "%o is decided as by the reference, some allowed, some denied",
  (make) => {
    const workload = make(1000, 100);
    const policies = unwrap(policySetFromText(textOf(workload)));
    expect(policies.size).toBe(1000);
    mustAgree(workload as unknown as Workload, deodarOver(policies, workload), referenceOver(workload));
    const entities = unwrap(Entities.fromPlain(workload.entities));
    const allowed = workload.requests.filter(
      (request) => isAuthorized({ request: requestOf(request), policies, entities }).decision === "allow",
    ).length;
    expect(allowed).toBeLessThan(100);
    if (make !== scopeFree) expect(allowed).toBeGreaterThan(10);
  },
);

test("the texts are right, and the generated ones right by their schema", () => {
  expect(unwrap(parsePolicies(generatedText(100))).policies).toHaveLength(100);
  expect(unwrap(parsePolicies(onePolicy)).policies).toHaveLength(1);
  const mixed = mixedText(20_000);
  expect(mixed.length).toBeGreaterThan(20_000);
  expect(mixed.length).toBeLessThan(30_000);
  expect(unwrap(parsePolicies(mixed)).policies.length).toBeGreaterThan(50);
  const policies = unwrap(parsePolicies(generatedText(20))).policies.map((policy, index) => ({
    id: `${index}`,
    policy,
  }));
  expect(validate(policies, unwrap(parseSchema(generatedSchema))).errors).toEqual([]);
});
