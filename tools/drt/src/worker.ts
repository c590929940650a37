import { parentPort, workerData } from "node:worker_threads";
import { production } from "./production.ts";
import { Reference } from "./reference.ts";
import { type Assignment, type Outcome, runCases, type Workshop } from "./run-cases.ts";
import { targets } from "./targets/all.ts";

/** What the runner asks a worker to do. */
export interface Order extends Assignment {
  readonly target: string;
}

/** What the worker answers. */
export interface Delivery {
  readonly order: Order;
  readonly outcome: Outcome;
  /** How long it took, in milliseconds. */
  readonly time: number;
  /** How often the reference has died in this worker since its start. */
  readonly crashes: number;
}

const reference = new Reference();
const { withReference } = workerData as { readonly withReference: boolean };
const workshop: Workshop = {
  production,
  reference: withReference ? reference : undefined,
  reported: new Set(),
  attempts: 4000,
  patience: 10_000,
};

parentPort?.on("message", (order: Order) => {
  const target = targets.find(({ name }) => name === order.target);
  if (target === undefined) throw new Error(`there is no target ${order.target}`);
  const started = performance.now();
  const outcome = runCases(target, order, workshop);
  const delivery: Delivery = { order, outcome, time: performance.now() - started, crashes: reference.crashes };
  parentPort?.postMessage(delivery);
});
