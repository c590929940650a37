import type { Expression } from "@deodar/syntax";
import type { ValidationCode, Words } from "../catalogue.ts";
import type { UnicodeFacts } from "../confusables/unicode-facts.ts";
import { issueOf, type Report } from "../report/issue.ts";
import type { ReportedSpans } from "../report/reported-spans.ts";
import type { SchemaFacts } from "../schema-facts.ts";
import { printType } from "../types/print-type.ts";
import type { TypeRelations } from "../types/relations.ts";
import type { CheckedType } from "../types/type.ts";
import { type Answer, unknownAnswer } from "./answer.ts";
import { beginCheck } from "./begin-check.ts";
import type { CheckedEnvironment } from "./environment.ts";
import { KnownCapabilities } from "./known-capabilities.ts";
import type { ShapeTable } from "./shape-table.ts";

/** What to do next: check an expression, or go on with an answer. */
export type Task = Expression | Answer;

/** What to do once a part is checked. */
export type Continuation = (answer: Answer) => Task;

/** What says how to mend an unexpected type, by the type that was found. */
export type TypeHint = (actual: CheckedType) => string | undefined;

/** What the checks of all environments of a policy share. */
export interface CheckSetting {
  readonly policyId: string;
  readonly facts: SchemaFacts;
  /** Subtyping in the mode of the check. */
  readonly relations: TypeRelations;
  /** Subtyping in permissive mode, by which operands are tested in either mode. */
  readonly permissive: TypeRelations;
  readonly unicode: UnicodeFacts;
  readonly shapes: ShapeTable;
  readonly spans: ReportedSpans;
}

/**
 * Checks expressions in one request environment. What is to be done when a part has been checked waits on a stack of
 * its own, so that neither deep brackets nor long chains can overflow that of the engine.
 *
 * Source: https://docs.cedarpolicy.com/policies/validation.html
 */
export class Checker {
  readonly setting: CheckSetting;
  readonly environment: CheckedEnvironment;
  readonly known: KnownCapabilities = new KnownCapabilities();
  readonly #report: Report;
  readonly #types: Map<Expression, CheckedType | undefined> | undefined;
  readonly #waiting: Continuation[] = [];

  /** With `types` it notes there what type each expression has that is not passed over as never evaluated. */
  constructor(
    setting: CheckSetting,
    environment: CheckedEnvironment,
    report: Report,
    types?: Map<Expression, CheckedType | undefined>,
  ) {
    this.setting = setting;
    this.environment = environment;
    this.#report = report;
    this.#types = types;
  }

  get isStrict(): boolean {
    return this.setting.relations.mode === "strict";
  }

  /** Checks a whole expression. */
  check(expression: Expression): Answer {
    let task: Task = expression;
    for (;;) {
      if (task.kind === "answer") {
        const continuation = this.#waiting.pop();
        if (continuation === undefined) return task;
        task = continuation(task);
      } else {
        if (this.#types !== undefined) this.#note(task);
        task = beginCheck(this, task);
      }
    }
  }

  /** Checks a part, then goes on. */
  checkPart(part: Expression, continuation: Continuation): Task {
    this.#waiting.push(continuation);
    return part;
  }

  /** Checks the parts one after the other, then goes on with all answers. */
  checkParts(parts: readonly Expression[], continuation: (answers: readonly Answer[]) => Task): Task {
    const answers: Answer[] = [];
    const next: Continuation = (answer) => {
      answers.push(answer);
      const part = parts[answers.length];
      return part === undefined ? continuation(answers) : this.checkPart(part, next);
    };
    const [first] = parts;
    return first === undefined ? continuation(answers) : this.checkPart(first, next);
  }

  /** Checks a part that must have a type below one of these, then goes on. */
  expect(part: Expression, expected: readonly CheckedType[], hint: TypeHint, continuation: Continuation): Task {
    return this.checkPart(part, (answer) => continuation(this.expected(part, answer, expected, hint)));
  }

  /** The answer, if its type is below one of these; otherwise that is an issue. */
  expected(part: Expression, answer: Answer, expected: readonly CheckedType[], hint: TypeHint): Answer {
    const { type } = answer;
    if (type === undefined) return unknownAnswer;
    if (expected.some((one) => this.setting.permissive.isSubtype(type, one))) return answer;
    this.unexpectedType(part, type, expected, hint(type));
    return unknownAnswer;
  }

  /** Says that a part has none of the types that it should have. */
  unexpectedType(part: Expression, actual: CheckedType, expected: readonly CheckedType[], hint?: string): void {
    const words = { expected: expected.map(printType).join(", or "), actual: printType(actual) };
    this.report("validate/unexpected-type", hint === undefined ? words : { ...words, hint }, part);
  }

  /** Says what is wrong at this expression. */
  report(code: ValidationCode, words: Words, at: Expression): void {
    this.#report(issueOf(code, { ...words, policy: this.setting.policyId }, this.setting.spans.of(at)));
  }

  /** Notes the type of the expression once it is known. */
  #note(expression: Expression): void {
    this.#waiting.push((answer) => {
      this.#types?.set(expression, answer.type);
      return answer;
    });
  }
}

export const noHint: TypeHint = () => undefined;
