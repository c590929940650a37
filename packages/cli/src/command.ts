import type { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import type { GivenOptions, Option } from "./options.ts";

/** One verb of the command line. */
export interface Command {
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  readonly options: readonly Option[];
  /** More help, after the options. */
  readonly notes: string;
  readonly run: (io: Io, given: GivenOptions) => Promise<ExitCode>;
}
