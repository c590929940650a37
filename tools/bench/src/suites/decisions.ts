import { casbin } from "../engines/casbin.ts";
import { casl } from "../engines/casl.ts";
import { referenceStateful } from "../engines/cedar-wasm.ts";
import { cel } from "../engines/cel.ts";
import { deodar, deodarWithRequests } from "../engines/deodar.ts";
import { type Engine, mustAgree } from "../engines/engine.ts";
import { handWritten } from "../engines/hand-written.ts";
import { allocatedBy } from "../measure/memory.ts";
import { drive } from "../workloads/drive.ts";
import { gitHub } from "../workloads/git-hub.ts";
import { tinyTodo } from "../workloads/tiny-todo.ts";
import type { Workload } from "../workloads/workload.ts";
import { type Comparison, compare, type Promised, type Suite } from "./suite.ts";

const size = 50;

const cases: readonly {
  readonly make: (size: number) => Workload;
  readonly name: string;
  readonly reference: Promised;
}[] = [
  { make: tinyTodo, name: "TinyTodo", reference: { floor: 1000, aim: 4000 } },
  { make: drive, name: "drive", reference: { floor: 800, aim: 3000 } },
  { make: gitHub, name: "GitHub", reference: { floor: 500, aim: 1500 } },
];

/** Decisions with policies and entities kept, against whatever else decides the same requests. */
export const decisions: Suite = {
  name: "decisions",
  about: `one decision with its full answer, policies and entities kept, ${size} entities of each kind`,
  parts: cases.map(({ name }) => name),
  run: async (options) => {
    for (const { make, name, reference } of cases.filter(({ name }) => name === (options.part ?? name))) {
      const workload = make(size);
      const shown = { chart: "applications", at: name } as const;
      const ours = deodar(workload);
      /** Only an engine that gives the same answers is worth comparing. */
      const agreed = <E extends Engine>(engine: E): E => {
        mustAgree(workload, ours, engine, 100);
        return engine;
      };
      const slice = agreed(referenceStateful(workload, { entities: "slice", schema: true }));
      await compare(decisions.name, options, {
        name,
        shown,
        ours,
        others: [{ ...slice, name: "cedar-wasm, stateful, smallest slice", promised: reference }],
      });
      await compare(decisions.name, options, {
        name: `${name}, hot`,
        shown,
        ours,
        others: [{ ...agreed(handWritten(workload)), promised: { floor: 3, aim: 1.6 }, as: "times its time" }],
      });
      await compare(decisions.name, options, {
        name: `${name}, requests kept`,
        ours: agreed(deodarWithRequests(workload)),
        others: [{ ...agreed(handWritten(workload)), as: "times its time" }],
      });
      const others: Comparison["others"] = [
        { ...agreed(casl(workload)), promised: { floor: 1, aim: 1.5 } },
        agreed(cel(workload)),
        ...(name === "drive" ? [] : [agreed(await casbin(workload))]),
      ];
      await compare(decisions.name, options, { name, shown, ours, others });
      const byHand = handWritten(workload);
      byHand.run(100_000);
      options.emit({
        suite: decisions.name,
        name: `${name}, allocated by one decision`,
        value: allocatedBy(ours.run),
        unit: "bytes",
        details: [{ name: byHand.name, value: allocatedBy(byHand.run), unit: "bytes" }],
      });
    }
  },
};
