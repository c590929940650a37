import { type Explanation, explain, isAuthorized, renderExplanation } from "@deodar/authorizer";
import { ansiStyle } from "@deodar/diagnostics";
import { cliFault } from "../catalogue.ts";
import type { Command } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { loadEntities } from "../inputs/entities.ts";
import { loadPolicies, policyOptions } from "../inputs/policies.ts";
import { loadRequest, requestOptions } from "../inputs/request.ts";
import type { Io } from "../io.ts";
import { type Loaded, notLoaded, type Problem, problemsToJson, renderProblems } from "../problem.ts";
import { decisionJson, renderDecision } from "./render-decision.ts";

/** `deodar authorize`: may this principal do this? */
export const authorizeCommand: Command = {
  name: "authorize",
  summary: "Decide a request with policies and entities",
  options: [
    ...requestOptions,
    ...policyOptions,
    { long: "entities", value: "FILE", help: "the entities: a JSON file" },
    { long: "format", value: "FORMAT", choices: ["human", "json"], help: "human (default) or json: how to answer" },
    { long: "verbose", short: "v", help: "say of every policy whether it applied" },
    { long: "explain", help: "say of every policy why it did or did not apply, down to each expression" },
  ],
  notes: "exit codes: 0 allow, 2 deny, 1 failure",
  run: async (io, given) => {
    const json = given.text("format") === "json";
    const problems: Problem[] = [];
    const collect = <T>(part: Loaded<T>): T | undefined => {
      if (part.ok) return part.value;
      problems.push(...part.problems);
      return undefined;
    };
    const entitiesFile = given.text("entities");
    const loadedPolicies = collect(await loadPolicies(io, given));
    const entities = collect(entitiesFile === undefined ? missingEntities() : await loadEntities(io, entitiesFile));
    const request = collect(await loadRequest(io, given));
    if (loadedPolicies === undefined || entities === undefined || request === undefined) {
      report(io, problems, json);
      return exitCode.failure;
    }
    const { policies, sourceOf } = loadedPolicies;
    const detail = given.flag("explain") ? "explain" : given.flag("verbose") ? "verbose" : "plain";
    const explanation: Explanation | undefined =
      detail === "plain" ? undefined : explain({ request, policies, entities });
    const response = explanation?.response ?? isAuthorized({ request, policies, entities });
    const answer = { response, policies, sourceOf, explanation };
    if (json) io.out(`${JSON.stringify(decisionJson(answer), null, 2)}\n`);
    else {
      io.out(renderDecision(answer, io.outColor));
      if (explanation !== undefined) {
        const style = io.outColor ? { style: ansiStyle } : {};
        io.out(`\n${renderExplanation(explanation, { sourceOf, brief: detail === "verbose", ...style })}\n`);
      }
    }
    return response.decision === "allow" ? exitCode.success : exitCode.deny;
  },
};

function missingEntities(): Loaded<never> {
  const diagnostics = [cliFault("cli/missing-option", { option: "entities" })];
  return notLoaded({ what: "failed to read entities", diagnostics });
}

function report(io: Io, problems: readonly Problem[], json: boolean): void {
  if (json) io.out(`${JSON.stringify({ problems: problemsToJson(problems) }, null, 2)}\n`);
  else io.err(renderProblems(problems, io.errColor));
}
