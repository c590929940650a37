import { main } from "@deodar/cli";
import type { HostileCase } from "./hostile-case.ts";

/** Runs the command on in-memory files and gives its exit code. */
async function run(args: readonly string[], files: Readonly<Record<string, string>>): Promise<string> {
  const read = (path: string): Promise<string> => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    return text === undefined ? Promise.reject(new Error(`ENOENT: ${path}`)) : Promise.resolve(text);
  };
  let out = "";
  const write = (text: string): void => {
    out += text;
  };
  const code = await main(args, {
    out: write,
    err: write,
    readFile: read,
    readStdin: () => read("-"),
    outColor: false,
    errColor: false,
  });
  return `exit ${code}${/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(out) ? ", controls printed" : ""}`;
}

const authorize = [
  "authorize",
  "--policies",
  "p",
  "--entities",
  "e",
  "--principal",
  'User::"me"',
  "--action",
  'Action::"a"',
  "--resource",
  'User::"me"',
];
const plain = { p: "permit(principal, action, resource);", e: "[]" };

/** The command on hostile files and arguments: an exit code, no exception, and no terminal controls in what it prints. */
export const commandLineCases: readonly HostileCase[] = [
  { name: "the command on good files", expected: "exit 0", run: () => run(authorize, plain) },
  {
    name: "the command on nested brackets",
    expected: "exit 1",
    run: () => run(authorize, { ...plain, p: `permit(principal, action, resource) when { ${"(".repeat(100_000)} };` }),
  },
  {
    name: "the command on nested JSON",
    expected: "exit 1",
    run: () => run(authorize, { ...plain, e: "[".repeat(100_000) }),
  },
  {
    name: "the command on a BOM",
    expected: "exit 1",
    run: () => run(authorize, { ...plain, p: `\u{FEFF}${plain.p}` }),
  },
  {
    name: "the command on terminal controls in a policy",
    expected: "exit 1",
    run: () => run(authorize, { ...plain, p: 'permit(principal, action, resource) when { "\u{1b}[2J\u{202e}" foo };' }),
  },
  {
    name: "the command on terminal controls in an annotation",
    expected: "exit 1",
    run: () => run(authorize, { ...plain, p: '@\u{1b}("\u{1b}[2J") permit(principal, action, resource);' }),
  },
  {
    name: "the command on terminal controls in an id",
    expected: "exit 2",
    run: () =>
      run(authorize, { ...plain, p: 'permit(principal, action, resource) when { User::"\u{1b}[2J\u{9b}1m".a };' }),
  },
  { name: "the command on a missing file", expected: "exit 1", run: () => run(authorize, {}) },
  {
    name: "the command on __proto__ as a file",
    expected: "exit 1",
    run: () => run(["authorize", "--policies", "__proto__"], {}),
  },
  { name: "the command called __proto__", expected: "exit 1", run: () => run(["__proto__"], {}) },
  { name: "the command called constructor", expected: "exit 1", run: () => run(["constructor"], {}) },
  { name: "the option --__proto__", expected: "exit 1", run: () => run([...authorize, "--__proto__", "x"], plain) },
  {
    name: "a principal of 10 MB",
    expected: "exit 0",
    run: () =>
      run(
        authorize.map((argument) => (argument === 'User::"me"' ? `User::"${"x".repeat(10 << 20)}"` : argument)),
        plain,
      ),
  },
  {
    name: "a principal that is no uid",
    expected: "exit 1",
    run: () =>
      run(
        authorize.map((argument) => (argument === 'User::"me"' ? "(((" : argument)),
        plain,
      ),
  },
];
