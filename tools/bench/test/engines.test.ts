import { describe, expect, test } from "vitest";
import { casbin } from "../src/engines/casbin.ts";
import { casl } from "../src/engines/casl.ts";
import { referenceStateful, referenceStateless } from "../src/engines/cedar-wasm.ts";
import { cel } from "../src/engines/cel.ts";
import { deodar, deodarWithRequests } from "../src/engines/deodar.ts";
import { type Engine, mustAgree } from "../src/engines/engine.ts";
import { handWritten } from "../src/engines/hand-written.ts";
import { type Application, applications, templateApplications } from "../src/workloads/applications.ts";
import type { Workload } from "../src/workloads/workload.ts";

const count = 200;

function reference(workload: Workload): Engine {
  return referenceStateful(workload, { entities: "slice", schema: true });
}

describe.each(Object.entries<Application>({ ...applications, ...templateApplications }))("%s", (_, application) => {
  test.each([5, 20, 50])("with %i entities of each kind is decided as by the reference", (size) => {
    const workload = application(size, count);
    const ours = deodar(workload);
    mustAgree(workload, reference(workload), ours);
    mustAgree(workload, ours, deodarWithRequests(workload));
  });

  test("the smallest slice gives the answers of the whole graph, with a schema or without", () => {
    const workload = application(10, 60);
    for (const entities of ["slice", "all"] as const) {
      for (const schema of [true, false]) {
        mustAgree(workload, deodar(workload), referenceStateless(workload, { entities, schema }));
      }
    }
  });

  test("it allows some requests, and denies some, for several reasons", () => {
    const workload = application(50, count);
    const engine = deodar(workload);
    const answers = workload.requests.map((_, index) => engine.answer(index));
    const allowed = answers.filter(({ decision }) => decision === "allow").length;
    expect(allowed).toBeGreaterThan(count / 20);
    expect(allowed).toBeLessThan((count * 19) / 20);
    expect(new Set(answers.flatMap(({ reasons }) => reasons ?? [])).size).toBeGreaterThan(2);
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  });
});

describe.each(Object.entries<Application>(applications))("%s", (_, application) => {
  test.each([5, 50])("with %i entities of each kind is decided alike by hand and by CASL", (size) => {
    const workload = application(size, count);
    const ours = deodar(workload);
    mustAgree(workload, ours, handWritten(workload));
    mustAgree(workload, ours, casl(workload));
  });
});

test.each([applications.tinyTodo, applications.drive, applications.gitHub])(
  "%o is decided alike by CEL",
  (application) => {
    const workload = application(50, count);
    mustAgree(workload, deodar(workload), cel(workload));
  },
);

test.each(["tinyTodo", "gitHub"] as const)("%s is decided alike by node-casbin", async (name) => {
  const workload = applications[name](50, count);
  mustAgree(workload, deodar(workload), await casbin(workload));
});

test("different answers are found", () => {
  const workload = applications.tinyTodo(5, 20);
  const ours = deodar(workload);
  const careless: Engine = { ...ours, name: "careless", answer: () => ({ decision: "allow" }) };
  expect(() => mustAgree(workload, ours, careless)).toThrow("the answers differ");
});
