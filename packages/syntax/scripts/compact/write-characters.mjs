/** A condition on the character at the place, for a class of characters or for any; it moves nothing. */
export function peek(node) {
  if (node.type === "any") return "peg$currPos < input.length";
  if (node.ignoreCase || node.unicode) throw new Error("A parser cannot be written for such a class of characters");
  const code = "input.charCodeAt(peg$currPos)";
  const tests = node.parts.map((part) =>
    Array.isArray(part)
      ? `(${code} >= ${part[0].charCodeAt(0)} && ${code} <= ${part[1].charCodeAt(0)})`
      : `${code} === ${part.charCodeAt(0)}`,
  );
  return node.inverted ? `(peg$currPos < input.length && !(${tests.join(" || ")}))` : `(${tests.join(" || ")})`;
}
