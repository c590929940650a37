//! Reads a workload from the JSON file named on the command line, then serves lines from the standard input:
//! `answers` prints the answer to every request, `run N` decides N requests and prints the nanoseconds that took, on
//! the wall and of the processor.

use cedar_policy::{
    AuthorizationError, Authorizer, Context, Decision, Entities, EntityId, EntityTypeName, EntityUid, PolicyId, PolicySet, Request, Schema,
    SlotId, Template,
};
use serde_json::{json, Value};
use std::collections::HashMap;
use std::hint::black_box;
use std::io::{BufRead, Write};
use std::str::FromStr;
use std::time::Instant;

fn uid(json: &Value) -> EntityUid {
    let type_name = EntityTypeName::from_str(json["type"].as_str().unwrap()).unwrap();
    EntityUid::from_type_name_and_id(type_name, EntityId::new(json["id"].as_str().unwrap()))
}

fn policies(workload: &Value) -> PolicySet {
    let mut set = PolicySet::from_str(workload["policies"].as_str().unwrap()).unwrap();
    for (id, text) in workload["templates"].as_object().unwrap() {
        let template = Template::parse(Some(PolicyId::new(id)), text.as_str().unwrap()).unwrap();
        set.add_template(template).unwrap();
    }
    for link in workload["links"].as_array().unwrap() {
        let mut values = HashMap::new();
        for (slot, value) in link["values"].as_object().unwrap() {
            let slot = if slot == "?principal" { SlotId::principal() } else { SlotId::resource() };
            values.insert(slot, uid(value));
        }
        let id = |name: &str| PolicyId::new(link[name].as_str().unwrap());
        set.link(id("templateId"), id("newId"), values).unwrap();
    }
    set
}

/// The id of the policy that could not be evaluated.
fn failed(error: &AuthorizationError) -> String {
    let AuthorizationError::PolicyEvaluationError(error) = error;
    error.policy_id().to_string()
}

/// The nanoseconds that this process had a processor.
fn processor_time() -> u128 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the pointer is to a timespec that lives until the call returns.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    time.tv_sec as u128 * 1_000_000_000 + time.tv_nsec as u128
}

fn main() {
    let path = std::env::args().nth(1).expect("the path of a workload");
    let workload: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let (schema, _) = Schema::from_cedarschema_str(workload["schema"].as_str().unwrap()).unwrap();
    let set = policies(&workload);
    let entities = Entities::from_json_value(workload["entities"].clone(), Some(&schema)).unwrap();
    let requests: Vec<Request> = workload["requests"]
        .as_array()
        .unwrap()
        .iter()
        .map(|request| {
            let part = |name: &str| uid(&request[name]);
            let context = Context::from_json_value(request["context"].clone(), None).unwrap();
            Request::new(part("principal"), part("action"), part("resource"), context, None).unwrap()
        })
        .collect();
    let authorizer = Authorizer::new();
    let mut next = 0;
    let mut output = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        if line == "answers" {
            let answers: Vec<Value> = requests
                .iter()
                .map(|request| {
                    let response = authorizer.is_authorized(request, &set, &entities);
                    let diagnostics = response.diagnostics();
                    let mut reasons: Vec<String> = diagnostics.reason().map(|id| id.to_string()).collect();
                    let mut errors: Vec<String> = diagnostics.errors().map(failed).collect();
                    reasons.sort();
                    errors.sort();
                    let decision = if response.decision() == Decision::Allow { "allow" } else { "deny" };
                    json!({ "decision": decision, "reasons": reasons, "errors": errors })
                })
                .collect();
            writeln!(output, "{}", Value::Array(answers)).unwrap();
        } else if let Some(count) = line.strip_prefix("run ") {
            let count: u64 = count.parse().unwrap();
            let (wall, processor) = (Instant::now(), processor_time());
            for _ in 0..count {
                black_box(authorizer.is_authorized(black_box(&requests[next]), &set, &entities));
                next = if next + 1 == requests.len() { 0 } else { next + 1 };
            }
            let taken = wall.elapsed().as_nanos();
            writeln!(output, "{} {}", taken, processor_time() - processor).unwrap();
        }
        output.flush().unwrap();
    }
}
