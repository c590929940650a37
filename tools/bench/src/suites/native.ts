import { deodar } from "../engines/deodar.ts";
import { type Engine, mustAgree } from "../engines/engine.ts";
import { nativePrograms, startNative } from "../engines/native.ts";
import { processorClock } from "../measure/clock.ts";
import { type Application, applications, templateApplications } from "../workloads/applications.ts";
import { compare, type Suite } from "./suite.ts";

/** The same decisions in processes of native code, which time themselves: their turns alternate with ours. */
export const native: Suite = {
  name: "native",
  about: "one decision, against the cedar-policy crate and cedar-go, where they can be built",
  run: async (options) => {
    const programs = nativePrograms(options.say);
    for (const application of Object.values<Application>({ ...applications, ...templateApplications })) {
      const workload = application(50);
      const linked = workload.links.length > 0;
      const ours = deodar(workload);
      const peers = programs
        .filter(({ templates }) => templates || !linked)
        .map((program) => startNative(program, workload, options.clock === processorClock));
      for (const peer of peers) {
        const answers = await peer.answers();
        const engine: Engine = { name: peer.name, answer: (index) => answers[index] as never, run: peer.run };
        mustAgree(workload, ours, engine);
      }
      if (peers.length > 0) {
        await compare(native.name, options, {
          name: linked ? `${workload.name} (${workload.links.length} links)` : workload.name,
          ...(linked ? {} : { shown: { chart: "applications", at: workload.name } as const }),
          ours,
          others: peers.map((peer) => (linked ? peer : { ...peer, promised: { floor: 1, aim: 5 } })),
        });
      }
      for (const peer of peers) peer.stop();
    }
  },
};
