import { describe, expect, it } from "vitest";
import { run } from "./support.ts";

const policies = `@id("owners")
permit (principal, action, resource) when { resource.owner == principal };
@id("locked")
forbid (principal, action == Action::"edit", resource);
permit (principal, action == Action::"look", resource) when { context.n > 1 };
`;
const entities = `[{ "uid": { "type": "Doc", "id": "plan" }, "attrs": { "owner": { "__entity": { "type": "User", "id": "ada" } } }, "parents": [] }]`;
const files = { "p.cedar": policies, "e.json": entities };

const ask = (action: string): readonly string[] => [
  "authorize",
  "--policies",
  "p.cedar",
  "--entities",
  "e.json",
  "--principal",
  'User::"ada"',
  "--action",
  `Action::"${action}"`,
  "--resource",
  'Doc::"plan"',
];

describe("deodar authorize", () => {
  it("allows, with code 0", async () => {
    expect(await run(ask("view"), files)).toEqual({
      code: 0,
      out: "ALLOW\n\nbecause of\n  permit owners (p.cedar:1:1)\n",
      err: "",
    });
  });

  it("denies, with code 2", async () => {
    expect(await run(ask("edit"), files)).toEqual({
      code: 2,
      out: "DENY\n\nbecause of\n  forbid locked (p.cedar:3:1)\n",
      err: "",
    });
    const args = [
      "authorize",
      "-p",
      "p.cedar",
      "--entities",
      "e.json",
      "-l",
      'User::"ben"',
      "-a",
      'Action::"view"',
      "-r",
      'Team::"x"',
    ];
    expect(await run(args, { "p.cedar": "", "e.json": "[]" })).toEqual({
      code: 2,
      out: "DENY\n\nno policy applies\n",
      err: "",
    });
  });

  it("shows what was skipped, with the line in question", async () => {
    expect(await run(ask("look"), files)).toEqual({
      code: 0,
      out: `ALLOW

because of
  permit owners (p.cedar:1:1)

skipped permit policy2 (p.cedar:5:1)
error[evaluate/missing-attribute]: record does not have the attribute \`n\`
 --> p.cedar:5:63
  |
5 | permit (principal, action == Action::"look", resource) when { context.n > 1 };
  |                                                               ^^^^^^^^^
  = help: record does not have any attributes
`,
      err: "",
    });
  });

  it("answers in JSON", async () => {
    const { code, out, err } = await run([...ask("look"), "--format", "json"], files);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({
      decision: "allow",
      reasons: ["owners"],
      errors: [
        {
          policyId: "policy2",
          error: {
            code: "evaluate/missing-attribute",
            severity: "error",
            message: "record does not have the attribute `n`",
            help: "record does not have any attributes",
            source: "p.cedar",
            labels: [{ start: 221, end: 230, line: 5, column: 63, endLine: 5, endColumn: 72 }],
          },
        },
      ],
    });
    const explained = await run([...ask("view"), "--format", "json", "--explain"], files);
    expect(
      JSON.parse(explained.out).policies.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict]),
    ).toEqual([
      ["owners", "determining"],
      ["locked", "unsatisfied"],
      ["policy2", "unsatisfied"],
    ]);
  });

  it("says why, briefly or in full", async () => {
    expect((await run([...ask("look"), "-v"], files)).out).toBe(`ALLOW

because of
  permit owners (p.cedar:1:1)

permit owners (p.cedar:1:1) determines the decision
forbid locked (p.cedar:3:1) does not apply
permit policy2 (p.cedar:5:1) is skipped because of an error
  error[evaluate/missing-attribute]: record does not have the attribute \`n\`
   --> p.cedar:5:63
    |
  5 | permit (principal, action == Action::"look", resource) when { context.n > 1 };
    |                                                               ^^^^^^^^^
    = help: record does not have any attributes
`);
    expect((await run([...ask("view"), "--explain"], files)).out).toBe(`ALLOW

because of
  permit owners (p.cedar:1:1)

permit owners (p.cedar:1:1) determines the decision
  yes  principal
  yes  action
  yes  resource
  yes  when (p.cedar:2:38)
       resource.owner == principal  true
         resource.owner             User::"ada"
           resource                 Doc::"plan"
         principal                  User::"ada"

forbid locked (p.cedar:3:1) does not apply
  yes  principal
  no   action == Action::"edit"
  yes  resource

permit policy2 (p.cedar:5:1) does not apply
  yes  principal
  no   action == Action::"look"
  yes  resource
   -   when (p.cedar:5:56)
`);
  });

  it("colours answers and faults on terminals", async () => {
    expect((await run(ask("view"), files, { color: true })).out).toContain("\u001b[1;32mALLOW\u001b[0m");
    expect((await run(ask("edit"), files, { color: true })).out).toContain("\u001b[1;31mDENY\u001b[0m");
    expect((await run(ask("look"), files, { color: true })).out).toContain(
      "\u001b[1;31merror[evaluate/missing-attribute]\u001b[0m",
    );
    expect((await run([...ask("look"), "--explain"], files, { color: true })).out).toContain(
      "\u001b[1mpermit owners\u001b[0m",
    );
    expect((await run(ask("view"), {}, { color: true })).err).toContain(
      "\u001b[1;31merror[cli/unreadable-file]\u001b[0m",
    );
  });
});

describe("policies", () => {
  const request = ["--entities", "e.json", "-l", 'User::"ada"', "-a", 'Action::"edit"', "-r", 'Doc::"plan"'];

  it("come from standard input when no file is named, or for -", async () => {
    for (const named of [[], ["-p", "-"]]) {
      const { out } = await run(["authorize", ...named, ...request], files, { stdin: policies });
      expect(out).toBe("DENY\n\nbecause of\n  forbid locked (<stdin>:3:1)\n");
    }
    const twice = await run(["authorize", "-p", "-", "-p", "-", ...request], files, { stdin: policies });
    expect([twice.code, twice.err]).toEqual([
      1,
      "failed to read policies\nerror[cli/stdin-twice]: standard input can be read only once\n",
    ]);
  });

  it("come from several files, whose positions are counted on", async () => {
    const more = {
      ...files,
      "q.cedar": "permit (principal, action, resource) when { false };\nforbid (principal, action, resource);",
    };
    const { out } = await run(["authorize", "-p", "p.cedar", "-p", "q.cedar", ...request], more);
    expect(out).toBe("DENY\n\nbecause of\n  forbid locked (p.cedar:3:1)\n  forbid policy4 (q.cedar:2:1)\n");
  });

  it("are named by position on request", async () => {
    const { out } = await run(["authorize", "-p", "p.cedar", "--ids", "position", ...request], files);
    expect(out).toBe("DENY\n\nbecause of\n  forbid policy1 (p.cedar:3:1)\n");
  });

  it("must not share an id, across files either", async () => {
    const more = { ...files, "q.cedar": '@id("locked") permit (principal, action, resource);' };
    expect(await run(["authorize", "-p", "p.cedar", "-p", "q.cedar", ...request], more)).toEqual({
      code: 1,
      out: "",
      err: `failed to add to policy set
error[policy-set/duplicate-id]: duplicate template or policy id \`locked\`
 --> q.cedar:1:1
  |
1 | @id("locked") permit (principal, action, resource);
  | ^^^^^^^^^^^^^
`,
    });
  });

  it("can be JSON, in one file", async () => {
    const set = JSON.stringify({
      staticPolicies: {
        only: {
          effect: "forbid",
          principal: { op: "All" },
          action: { op: "All" },
          resource: { op: "All" },
          conditions: [],
        },
      },
      templates: {},
      templateLinks: [],
    });
    const json = { "e.json": "[]", "p.json": set, "bad.json": '{"staticPolicies": 1}' };
    const args = ["authorize", "--policy-format", "json", ...request];
    expect(await run([...args, "-p", "p.json"], json)).toEqual({
      code: 2,
      out: "DENY\n\nbecause of\n  forbid only\n",
      err: "",
    });
    expect((await run([...args, "-p", "p.json", "--explain"], json)).out).toContain(
      "forbid only determines the decision\n  yes  principal\n",
    );
    expect((await run([...args, "-p", "p.json", "-p", "p.json"], json)).err).toContain(
      "error[cli/several-json-policy-sets]",
    );
    const bad = await run([...args, "-p", "bad.json"], json);
    expect([bad.code, bad.err.split("\n")[0]]).toEqual([1, "failed to parse JSON policy"]);
  });

  it("can be a single policy or template in JSON", async () => {
    const policy = {
      effect: "permit",
      principal: { op: "All" },
      action: { op: "All" },
      resource: { op: "All" },
      conditions: [],
    };
    const template = { ...policy, principal: { op: "==", slot: "?principal" } };
    const json = { "e.json": "[]", "p.json": JSON.stringify(policy), "t.json": JSON.stringify(template) };
    const args = ["authorize", "--policy-format", "json", ...request];
    expect((await run([...args, "-p", "p.json"], json)).out).toBe("ALLOW\n\nbecause of\n  permit JSON policy\n");
    const unclear = async (text: string): Promise<string | undefined> =>
      (await run([...args, "-p", "u.json"], { ...json, "u.json": text })).err.split("\n")[1];
    const start =
      "error[cli/undetermined-json]: cannot determine if json policy is a single policy or a policy set. Found";
    expect(await unclear("[]")).toBe(`${start} no matching properties from either format`);
    expect(await unclear('{"effect": 1, "templates": 1}')).toBe(`${start} matching properties from both formats`);
    expect(await unclear('{"effect": "permit"}')).toBe("error[policy-json/missing-field]: missing field `principal`");
    expect(await unclear("{")).toBe("error[json/unexpected-end]: EOF while parsing an object");
    expect((await run([...args, "-p", "t.json"], json)).out).toBe("DENY\n\nno policy applies\n");
  });
});

describe("links", () => {
  const template = '@id("t") permit (principal == ?principal, action, resource in ?resource);';
  const args = [
    "authorize",
    "-p",
    "t.cedar",
    "-k",
    "l.json",
    "--entities",
    "e.json",
    "-l",
    'User::"ada"',
    "-a",
    'Action::"x"',
    "-r",
    'Doc::"plan"',
  ];
  const link = (of: object): string =>
    JSON.stringify([
      { template_id: "t", link_id: "l", args: { "?principal": 'User::"ada"', "?resource": 'Doc::"plan"' }, ...of },
    ]);
  const withLinks = (text: string): Record<string, string> => ({ "t.cedar": template, "e.json": "[]", "l.json": text });

  it("are added to the policies", async () => {
    expect(await run(args, withLinks(link({})))).toEqual({
      code: 0,
      out: "ALLOW\n\nbecause of\n  permit l (t.cedar:1:1)\n",
      err: "",
    });
    expect((await run([...args, "-v"], withLinks(link({})))).out).toContain(
      "permit l of template t (t.cedar:1:1) determines",
    );
    expect((await run(args, withLinks(""))).code).toBe(2);
  });

  const samples: readonly [string, string][] = [
    [
      link({ template_id: "x" }),
      "error[policy-set/unknown-template]: unable to link template: failed to find a template with id `x`",
    ],
    [
      link({ args: { "?principal": 'User::"ada"' } }),
      "error[policy-set/slots-missing]: unable to link template: the following slots were not provided as arguments: ?resource",
    ],
    [
      link({ args: { "?p": "" } }),
      "error[cli/malformed-links]: Invalid SlotId! Expected ?principal|?resource, got: ?p",
    ],
    [link({ args: { "?principal": "User" } }), "error[syntax/unexpected-end]: unexpected end of input"],
    [link({ args: { "?principal": 1 } }), "error[cli/malformed-links]: the value of a slot must be a string"],
    [link({ args: [] }), "error[cli/malformed-links]: `args` must be an object"],
    [link({ link_id: 1 }), "error[cli/malformed-links]: `link_id` must be a string"],
    [link({ template_id: null }), "error[cli/malformed-links]: `template_id` must be a string"],
    ["[1]", "error[cli/malformed-links]: a link is an object"],
    ["{}", "error[cli/malformed-links]: a links file is an array of links"],
    ["[", "error[json/unexpected-end]: EOF while parsing a list"],
  ];

  it.each(samples)("are refused: %s", async (text, message) => {
    const { code, out, err } = await run(args, withLinks(text));
    expect([code, out]).toEqual([1, ""]);
    expect(err.split("\n").slice(0, 2)).toEqual(["failed to add template links", message]);
  });

  it("are refused if there is no such file", async () => {
    expect((await run(args, { "t.cedar": template, "e.json": "[]" })).err).toBe(
      "failed to open links file l.json\nerror[cli/unreadable-file]: there is no such file\n",
    );
  });
});

describe("the request", () => {
  const base = ["authorize", "-p", "p.cedar", "--entities", "e.json"];
  const world = {
    "p.cedar": "permit (principal, action, resource) when { context.n == 9007199254740993 };",
    "e.json": "[]",
  };
  const uids = { principal: 'User::"ada"', action: 'Action::"x"', resource: 'Doc::"plan"' };
  const flags = ["-l", uids.principal, "-a", uids.action, "-r", uids.resource];

  it("can have a context, whose integers are exact", async () => {
    expect(
      (await run([...base, ...flags, "-c", "c.json"], { ...world, "c.json": '{"n": 9007199254740993}' })).code,
    ).toBe(0);
    expect(
      (await run([...base, ...flags, "-c", "c.json"], { ...world, "c.json": '{"n": 9007199254740992}' })).code,
    ).toBe(2);
  });

  it("can be a JSON file, with more keys in it", async () => {
    const text = `{"principal": "User::\\"ada\\"", "action": "Action::\\"x\\"", "resource": {"type": "Doc", "id": "plan"}, "context": {"n": 9007199254740993}, "comment": 1}`;
    expect((await run([...base, "--request-json", "r.json"], { ...world, "r.json": text })).code).toBe(0);
    const clash = await run([...base, "--request-json", "r.json", "-a", uids.action], { ...world, "r.json": text });
    expect([clash.code, clash.err]).toEqual([
      1,
      "failed to parse request\nerror[cli/conflicting-options]: option '--request-json' cannot be used with '--action'\n",
    ]);
  });

  it("must be complete and well-formed", async () => {
    const errors = async (args: readonly string[], more: Record<string, string> = {}): Promise<readonly string[]> => {
      const { code, out, err } = await run([...base, ...args], { ...world, ...more });
      expect([code, out]).toEqual([1, ""]);
      return err.split("\n").filter((line) => /^(failed|error)/.test(line));
    };
    expect(await errors(flags.slice(2))).toEqual([
      "failed to parse request",
      "error[cli/incomplete-request]: All three (`principal`, `action`, `resource`) variables must be specified",
    ]);
    expect(await errors(["-l", "ada", "-a", "b", ...flags.slice(4)])).toEqual([
      "failed to parse principal as entity Uid",
      "error[syntax/unexpected-end]: unexpected end of input",
      "failed to parse action as entity Uid",
      "error[syntax/unexpected-end]: unexpected end of input",
    ]);
    expect(await errors([...flags, "-c", "c.json"])).toEqual([
      "failed to open context file c.json",
      "error[cli/unreadable-file]: there is no such file",
    ]);
    expect(await errors([...flags, "-c", "c.json"], { "c.json": "[]" })).toEqual([
      "failed to create a context from c.json",
      "error[entities/not-a-record]: expression is not a record: []",
    ]);
    expect(await errors(["--request-json", "r.json"])).toEqual([
      "failed to open request-json file r.json",
      "error[cli/unreadable-file]: there is no such file",
    ]);
    expect(await errors(["--request-json", "r.json"], { "r.json": "{" })).toEqual([
      "failed to parse request",
      "error[json/unexpected-end]: EOF while parsing an object",
    ]);
    expect(await errors(["--request-json", "r.json"], { "r.json": "1" })).toEqual([
      "failed to parse request",
      "error[request/not-an-object]: a request is an object with `principal`, `action`, `resource` and `context`",
    ]);
    expect(await errors(["--request-json", "r.json"], { "r.json": '{"principal": "ada"}' })).toEqual([
      "failed to parse request",
      "error[request/malformed-uid]: failed to parse principal: unexpected end of input",
      "error[request/missing-variable]: missing field `action`",
      "error[request/missing-variable]: missing field `resource`",
    ]);
  });
});

describe("faults", () => {
  it("are all reported at once", async () => {
    const { code, out, err } = await run(
      ["authorize", "-p", "p.cedar", "-p", "q.cedar", "--entities", "e.json", "-l", "ada"],
      {
        "p.cedar": "permit",
        "e.json": "{}",
      },
    );
    expect([code, out]).toEqual([1, ""]);
    expect(err.split("\n").filter((line) => line.startsWith("failed"))).toEqual([
      "failed to open policy set file q.cedar",
      "failed to parse policy set",
      "failed to parse entities from file e.json",
      "failed to parse principal as entity Uid",
    ]);
  });

  it("are JSON on standard output on request", async () => {
    const { code, out, err } = await run([...ask("view"), "--format", "json"], { "p.cedar": "permit", "e.json": "[]" });
    expect([code, err]).toEqual([1, ""]);
    expect(JSON.parse(out).problems).toMatchObject([{ code: "syntax/unexpected-end", source: "p.cedar" }]);
  });

  it("tell a missing file of entities from a missing option", async () => {
    const [, ...rest] = ask("view");
    const without = rest.filter((arg) => arg !== "--entities" && arg !== "e.json");
    expect((await run(["authorize", ...without], files)).err).toBe(
      "failed to read entities\nerror[cli/missing-option]: option '--entities' is required\n",
    );
    expect((await run(ask("view"), { "p.cedar": policies })).err).toBe(
      "failed to open entities file e.json\nerror[cli/unreadable-file]: there is no such file\n",
    );
  });

  it("say in words why a file cannot be read", async () => {
    const messages: string[] = [];
    for (const code of ["EISDIR", "EACCES", "EIO"]) {
      const { err } = await run(ask("view"), files, {
        failure: Object.assign(new Error("input/output error"), { code }),
      });
      messages.push(err.split("\n")[1] ?? "");
    }
    const { err } = await run(ask("view"), files, { failure: "no reason" });
    expect([...messages, err.split("\n")[1]]).toEqual([
      "error[cli/unreadable-file]: it is a directory",
      "error[cli/unreadable-file]: permission denied",
      "error[cli/unreadable-file]: input/output error",
      "error[cli/unreadable-file]: no reason",
    ]);
  });
});
