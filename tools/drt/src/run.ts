import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Settings } from "./settings.ts";
import { Tally } from "./tally.ts";
import type { Target } from "./target.ts";
import type { Delivery, Order } from "./worker.ts";

/** How long one order takes, about, in milliseconds. */
const orderTime = 400;

/** A run under way. */
export interface Progress {
  readonly tally: Tally;
  /** In milliseconds. */
  readonly elapsed: number;
  /** The time that processors spent, in milliseconds. */
  readonly processor: number;
}

/**
 * Keeps all threads busy until the time is up or the count reached. Each target gets its share of the time; which cases
 * are run depends on how fast they are, but each of them on nothing but the seed and its index.
 *
 * @param worker the file of the worker
 * @param stateFile where the next index of each target is kept, for resuming
 */
export async function run(
  targets: readonly Target[],
  settings: Settings,
  { worker, stateFile, report }: { worker: string; stateFile: string; report: (progress: Progress) => void },
): Promise<Progress> {
  const tally = new Tally(targets.map(({ name }) => name));
  const next = settings.resume ? readState(stateFile, settings.seed) : new Map<string, number>();
  const running = new Map<string, number>();
  const started = performance.now();
  const before = process.cpuUsage();
  const elapsed = (): number => performance.now() - started;
  const progress = (): Progress => {
    const { user, system } = process.cpuUsage(before);
    return { tally, elapsed: elapsed(), processor: (user + system) / 1000 };
  };
  const isOver = (): boolean =>
    open().length === 0 ||
    (settings.time !== undefined && elapsed() >= settings.time) ||
    (settings.count !== undefined && tally.total.tests >= settings.count);

  /** How many cases of a target are left to be run. */
  const left = ({ name }: Target): number =>
    settings.cases === undefined ? Infinity : (settings.cases.get(name) ?? 0) - (next.get(name) ?? 0);
  const open = (): readonly Target[] => targets.filter((target) => left(target) > 0);

  /** The target that is furthest behind its share. */
  const behind = (): Target => {
    const used = ({ name, share }: Target): number =>
      ((tally.rows.get(name)?.time ?? 0) + (running.get(name) ?? 0) * orderTime) / share;
    return open().reduce((least, target) => (used(target) < used(least) ? target : least));
  };
  const orderFor = (target: Target): Order => {
    const row = tally.rows.get(target.name);
    const perCase = row === undefined || row.cases === 0 ? undefined : row.time / row.cases;
    const fitting = perCase === undefined ? 8 : Math.max(1, Math.min(5000, Math.round(orderTime / perCase)));
    const cases = Math.min(fitting, left(target));
    const from = next.get(target.name) ?? 0;
    next.set(target.name, from + cases);
    running.set(target.name, (running.get(target.name) ?? 0) + 1);
    return { target: target.name, seed: settings.seed, from, to: from + cases };
  };

  const timer = setInterval(() => report(progress()), 10_000);
  try {
    await Promise.all(
      Array.from({ length: settings.workers }, async () => {
        const thread = new Worker(worker, { workerData: { withReference: settings.withReference } });
        try {
          while (!isOver()) {
            const order = orderFor(behind());
            const delivery = await ask(thread, order);
            running.set(order.target, (running.get(order.target) ?? 1) - 1);
            tally.add(delivery);
          }
        } finally {
          await thread.terminate();
        }
      }),
    );
  } finally {
    clearInterval(timer);
  }
  mkdirSync(dirname(stateFile), { recursive: true });
  writeFileSync(stateFile, JSON.stringify({ seed: settings.seed, next: Object.fromEntries(next) }));
  return progress();
}

function ask(thread: Worker, order: Order): Promise<Delivery> {
  return new Promise((resolve, reject) => {
    const onMessage = (delivery: Delivery): void => {
      thread.off("error", onError);
      resolve(delivery);
    };
    const onError = (error: unknown): void => {
      thread.off("message", onMessage);
      reject(new Error(`a thread died of ${JSON.stringify(order)}`, { cause: error }));
    };
    thread.once("message", onMessage);
    thread.once("error", onError);
    thread.postMessage(order);
  });
}

function readState(file: string, seed: number): Map<string, number> {
  if (!existsSync(file)) return new Map();
  const state = JSON.parse(readFileSync(file, "utf8")) as { seed: number; next: Record<string, number> };
  return new Map(state.seed === seed ? Object.entries(state.next) : []);
}
