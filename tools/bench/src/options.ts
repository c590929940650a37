import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface Options {
  readonly quick: boolean;
  readonly only: readonly string[];
  readonly json: string | undefined;
  readonly svg: string | undefined;
  readonly check: boolean;
  readonly processorTime: boolean;
  readonly writeDocs: boolean;
  /** A file of an earlier run, to show or write that one. */
  readonly from: string | undefined;
  readonly list: boolean;
  readonly help: boolean;
  readonly minutes: number;
  /** The suite to run in this very process, and where its rows go. */
  readonly suite: string | undefined;
  /** … and which part of it. */
  readonly part: string | undefined;
  readonly out: string | undefined;
}

/** What `--help` prints. */
export const usage = `npm run bench -- [options]

  --quick          fewer rounds and smaller sizes: a look, not a measurement
  --only NAME      only the suite of this name, or those whose name starts so; may be repeated
  --list           the names of the suites
  --cpu            processor time instead of time on the wall, for a machine that is busy
  --check          exit with 1 if a floor does not hold
  --json FILE      write the figures
  --svg FILE       write the chart
  --write-docs     write the table, the chart and the figures into the documentation
  --from FILE      take the figures from this file, which --json wrote, and measure nothing
  --minutes N      how long the suite "soak" lasts, which runs only if it is named; 60 unless given

The native peers are built if cargo or go is there; set DEODAR_BENCH_NATIVE=0 to do without.`;

/** Reads the command line. Throws an `Error` for one that is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      json: { type: "string" },
      svg: { type: "string" },
      check: { type: "boolean", default: false },
      cpu: { type: "boolean", default: false },
      "write-docs": { type: "boolean", default: false },
      list: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      from: { type: "string" },
      minutes: { type: "string", default: "60" },
      suite: { type: "string" },
      part: { type: "string" },
      out: { type: "string" },
    },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes takes a number above 0, not ${JSON.stringify(values.minutes)}`);
  return {
    quick: values.quick,
    only: values.only,
    json: values.json,
    svg: values.svg,
    check: values.check,
    processorTime: values.cpu,
    writeDocs: values["write-docs"],
    from: values.from,
    list: values.list,
    help: values.help,
    minutes,
    suite: values.suite,
    part: values.part,
    out: values.out,
  };
}
