import { growReference, referenceStateful } from "../engines/cedar-wasm.ts";
import { deodar } from "../engines/deodar.ts";
import { mustAgree } from "../engines/engine.ts";
import { handWritten } from "../engines/hand-written.ts";
import { alternate, ratioOf, timingOf } from "../measure/rounds.ts";
import { type Application, applications, templateApplications } from "../workloads/applications.ts";
import { effortOf, pointsOf, type Suite, timeDetails } from "./suite.ts";

/** How decisions slow down as the entities become more. */
export const scale: Suite = {
  name: "scale",
  about: "one decision with 5 to 1,000 entities of each kind, as in the paper and beyond",
  run: async (options) => {
    if (!options.quick) growReference();
    for (const application of Object.values<Application>({ ...applications, ...templateApplications })) {
      for (const size of options.quick ? [5, 20, 50] : [5, 10, 20, 50, 100, 500, 1000]) {
        // Links grow with the square of the size: with a thousand of each kind there would be a hundred thousand.
        if (application(1, 0).templates["viewer"] !== undefined && size > 100) continue;
        if (application(1, 0).templates["reader"] !== undefined && size > 100) continue;
        const large = size >= 500;
        const workload = application(size, large ? 40 : 500);
        const linked = workload.links.length > 0;
        const ours = deodar(workload);
        const reference = referenceStateful(workload, { entities: "slice", schema: true });
        mustAgree(workload, ours, reference, large ? 1 : 30);
        const sides = linked ? [ours, reference] : [ours, handWritten(workload), reference];
        // A call of the reference takes seconds where entities are thousands.
        const effort = large ? { ...effortOf(options, 8), rounds: 3, warmUp: 100 } : effortOf(options, 8);
        const timings = await alternate(sides, effort);
        options.emit({
          suite: scale.name,
          name: `${workload.name}, ${size} of each kind${linked ? `, ${workload.links.length} links` : ""}`,
          value: ratioOf(timingOf(timings, reference.name), timingOf(timings, ours.name)),
          unit: "times as fast",
          details: timeDetails(timings),
          ...(linked ? {} : { points: pointsOf(timings, { chart: "entities", at: String(size) }) }),
        });
      }
    }
  },
};
