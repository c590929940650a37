import { applyExtension, isCallFault } from "@deodar/core";
import { type ExtensionCall, quoteString } from "@deodar/syntax";
import { booleanType, type CheckedType, extensionType, longType, stringType } from "../types/type.ts";
import { type Answer, faulty, sound, unknownAnswer } from "./answer.ts";
import { type Checker, noHint, type Task } from "./checker.ts";
import { literalOf } from "./literal-of.ts";

interface Signature {
  readonly parameters: readonly CheckedType[];
  readonly result: CheckedType;
  /** For constructors: what a message says that a bad literal could not be read as. */
  readonly reads?: string;
}

const ip = extensionType("ipaddr");
const decimal = extensionType("decimal");
const datetime = extensionType("datetime");
const duration = extensionType("duration");

function signature(parameters: readonly CheckedType[], result: CheckedType): Signature {
  return { parameters, result };
}

function constructs(result: CheckedType, reads: string): Signature {
  return { parameters: [stringType], result, reads };
}

/** The types of the extension functions; of a method the receiver is the first parameter. */
const signatures: ReadonlyMap<string, Signature> = new Map([
  ["ip", constructs(ip, "IP address")],
  ["isIpv4", signature([ip], booleanType)],
  ["isIpv6", signature([ip], booleanType)],
  ["isLoopback", signature([ip], booleanType)],
  ["isMulticast", signature([ip], booleanType)],
  ["isInRange", signature([ip, ip], booleanType)],
  ["decimal", constructs(decimal, "a decimal value")],
  ["lessThan", signature([decimal, decimal], booleanType)],
  ["lessThanOrEqual", signature([decimal, decimal], booleanType)],
  ["greaterThan", signature([decimal, decimal], booleanType)],
  ["greaterThanOrEqual", signature([decimal, decimal], booleanType)],
  ["datetime", constructs(datetime, "a datetime value")],
  ["offset", signature([datetime, duration], datetime)],
  ["durationSince", signature([datetime, datetime], duration)],
  ["toDate", signature([datetime], datetime)],
  ["toTime", signature([datetime], duration)],
  ["duration", constructs(duration, "a duration value")],
  ["toMilliseconds", signature([duration], longType)],
  ["toSeconds", signature([duration], longType)],
  ["toMinutes", signature([duration], longType)],
  ["toHours", signature([duration], longType)],
  ["toDays", signature([duration], longType)],
]);

/** A call of an extension function. Strict checking wants literals for constructors, and literals that can be read. */
export function checkExtension(checker: Checker, node: ExtensionCall): Task {
  const called = signatures.get(node.name);
  if (called === undefined) {
    checker.report("validate/unknown-function", { name: node.name }, node);
    return checker.checkParts(node.arguments, () => unknownAnswer);
  }
  if (!checkCall(checker, node, called)) return checker.checkParts(node.arguments, () => faulty(called.result));
  return checker.checkParts(node.arguments, (answers) => checkArguments(checker, node, called, answers));
}

function checkArguments(
  checker: Checker,
  node: ExtensionCall,
  { parameters, result }: Signature,
  answers: readonly Answer[],
): Answer {
  let failed = false;
  for (const [index, argument] of node.arguments.entries()) {
    const type = parameters[index] as CheckedType;
    failed = checker.expected(argument, answers[index] as Answer, [type], noHint).failed || failed;
  }
  return failed ? faulty(result) : sound(result);
}

/** Whether the number of arguments is right and the argument of a constructor is a good literal. */
function checkCall(checker: Checker, node: ExtensionCall, { parameters, reads }: Signature): boolean {
  const counts = { expected: parameters.length, actual: node.arguments.length };
  const rightCount = counts.expected === counts.actual;
  if (!rightCount) checker.report("validate/wrong-argument-count", counts, node);
  if (reads === undefined) return rightCount;
  const readable = isReadable(checker, node, reads);
  const literal = !checker.isStrict || node.arguments.every((argument) => literalOf(argument) !== undefined);
  if (!literal) checker.report("validate/computed-argument", {}, node);
  return rightCount && readable && literal;
}

function isReadable(checker: Checker, node: ExtensionCall, reads: string): boolean {
  const [argument] = node.arguments;
  if (node.arguments.length !== 1 || argument?.kind !== "string") return true;
  const result = applyExtension(node.name, [argument.value]);
  if (!isCallFault(result)) return true;
  const reason = `failed to parse as ${reads}: \`${quoteString(argument.value)}\``;
  checker.report(
    "validate/invalid-argument",
    result.help === undefined ? { reason } : { reason, hint: result.help },
    node,
  );
  return false;
}
