import { longFromBigInt } from "@deodar/core";
import { keptUid } from "@deodar/core/hierarchy";
import type { EntityLiteral, LongLiteral, Slot, Variable } from "@deodar/syntax";
import { evaluationError } from "./catalogue.ts";
import type { Compiler } from "./compiler.ts";
import { toDiagnostic } from "./evaluation-error.ts";
import type { Step } from "./step.ts";
import { checkTypeName } from "./type-name.ts";

/** A tree that was built by hand may hold a Long in another form, such as `5n`, or none, which would equal nothing. */
export function compileLong({ value, span }: LongLiteral, compiler: Compiler): Step {
  const integer = typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : value;
  const long = typeof integer === "bigint" ? longFromBigInt(integer) : undefined;
  if (long !== undefined) return compiler.constant(long);
  compiler.refuse(toDiagnostic(evaluationError("evaluate/invalid-long", { value: String(value) }, span)));
  return () => undefined;
}

export function compileEntity(expression: EntityLiteral, compiler: Compiler): Step {
  const { type, id } = expression;
  return checkTypeName(type, expression.span, compiler) ? compiler.constant(keptUid(type, id)) : () => undefined;
}

export function compileVariable({ name, span }: Variable, compiler: Compiler): Step {
  if (compiler.hasRequest) return compiler.variable(name);
  const error = evaluationError("evaluate/no-request", { name }, span);
  return (environment) => environment.fail(error);
}

/** The step of a variable, which any compilation may share. */
export const variableSteps: { readonly [name in Variable["name"]]: Step } = {
  principal: (environment) => environment.principal,
  action: (environment) => environment.action,
  resource: (environment) => environment.resource,
  context: (environment) => environment.context,
};

export function compileSlot({ name, span }: Slot, compiler: Compiler): Step {
  compiler.dependOnEnvironment();
  const error = evaluationError("evaluate/unlinked-slot", { slot: name }, span);
  return (environment) => environment.slots[name] ?? environment.fail(error);
}
