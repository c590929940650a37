import { unwrap } from "@deodar/diagnostics";
import { formatPolicies } from "@deodar/formatter";
import { formatSchema } from "@deodar/formatter/schema";
import { format, type Options } from "prettier";
import { describe, expect, it } from "vitest";
import * as plugin from "../src/index.ts";

const policy = `permit(principal,action,resource)when{context.mfa&&resource.public};// all`;
const formatted = "permit (principal, action, resource)\nwhen { context.mfa && resource.public }; // all\n";

function run(text: string, filepath: string, options: Options = {}): Promise<string> {
  return format(text, { ...options, filepath, plugins: [plugin] });
}

describe("policy files", () => {
  it("are formatted", async () => {
    expect(await run(policy, "a.cedar")).toBe(formatted);
    expect(await run(formatted, "a.cedar")).toBe(formatted);
  });

  it("take their width and indent from printWidth and tabWidth", async () => {
    const options = { printWidth: 20, tabWidth: 4 };
    expect(await run(policy, "a.cedar", options)).toBe(
      unwrap(formatPolicies(policy, { lineWidth: 20, indentWidth: 4 })),
    );
  });

  it("may be empty", async () => {
    expect(await run("\n\n", "a.cedar")).toBe("");
  });

  it("keep strings of several lines, also with white space at the ends of these", async () => {
    const text = `permit (principal, action, resource)\nwhen { context.a == "b  \n  c\n\n" };\n`;
    expect(await run(text, "a.cedar")).toBe(text);
  });

  it("are refused with the place of the first fault", async () => {
    await expect(run("permit(principal,\naction resource);", "a.cedar")).rejects.toMatchObject({
      message: expect.stringContaining("unexpected token `resource`"),
      loc: { start: { line: 2, column: 8 } },
    });
  });

  it("can ask for a pragma, and be given one", async () => {
    expect(await run(policy, "a.cedar", { requirePragma: true })).toBe(policy);
    expect(await run(`// @format\n${policy}`, "a.cedar", { requirePragma: true })).toBe(`// @format\n${formatted}`);
    expect(await run(policy, "a.cedar", { insertPragma: true })).toBe(`// @format\n${formatted}`);
  });
});

describe("schema files", () => {
  const schema = `entity User in [Group]{name:String,"e-mail"?:String};// who\nentity Group;`;

  it("are formatted", async () => {
    const formattedSchema = unwrap(formatSchema(schema));
    expect(formattedSchema).not.toBe(schema);
    expect(await run(schema, "a.cedarschema")).toBe(formattedSchema);
    expect(await run(formattedSchema, "a.cedarschema")).toBe(formattedSchema);
  });

  it("are formatted in Markdown, too", async () => {
    expect(await run(`~~~cedarschema\n${schema}\n~~~\n`, "a.md")).toBe(
      `\`\`\`cedarschema\n${unwrap(formatSchema(schema))}\`\`\`\n`,
    );
  });
});

describe("Markdown", () => {
  it("has the Cedar in its fences formatted, in lists too", async () => {
    const text = [
      "# Policies",
      "",
      "```cedar",
      policy,
      "```",
      "",
      "- one",
      "",
      "  ```cedar",
      `  ${policy}`,
      "  ```",
      "",
    ];
    const [first, second] = formatted.trimEnd().split("\n");
    expect(await run(text.join("\n"), "a.md")).toBe(
      [
        "# Policies",
        "",
        "```cedar",
        first,
        second,
        "```",
        "",
        "- one",
        "",
        "  ```cedar",
        `  ${first}`,
        `  ${second}`,
        "  ```",
        "",
      ].join("\n"),
    );
  });

  it("keeps fences that do not parse", async () => {
    const text = "```cedar\npermit(…);\n```\n";
    expect(await run(text, "a.md")).toBe(text);
  });
});
