import { nearestName, type Span } from "@deodar/diagnostics";
import type { Expression, MethodName } from "../ast.ts";
import { type CallStyle, extensionFunctions } from "../extension-functions.ts";
import { type Lowering, refuse } from "./lowering.ts";

/** `name(…)`, faults being told of for the whole chain that it begins. */
export function lowerFunction(
  lowering: Lowering,
  chain: Span,
  span: Span,
  name: string,
  list: readonly Expression[],
): Expression | undefined {
  const style = extensionFunctions.get(name);
  if (style === "function") return { kind: "extension", span, name, arguments: list };
  if (style === "method" || name === "isEmpty" || isMethodName(name)) {
    return refuse(lowering, "syntax/method-as-function", chain, { name });
  }
  return refuse(lowering, "syntax/unknown-function", chain, { name, hint: suggestion(name, "function") });
}

/** `target.name(…)`. The number of arguments of extension functions is no concern of the syntax. */
export function lowerMethod(
  lowering: Lowering,
  chain: Span,
  span: Span,
  target: Expression,
  name: string,
  list: Expression[],
): Expression | undefined {
  if (name === "isEmpty") {
    if (list.length > 0) return refuseArity(lowering, chain, name, "0 arguments", list.length);
    return { kind: "isEmpty", span, target };
  }
  if (isMethodName(name)) {
    const [argument] = list;
    if (argument === undefined || list.length > 1) return refuseArity(lowering, chain, name, "1 argument", list.length);
    return { kind: "method", span, method: name, target, argument };
  }
  switch (extensionFunctions.get(name)) {
    case "method":
      list.unshift(target);
      return { kind: "extension", span, name, arguments: list };
    case "function":
      return refuse(lowering, "syntax/function-as-method", chain, { name });
    case undefined:
      return refuse(lowering, "syntax/unknown-method", chain, { name, hint: suggestion(name, "method") });
  }
}

function isMethodName(name: string): name is MethodName {
  return (
    name === "contains" || name === "containsAll" || name === "containsAny" || name === "getTag" || name === "hasTag"
  );
}

function refuseArity(lowering: Lowering, chain: Span, name: string, expected: string, count: number): undefined {
  const found = `${count} argument${count === 1 ? "" : "s"}`;
  return refuse(lowering, "syntax/wrong-arity", chain, { name, expected, found });
}

function suggestion(name: string, style: CallStyle): string {
  const names = [...extensionFunctions].filter((entry) => entry[1] === style).map((entry) => entry[0]);
  const nearest = nearestName(name, names, 3);
  return nearest === undefined ? "" : `did you mean \`${nearest}\`?`;
}
