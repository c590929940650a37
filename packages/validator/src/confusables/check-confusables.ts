import type { Policy } from "@deodar/syntax";
import type { CheckSetting } from "../check/checker.ts";
import type { Report } from "../report/issue.ts";

export function checkConfusables(_setting: CheckSetting, _policy: Policy, _report: Report): void {}
