const plainKey = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A path inside JSON or a JavaScript value as text: `$.entities[0]["odd key"]`; `$` alone is the root. */
export function formatPath(path: readonly (string | number)[]): string {
  let text = "$";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else text += plainKey.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  }
  return text;
}
