import {
  type Diagnostic,
  DiagnosticsError,
  diagnosticsToJson,
  failure,
  isDiagnosticsError,
  success,
  unwrap,
} from "@deodar/diagnostics";
import { describe, expect, test } from "vitest";

const fault: Diagnostic = { code: "area/fault", severity: "error", message: "bad", labels: [], related: [] };

describe("Result", () => {
  test("a success holds its value and warnings", () => {
    expect(success(3)).toEqual({ ok: true, value: 3, warnings: [] });
    expect(success(3, [fault])).toEqual({ ok: true, value: 3, warnings: [fault] });
    expect(unwrap(success("x"))).toBe("x");
  });

  test("a failure needs an error", () => {
    expect(failure([fault])).toEqual({ ok: false, errors: [fault] });
    expect(() => failure([])).toThrow(RangeError);
  });

  test("unwrap throws what went wrong", () => {
    const thrown = (): unknown => {
      try {
        return unwrap(failure([fault, fault]));
      } catch (error) {
        return error;
      }
    };
    const error = thrown();
    expect(isDiagnosticsError(error)).toBe(true);
    expect(error).toMatchObject({ name: "DiagnosticsError", message: "bad (and 1 more)", diagnostics: [fault, fault] });
  });

  test("errors of another copy of the package are known by their kind", () => {
    expect(isDiagnosticsError({ kind: "diagnostics-error" })).toBe(true);
    for (const other of [new Error("x"), null, undefined, "x", {}]) expect(isDiagnosticsError(other)).toBe(false);
    expect(new DiagnosticsError([]).message).toBe("unknown fault");
    expect(new DiagnosticsError([fault]).message).toBe("bad");
  });
});

describe("diagnosticsToJson", () => {
  test("without a source there are offsets only", () => {
    expect(diagnosticsToJson([{ ...fault, labels: [{ start: 1, end: 2 }] }])).toEqual([
      { code: "area/fault", severity: "error", message: "bad", labels: [{ start: 1, end: 2 }] },
    ]);
  });

  test("with a source there are lines and columns, at every depth", () => {
    const inner: Diagnostic = { ...fault, severity: "advice", labels: [{ start: 2, end: 4, text: "here" }] };
    const outer: Diagnostic = { ...fault, help: "do so", path: ["a", 0], related: [inner] };
    expect(diagnosticsToJson([outer], { name: "f", text: "a\nbc\nd" })).toEqual([
      {
        code: "area/fault",
        severity: "error",
        message: "bad",
        help: "do so",
        source: "f",
        labels: [],
        path: ["a", 0],
        related: [
          {
            code: "area/fault",
            severity: "advice",
            message: "bad",
            source: "f",
            labels: [{ start: 2, end: 4, line: 2, column: 1, endLine: 2, endColumn: 3, text: "here" }],
          },
        ],
      },
    ]);
  });
});
