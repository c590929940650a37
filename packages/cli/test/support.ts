import { main } from "../src/index.ts";

/** What a run of the command gave. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, with these files and this standard input. */
export async function run(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  options: { readonly stdin?: string; readonly color?: boolean; readonly failure?: unknown } = {},
): Promise<Run> {
  let out = "";
  let err = "";
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    readFile: async (path) => {
      if (options.failure !== undefined) throw options.failure;
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: "ENOENT" });
      return text;
    },
    readStdin: async () => {
      if (options.stdin === undefined) throw new Error("stdin is closed");
      return options.stdin;
    },
    outColor: options.color ?? false,
    errColor: options.color ?? false,
  });
  return { code, out, err };
}
