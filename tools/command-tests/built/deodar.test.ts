import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const bin = fileURLToPath(new URL("bin.js", import.meta.resolve("@deodar/cli")));
const example = fileURLToPath(new URL("../../../docs/examples/tinytodo/", import.meta.url));

function deodar(
  args: readonly string[],
  input: string | Uint8Array = "",
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: example,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const ask = (who: string, action: string, resource: string): readonly string[] => [
  ...["authorize", "-p", "policies.cedar", "--entities", "entities.json"],
  ...["-l", `User::"${who}"`, "-a", `Action::"${action}"`, "-r", resource],
];

describe("the built command", () => {
  test("allows with code 0 and denies with code 2", () => {
    expect(deodar(ask("ada", "createList", 'Application::"TinyTodo"'))).toEqual({
      status: 0,
      stdout: "ALLOW\n\nbecause of\n  permit users-create-lists (policies.cedar:4:1)\n",
      stderr: "",
    });
    expect(deodar(ask("cleo", "createList", 'Application::"TinyTodo"'))).toEqual({
      status: 2,
      stdout: "DENY\n\nbecause of\n  forbid interns-create-no-lists (policies.cedar:27:1)\n",
      stderr: "",
    });
  });

  test("fails with code 1, without a stack trace", () => {
    const missing = deodar([...ask("ada", "view", 'List::"x"'), "-k", "nowhere.json"]);
    expect(missing).toEqual({
      status: 1,
      stdout: "",
      stderr: "failed to open links file nowhere.json\nerror[cli/unreadable-file]: there is no such file\n",
    });
    expect(deodar(["authorize", "--nonsense"])).toMatchObject({ status: 1, stdout: "" });
  });

  test("reads policies from standard input, which must be UTF-8", () => {
    const request = ["--entities", "entities.json", "-l", 'User::"ada"', "-a", 'Action::"view"', "-r", 'List::"x"'];
    expect(deodar(["authorize", ...request], "permit (principal, action, resource);").status).toBe(0);
    const garbled = deodar(["authorize", ...request], Uint8Array.of(0x2f, 0x2f, 0xff));
    expect([garbled.status, garbled.stderr.split("\n")[0]]).toEqual([1, "failed to open policy set from stdin"]);
  });
});
