import type { Result } from "@deodar/diagnostics";
import { parsePolicies } from "@deodar/syntax";
import { median } from "../measure/statistics.ts";
import type { Suite } from "./suite.ts";

const head = "permit(principal, action, resource) when { ";

/** Texts that are meant to break a parser. */
export const hostile: Suite = {
  name: "hostile",
  about: "nesting bombs: a coded error, at once, and the engine as good as before",
  run: ({ emit, clock, quick }) => {
    for (const [name, text] of [
      ["10,000 nested parentheses", `${head}${"(".repeat(10_000)}1${")".repeat(10_000)} == 1 };`],
      ["1 MB of (", `${head}${"(".repeat(1_000_000)}`],
      ["1 MB of [", `${head}${"[".repeat(1_000_000)}`],
      ["1 MB of !", `${head}${"!".repeat(1_000_000)}`],
      ["1 MB of if", `${head}${"if ".repeat(333_333)}`],
    ] as const) {
      const times: number[] = [];
      for (let round = 0; round < (quick ? 5 : 11); round += 1) {
        const start = clock();
        const answer: Result<unknown> = parsePolicies(text);
        times.push((clock() - start) / 1e6);
        if (answer.ok || !answer.errors.every(({ code }) => /^[a-z-]+\/[a-z-]+$/.test(code))) {
          throw new Error(`${name}: no coded error`);
        }
      }
      const promised = name.includes("(") || name.includes("parentheses") ? { floor: 50, aim: 20 } : {};
      emit({ suite: hostile.name, name, value: median(times), unit: "ms", ...promised, details: [] });
    }
    if (!parsePolicies(`${head}true };`).ok) throw new Error("the parser does not recover");
  },
};
