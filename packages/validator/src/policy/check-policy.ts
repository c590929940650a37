import type { Policy } from "@deodar/syntax";
import type { CheckSetting } from "../check/checker.ts";
import { checkConfusables } from "../confusables/check-confusables.ts";
import type { RequestEnvironment } from "../diagnostic.ts";
import { type LookUp, lookUpsOf } from "../levels/check-level.ts";
import type { PolicyToValidate, SlotEntities } from "../options.ts";
import { Findings } from "../report/findings.ts";
import { type Issue, issueOf } from "../report/issue.ts";
import { checkApplicability } from "./check-applicability.ts";
import { checkLiterals, checkType } from "./check-literals.ts";
import { checkTypes, type EnvironmentVerdict } from "./check-types.ts";
import { fillScope } from "./fill-scope.ts";
import { type SharedSetting, settingOf } from "./setting.ts";
import { surveyOf } from "./survey.ts";

/** What was found in one policy. */
export interface PolicyFindings {
  readonly errors: Findings;
  readonly warnings: Findings;
}

function noFindings(id: string): PolicyFindings {
  return { errors: new Findings("error", id), warnings: new Findings("warning", id) };
}

/** Checks a static policy or a template. */
export function checkPolicy(
  shared: SharedSetting,
  { id, policy }: PolicyToValidate,
  maxLevel: number | undefined,
): PolicyFindings {
  const setting = settingOf(shared, id, policy);
  const found = noFindings(id);
  const survey = surveyOf(policy);
  checkLiterals(shared.facts, id, survey, (issue) => found.errors.add(issue));
  checkApplicability(shared.facts, id, policy, policy.span, (issue) => found.warnings.add(issue));
  let impossible = true;
  for (const verdict of checkTypes({
    setting,
    policy,
    variables: survey.variables,
    thorough: maxLevel !== undefined,
  })) {
    impossible &&= verdict.impossible;
    if (verdict.issues.length === 0 && maxLevel === undefined) continue;
    const environment = requestEnvironmentOf(verdict);
    for (const issue of verdict.issues) found.errors.add(issue, environment);
    if (maxLevel !== undefined) checkLevel(setting, policy, verdict, maxLevel, environment, found);
  }
  if (impossible) found.warnings.add(issueOf("validate/impossible-policy", { policy: id }, policy.span));
  checkConfusables(setting, survey.oddWords, (issue) => found.warnings.addEach(issue));
  return found;
}

/** Checks what a link adds to its template, which is checked on its own: the entities in its slots. */
export function checkLink(
  { facts }: SharedSetting,
  { id, policy }: PolicyToValidate,
  values: SlotEntities,
): PolicyFindings {
  const found = noFindings(id);
  for (const uid of [values["?principal"], values["?resource"]]) {
    if (uid !== undefined)
      checkType(facts, id, { name: uid.type, span: undefined }, (issue) => found.errors.add(issue));
  }
  const report = (issue: Issue): void => found.warnings.add(issue);
  checkApplicability(facts, id, fillScope(policy, values), policy.span, report);
  return found;
}

export function requestEnvironmentOf({ environment }: EnvironmentVerdict): RequestEnvironment {
  return { principal: environment.principal, action: environment.action.uid, resource: environment.resource };
}

function checkLevel(
  setting: CheckSetting,
  policy: Policy,
  verdict: EnvironmentVerdict,
  allowed: number,
  environment: RequestEnvironment,
  found: PolicyFindings,
): void {
  for (const lookUp of lookUpsOf(setting, policy, verdict)) {
    if (!lookUp.literal && lookUp.level <= allowed) continue;
    found.errors.add(levelIssue(setting, lookUp, allowed), environment);
  }
}

function levelIssue(setting: CheckSetting, { at, level, literal }: LookUp, allowed: number): Issue {
  const span = setting.spans.of(at);
  const policy = setting.policyId;
  if (literal) return issueOf("validate/literal-dereference", { policy }, span);
  return issueOf("validate/level-exceeded", { policy, required: level, allowed }, span);
}
