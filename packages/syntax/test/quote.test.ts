import { policyToText } from "@cedar-policy/cedar-wasm/nodejs";
import { expect, test } from "vitest";
import { escapeEach, quoteString } from "../src/index.ts";

/** Every code point of the Basic Multilingual Plane and a part of those beyond, without surrogates. */
function codePoints(): readonly number[] {
  const points: number[] = [];
  for (let point = 0; point < 0x110000; point += point < 0x20000 || point >> 8 === 0xe01 ? 1 : 61) {
    if (point < 0xd800 || point > 0xdfff) points.push(point);
  }
  return points;
}

test("strings are quoted as the reference quotes them, whatever they start with and hold", () => {
  const strings = codePoints().flatMap((point) => {
    const character = String.fromCodePoint(point);
    return [`${character}x`, `x${character}x`];
  });
  const body = { Value: strings };
  expect(reference(body)).toBe(`[${strings.map(quoteString).join(", ")}]`);
});

test("patterns are escaped as the reference escapes them", () => {
  const text = codePoints()
    .filter((point) => point !== 0x2a)
    .map((point) => String.fromCodePoint(point))
    .join("x");
  expect(reference({ like: { left: { Var: "context" }, pattern: [{ Literal: text }] } })).toBe(
    `context like "${escapeEach(text)}"`,
  );
});

function reference(body: unknown): string {
  const any = { op: "All" };
  const conditions = [{ kind: "when", body }];
  const answer = policyToText({ effect: "permit", principal: any, action: any, resource: any, conditions } as never);
  return answer.type === "success" ? answer.text.slice("permit(principal, action, resource) when { ".length, -3) : "";
}
