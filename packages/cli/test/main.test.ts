import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "./support.ts";

describe("deodar", () => {
  it("helps", async () => {
    for (const args of [["--help"], ["-h"], ["help"]]) {
      const { code, out, err } = await run(args);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain("  authorize  Decide a request with policies and entities\n");
    }
    const { code, out } = await run(["authorize", "--help"]);
    expect(code).toBe(0);
    expect(out).toContain('  -l, --principal <UID>         who asks, such as User::"alice"\n');
    expect(out).toContain("exit codes: 0 allow, 2 deny, 1 failure\n");
  });

  it("tells its version, that of the package", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    for (const flag of ["--version", "-V"])
      expect(await run([flag])).toEqual({ code: 0, out: `deodar ${version}\n`, err: "" });
  });

  const samples: readonly [readonly string[], string][] = [
    [["nonsense"], "error: there is no command 'nonsense'"],
    [["authorize", "--nonsense"], "error: unknown option '--nonsense'"],
    [["authorize", "-x"], "error: unknown option '-x'"],
    [["authorize", "file.cedar"], "error: unexpected argument 'file.cedar'"],
    [["authorize", "--principal"], "error: option '-l, --principal <value>' argument missing"],
    [["authorize", "-v=1"], "error: unknown option '-='"],
    [["authorize", "--explain=1"], "error: option '--explain' does not take an argument"],
    [["authorize", "-l", "a", "-l", "b"], "error: option '--principal' is given more than once"],
    [["authorize", "--format", "xml"], "error: option '--format' must be one of human, json, not 'xml'"],
    [["authorize", "--ids", "name"], "error: option '--ids' must be one of annotation, position, not 'name'"],
    [["authorize", "--toString"], "error: unknown option '--toString'"],
  ];

  it.each(samples)("refuses %j, and helps", async (args, message) => {
    const { code, out, err } = await run(args);
    expect([code, out, err.split("\n")[0]]).toEqual([1, "", message]);
    expect(err).toContain("usage: deodar");
    expect(err).not.toContain("    at ");
  });

  it("helps, with code 1, if nothing is asked", async () => {
    const { code, out, err } = await run([]);
    expect([code, out, err.split("\n")[0]]).toEqual([1, "", "Cedar policies on the command line."]);
  });
});
