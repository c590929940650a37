import type { Command } from "./command.ts";
import { authorizeCommand } from "./commands/authorize.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { describeOptions, type Option, parseOptions } from "./options.ts";
import { version } from "./version.ts";

const commands: readonly Command[] = [authorizeCommand];

const helpOption: Option = { long: "help", short: "h", help: "show this help" };

/**
 * Runs the `deodar` command.
 *
 * @param args what follows `deodar` on the command line
 * @param io where to read and write
 * @returns the exit code: 0 success or allow, 1 bad input or command line, 2 deny
 */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    io.out(overview());
    return exitCode.success;
  }
  if (name === "--version" || name === "-V") {
    io.out(`deodar ${version}\n`);
    return exitCode.success;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    io.err(name === undefined ? overview() : `error: there is no command '${name}'\n\n${overview()}`);
    return exitCode.failure;
  }
  const parsed = parseOptions(rest, [...command.options, helpOption]);
  if (!parsed.ok) {
    io.err(`error: ${parsed.fault}\n\n${helpOf(command)}`);
    return exitCode.failure;
  }
  if (parsed.given.flag("help")) {
    io.out(helpOf(command));
    return exitCode.success;
  }
  return command.run(io, parsed.given);
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    "Cedar policies on the command line.",
    "",
    "usage: deodar <command> [options]",
    "",
    "commands:",
    ...lines,
    "",
    "deodar <command> --help tells more; deodar --version tells the version.",
    "",
  ].join("\n");
}

function helpOf({ name, summary, options, notes }: Command): string {
  return [
    `${summary}.`,
    "",
    `usage: deodar ${name} [options]`,
    "",
    "options:",
    describeOptions([...options, helpOption]),
    "",
    notes,
    "",
  ].join("\n");
}
