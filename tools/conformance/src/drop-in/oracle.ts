import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { home } from "../paths.ts";
import type { Case, Outcome } from "./calls.ts";

const server = join(home, "scripts", "drop-in-oracle.mjs");

/** The reference in a process of its own, which is started anew whenever an input has ended it. */
export class Oracle {
  private child: ChildProcess | undefined;

  /** The outcomes of all cases, in their order. */
  async answers(cases: readonly Case[]): Promise<Outcome[][]> {
    const outcomes: Outcome[][] = [];
    while (outcomes.length < cases.length) {
      const rest = cases.slice(outcomes.length);
      const answered = (await this.ask(rest)) ?? (await this.ask(rest.slice(0, 1))) ?? [[{ crashed: "killed" }]];
      outcomes.push(...answered);
      if (answered.at(-1)?.some((outcome) => "crashed" in outcome)) this.stop();
    }
    return outcomes;
  }

  /** Ends the process. */
  stop(): void {
    this.child?.kill("SIGKILL");
    this.child = undefined;
  }

  /** What the process answers, perhaps not to all; `undefined` if it dies of it. */
  private ask(cases: readonly Case[]): Promise<Outcome[][] | undefined> {
    this.child ??= fork(server, { execArgv: [], stdio: ["ignore", "inherit", "ignore", "ipc"] });
    const { child } = this;
    return new Promise((resolve) => {
      const onMessage = (message: unknown): void => {
        child.off("exit", onExit);
        resolve(JSON.parse(String(message)) as Outcome[][]);
      };
      const onExit = (): void => {
        child.off("message", onMessage);
        this.child = undefined;
        resolve(undefined);
      };
      child.once("message", onMessage);
      child.once("exit", onExit);
      child.send(JSON.stringify(cases));
    });
  }
}
