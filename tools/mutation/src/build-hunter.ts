import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildContext, context } from "esbuild";
import { type Mutant, mutate } from "./mutant.ts";

/** Builds the hunting process, each time with another mutant in the engine. */
export class HunterBuilder {
  readonly #root: string;
  readonly #outfile: string;
  #context: BuildContext | undefined;
  #mutant: Mutant | undefined;

  /**
   * @param root the repository's folder
   * @param entry the file that starts the hunt
   * @param outfile where the built program goes
   */
  static async start(root: string, entry: string, outfile: string): Promise<HunterBuilder> {
    const builder = new HunterBuilder(root, outfile);
    builder.#context = await context({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      conditions: ["@deodar/source"],
      external: ["@cedar-policy/cedar-wasm", "@cedar-policy/cedar-wasm/*"],
      logLevel: "silent",
      plugins: [
        {
          name: "mutant",
          setup: (build) =>
            build.onLoad({ filter: /[/\\]packages[/\\].*[.][jt]s$/ }, ({ path }) => builder.#load(path)),
        },
      ],
    });
    return builder;
  }

  private constructor(root: string, outfile: string) {
    this.#root = root;
    this.#outfile = outfile;
  }

  /** Builds the program with this mutant, or as it is; gives its file, or `undefined` if the mutant is no program. */
  async build(mutant: Mutant | undefined): Promise<string | undefined> {
    this.#mutant = mutant;
    try {
      await this.#context?.rebuild();
      return this.#outfile;
    } catch {
      return undefined;
    }
  }

  async close(): Promise<void> {
    await this.#context?.dispose();
  }

  #load(path: string): { contents: string; loader: "ts" | "js" } | undefined {
    const mutant = this.#mutant;
    if (mutant === undefined || path !== join(this.#root, mutant.file)) return undefined;
    return { contents: mutate(readFileSync(path, "utf8"), mutant), loader: path.endsWith(".ts") ? "ts" : "js" };
  }
}
