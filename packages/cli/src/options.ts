import { type ParseArgsConfig, parseArgs } from "node:util";

/** One option of a command, for parsing and for its help. */
export interface Option {
  readonly long: string;
  readonly short?: string;
  /** The name of the value in the help; an option without one is a flag. */
  readonly value?: string;
  /** Whether it may be given several times. */
  readonly multiple?: boolean;
  /** The values it may have; any unless told. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** The options that a command line gave. */
export interface GivenOptions {
  /** Whether a flag is set. */
  readonly flag: (long: string) => boolean;
  /** The value of an option, or `undefined`. */
  readonly text: (long: string) => string | undefined;
  /** All values of an option that may be given several times. */
  readonly texts: (long: string) => readonly string[];
}

/** The options that were given, or what is wrong with them. */
export type ParsedOptions =
  | { readonly ok: true; readonly given: GivenOptions }
  | { readonly ok: false; readonly fault: string };

/**
 * Reads a command line. `parseArgs` of Node does it: the options are few and plain, and so there is one dependency
 * less to trust.
 */
export function parseOptions(args: readonly string[], options: readonly Option[]): ParsedOptions {
  const config: NonNullable<ParseArgsConfig["options"]> = {};
  for (const { long, short, value, multiple } of options) {
    config[long] = {
      type: value === undefined ? "boolean" : "string",
      ...(short === undefined ? {} : { short }),
      ...(multiple === true ? { multiple: true } : {}),
    };
  }
  const values = new Map<string, unknown>();
  try {
    const parsed = parseArgs({ args: [...args], options: config, strict: true, allowPositionals: true, tokens: true });
    const [extra] = parsed.positionals;
    if (extra !== undefined) return { ok: false, fault: `unexpected argument '${extra}'` };
    for (const token of parsed.tokens) {
      if (token.kind !== "option") continue;
      const option = options.find(({ long }) => long === token.name);
      if (values.has(token.name) && option?.multiple !== true) {
        return { ok: false, fault: `option '--${token.name}' is given more than once` };
      }
      values.set(token.name, parsed.values[token.name]);
    }
  } catch (thrown) {
    return { ok: false, fault: messageOf(thrown) };
  }
  for (const { long, choices } of options) {
    const value = values.get(long);
    if (choices !== undefined && typeof value === "string" && !choices.includes(value)) {
      return { ok: false, fault: `option '--${long}' must be one of ${choices.join(", ")}, not '${value}'` };
    }
  }
  return { ok: true, given: given(values) };
}

function given(values: ReadonlyMap<string, unknown>): GivenOptions {
  return {
    flag: (long) => values.get(long) === true,
    text: (long) => {
      const value = values.get(long);
      return typeof value === "string" ? value : undefined;
    },
    texts: (long) => {
      const value = values.get(long);
      return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
    },
  };
}

function messageOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  // Node adds advice about positional arguments that makes no sense here.
  const [sentence = text] = text.split(/\. To specify/);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** The options laid out for a help text. */
export function describeOptions(options: readonly Option[]): string {
  const heads = options.map(({ long, short, value }) => {
    const name = `${short === undefined ? "    " : `-${short}, `}--${long}`;
    return value === undefined ? name : `${name} <${value}>`;
  });
  const width = Math.max(...heads.map((head) => head.length));
  return options.map(({ help }, index) => `  ${(heads[index] ?? "").padEnd(width)}  ${help}`).join("\n");
}
