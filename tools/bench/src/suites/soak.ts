import { isAuthorized } from "@deodar/authorizer";
import { seeded } from "@deodar/conformance/random";
import { entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import type { Request } from "@deodar/evaluator";
import { parsePolicy } from "@deodar/syntax";
import { entitiesOf, policySetOf, requestOf } from "../engines/deodar.ts";
import { heapInUse } from "../measure/memory.ts";
import { tinyTodo } from "../workloads/tiny-todo.ts";
import type { Suite } from "./suite.ts";

/** Mixed load on one policy set and one store; the heap must end as it was after the first minute. */
export const soak = (minutes: number): Suite => ({
  name: "soak",
  about: `${minutes} minutes of deciding, updating entities, adding and removing policies`,
  run: ({ emit, say }) => {
    const workload = tinyTodo(50);
    const policies = policySetOf(workload);
    const entities = entitiesOf(workload);
    const requests = workload.requests.map(requestOf);
    const random = seeded(1);
    const minute = 60_000;
    const start = performance.now();
    const count = { decisions: 0, updates: 0, policies: 0 };
    let allowed = 0;
    let first: number | undefined;
    let nextReport = minute;
    /** Policies that were added and wait for their removal. */
    const added: string[] = [];
    for (;;) {
      for (let step = 0; step < 1000; step += 1) {
        const request = requests[random.below(requests.length)] as Request;
        if (isAuthorized({ request, policies, entities }).decision === "allow") allowed += 1;
        count.decisions += 1;
        if (step % 10 === 0) {
          const user = entityUid("User", `user${random.below(50)}`);
          const old = entities.get(user);
          if (old !== undefined) {
            unwrap(entities.upsert([{ ...old, parents: [entityUid("Team", `team${random.below(50)}`)] }]));
            count.updates += 1;
          }
        }
        if (step % 20 === 0) {
          const id = `added ${count.policies}`;
          const text = `permit(principal == User::"user${count.policies}", action, resource == List::"list${random.below(50)}");`;
          unwrap(policies.add(id, unwrap(parsePolicy(text))));
          added.push(id);
          count.policies += 1;
          if (added.length > 100) unwrap(policies.remove(added.shift() as string));
        }
      }
      const elapsed = performance.now() - start;
      if (elapsed < nextReport) continue;
      const heap = heapInUse();
      first ??= heap;
      say(`${(elapsed / minute).toFixed(0)} min: ${(heap / 1e6).toFixed(2)} MB, ${count.decisions} decisions`);
      nextReport += minute;
      if (elapsed < minutes * minute) continue;
      emit({
        suite: "soak",
        name: `heap after ${minutes} minutes of mixed load, against that after the first`,
        value: heap / first,
        unit: "times its size",
        floor: 1.05,
        aim: 1.05,
        details: [
          { name: "after the first minute", value: first / 1e6, unit: "MB" },
          { name: "at the end", value: heap / 1e6, unit: "MB" },
          { name: "decisions", value: count.decisions, unit: "times" },
          { name: "updates of entities", value: count.updates, unit: "times" },
          { name: "policies added and removed", value: count.policies, unit: "times" },
          { name: "allowed", value: allowed, unit: "times" },
        ],
      });
      return;
    }
  },
});
