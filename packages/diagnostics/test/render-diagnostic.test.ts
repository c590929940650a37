import { ansiStyle, type Diagnostic, formatPath, renderDiagnostic, renderDiagnostics } from "@deodar/diagnostics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

function diagnostic(fields: Partial<Diagnostic>): Diagnostic {
  return { code: "area/fault", severity: "error", message: "something is wrong", labels: [], related: [], ...fields };
}

/** A label on the first occurrence of a piece of a text. */
function on(text: string, piece: string, word?: string) {
  const start = text.indexOf(piece);
  return { start, end: start + piece.length, ...(word !== undefined && { text: word }) };
}

/** The lines of a frame, so that a test reads as it prints. */
function frame(...lines: readonly string[]): string {
  return lines.join("\n");
}

describe("renderDiagnostic", () => {
  test("headline, place, line, label, help", () => {
    const text = "permit(principal, action, resource)\nwhen { princpal.age };";
    const shown = renderDiagnostic(
      diagnostic({ labels: [on(text, "princpal", "not a variable")], help: "did you mean `principal`?" }),
      { name: "a.cedar", text },
    );
    expect(shown).toBe(
      frame(
        "error[area/fault]: something is wrong",
        " --> a.cedar:2:8",
        "  |",
        "2 | when { princpal.age };",
        "  |        ^^^^^^^^ not a variable",
        "  = help: did you mean `principal`?",
      ),
    );
  });

  test("several labels: the rightmost text beside, the others hung below, gaps skipped", () => {
    const text = 'permit(principal, action, resource)\nwhen {\n\tprincipal.a == "日本" && resource.b};';
    const labels = [
      on(text, "resource.b", "a Long"),
      on(text, "principal.a", "a String"),
      on(text, "日本"),
      on(text, "permit", "here"),
    ];
    expect(renderDiagnostic(diagnostic({ labels }), { text })).toBe(
      frame(
        "error[area/fault]: something is wrong",
        " --> 3:25",
        "  |",
        "1 | permit(principal, action, resource)",
        "  | ------ here",
        "...",
        '3 |     principal.a == "日本" && resource.b};',
        "  |     -----------     ----     ^^^^^^^^^^ a Long",
        "  |     |",
        "  |     a String",
      ),
    );
  });

  test("a text that something wider covers is hung", () => {
    const text = "abcdef";
    const labels = [
      { start: 0, end: 6, text: "all" },
      { start: 2, end: 3, text: "c" },
      { start: 2, end: 4, text: "cd" },
    ];
    expect(renderDiagnostic(diagnostic({ labels }), { text })).toBe(
      frame(
        "error[area/fault]: something is wrong",
        " --> 1:1",
        "  |",
        "1 | abcdef",
        "  | ^^^^^^",
        "  | | |",
        "  | | c",
        "  | | cd",
        "  | all",
      ),
    );
  });

  test("a label over many lines shows both ends", () => {
    const text = "permit(\n  principal,\n  action,\n  resource\n) when {\n};\n";
    const labels = [{ start: 0, end: text.length - 1, text: "this policy" }];
    expect(renderDiagnostic(diagnostic({ severity: "warning", labels }), { text })).toBe(
      frame(
        "warning[area/fault]: something is wrong",
        " --> 1:1",
        "  |",
        "1 | permit(",
        "  | ^^^^^^^",
        "2 |   principal,",
        "  |   ^^^^^^^^^^",
        "...",
        "5 | ) when {",
        "  | ^^^^^^^^",
        "6 | };",
        "  | ^^ this policy",
      ),
    );
  });

  test("the end of the text, after the last line end, can be shown", () => {
    const text = "permit\r\n";
    expect(renderDiagnostic(diagnostic({ labels: [{ start: 8, end: 8, text: "expected `(`" }] }), { text })).toBe(
      frame("error[area/fault]: something is wrong", " --> 2:1", "  |", "2 |", "  | ^ expected `(`"),
    );
  });

  test("a long line is cut around the main label", () => {
    const text = `${"x".repeat(5000)}HERE${"y".repeat(5000)}`;
    const shown = renderDiagnostic(diagnostic({ labels: [on(text, "HERE")] }), { text }, { maxWidth: 30 });
    expect(shown.split("\n").slice(3)).toEqual(["1 | …xxxxxxxxxxHEREyyyyyyyyyyyyyyyy…", "  |            ^^^^"]);
  });

  test("columns allow for tabs, wide and combining characters", () => {
    const text = "a\te\u0301🌲b";
    const shown = renderDiagnostic(diagnostic({ labels: [on(text, "b")] }), { text });
    expect(shown.split("\n").slice(3)).toEqual(["1 | a   e\u0301🌲b", "  |        ^"]);
  });

  test("no source: only the place inside JSON", () => {
    const labels = [{ start: 1, end: 2 }];
    expect(renderDiagnostic(diagnostic({ labels, path: ["entities", 0, "odd key"] }))).toBe(
      frame("error[area/fault]: something is wrong", '--> $.entities[0]["odd key"]'),
    );
    expect(renderDiagnostic(diagnostic({}))).toBe("error[area/fault]: something is wrong");
    expect(renderDiagnostic(diagnostic({ labels, path: [] }), { name: "e.json", text: "[1]" }).split("\n")[1]).toBe(
      " --> e.json:1:2 ($)",
    );
  });

  test("related diagnostics follow, in order", () => {
    const related = [
      diagnostic({ message: "second", related: [diagnostic({ message: "third" })] }),
      diagnostic({ message: "fourth" }),
    ];
    expect(renderDiagnostics([diagnostic({ message: "first", related }), diagnostic({ message: "fifth" })])).toBe(
      ["first", "second", "third", "fourth", "fifth"].map((message) => `error[area/fault]: ${message}`).join("\n\n"),
    );
  });

  test("labels beyond a dozen are counted", () => {
    const labels = Array.from({ length: 15 }, (_, start) => ({ start, end: start + 1 }));
    expect(
      renderDiagnostic(diagnostic({ labels }), { text: "x".repeat(20) })
        .split("\n")
        .slice(4),
    ).toEqual(["  | ^-----------", "  = and 3 more places"]);
  });

  test("several lines of help are indented", () => {
    expect(renderDiagnostic(diagnostic({ help: "one\ntwo" }))).toBe(
      frame("error[area/fault]: something is wrong", " = help: one", "         two"),
    );
  });

  test("a style paints headline, frame and labels", () => {
    const text = "a b";
    const shown = renderDiagnostic(
      diagnostic({ labels: [on(text, "a", "main"), on(text, "b", "other")] }),
      { text },
      { style: { error: ["<e>", "</>"], message: ["<m>", "</>"], frame: ["<f>", "</>"], secondary: ["<s>", "</>"] } },
    );
    expect(shown).toBe(
      frame(
        "<e>error[area/fault]</><m>: something is wrong</>",
        " <f>--></> 1:1",
        "  <f>|</>",
        "<f>1 |</> a b",
        "  <f>|</> <e>^</> <s>-</> <s>other</>",
        "  <f>|</> <e>|</>",
        "  <f>|</> <e>main</>",
      ),
    );
    expect(renderDiagnostic(diagnostic({}), undefined, { style: ansiStyle })).toContain(
      "\u001b[1;31merror[area/fault]\u001b[0m",
    );
  });

  test("nothing from a hostile source, message or name reaches the terminal", () => {
    const hostile = 'permit \u001b]0;owned\u0007 \u009b31m \u202e \ud800 "\u007f"';
    const shown = renderDiagnostic(
      diagnostic({ message: hostile, help: hostile, labels: [{ start: 0, end: 3, text: hostile }], path: [hostile] }),
      { name: `${hostile}\n`, text: hostile },
    );
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(shown).not.toMatch(/\p{Surrogate}/u);
    expect(shown.split("\n")[0]).toBe('error[area/fault]: permit ␛]0;owned␇ �31m � � "␡"');
  });

  test("any labels on any text give a frame", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\t", "日", "🌲", "\u0301", "\u001b", "\ud800") });
    const label = fc.record({
      start: fc.integer({ min: -3, max: 30 }),
      end: fc.integer({ min: -3, max: 30 }),
      text: fc.string(),
    });
    fc.assert(
      fc.property(
        text,
        fc.array(label, { maxLength: 5 }),
        fc.integer({ min: 0, max: 40 }),
        (source, labels, maxWidth) => {
          const shown = renderDiagnostic(diagnostic({ labels }), { text: source }, { maxWidth });
          expect(shown.startsWith("error[area/fault]: something is wrong")).toBe(true);
          expect(shown).not.toContain("\u001b");
          expect(shown.split("\n").length > 4).toBe(labels.length > 0);
        },
      ),
    );
  });
});

test("formatPath", () => {
  expect(formatPath([])).toBe("$");
  expect(formatPath(["a", 3, "", 'q"', "_b1"])).toBe('$.a[3][""]["q\\""]._b1');
});
