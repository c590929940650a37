// Reads a workload from the JSON file named on the command line, then serves lines from the standard input:
// "answers" prints the answer to every request, "run N" decides N requests and prints the nanoseconds that took, on the
// wall and of the processor.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/cedar-policy/cedar-go"
)

type uid struct {
	Type string `json:"type"`
	ID   string `json:"id"`
}

type workload struct {
	Policies string          `json:"policies"`
	Entities json.RawMessage `json:"entities"`
	Requests []struct {
		Principal uid             `json:"principal"`
		Action    uid             `json:"action"`
		Resource  uid             `json:"resource"`
		Context   json.RawMessage `json:"context"`
	} `json:"requests"`
}

type answer struct {
	Decision string   `json:"decision"`
	Reasons  []string `json:"reasons"`
	Errors   []string `json:"errors"`
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (u uid) entity() cedar.EntityUID {
	return cedar.NewEntityUID(cedar.EntityType(u.Type), cedar.String(u.ID))
}

func processorTime() int64 {
	var usage syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return usage.Utime.Nano() + usage.Stime.Nano()
}

var consumed int

func main() {
	text, err := os.ReadFile(os.Args[1])
	must(err)
	var work workload
	must(json.Unmarshal(text, &work))
	policies, err := cedar.NewPolicySetFromBytes("policies.cedar", []byte(work.Policies))
	must(err)
	var entities cedar.EntityMap
	must(json.Unmarshal(work.Entities, &entities))
	requests := make([]cedar.Request, len(work.Requests))
	for i, r := range work.Requests {
		var context cedar.Record
		must(json.Unmarshal(r.Context, &context))
		requests[i] = cedar.Request{
			Principal: r.Principal.entity(), Action: r.Action.entity(), Resource: r.Resource.entity(), Context: context,
		}
	}
	next := 0
	input := bufio.NewScanner(os.Stdin)
	for input.Scan() {
		if input.Text() == "answers" {
			answers := make([]answer, len(requests))
			for i, request := range requests {
				decision, diagnostic := cedar.Authorize(policies, entities, request)
				a := answer{Decision: decision.String(), Reasons: []string{}, Errors: []string{}}
				for _, reason := range diagnostic.Reasons {
					a.Reasons = append(a.Reasons, string(reason.PolicyID))
				}
				for _, e := range diagnostic.Errors {
					a.Errors = append(a.Errors, string(e.PolicyID))
				}
				sort.Strings(a.Reasons)
				sort.Strings(a.Errors)
				answers[i] = a
			}
			line, err := json.Marshal(answers)
			must(err)
			fmt.Println(string(line))
		} else if rest, found := strings.CutPrefix(input.Text(), "run "); found {
			count, err := strconv.Atoi(rest)
			must(err)
			processor, wall := processorTime(), time.Now()
			for range count {
				_, diagnostic := cedar.Authorize(policies, entities, requests[next])
				consumed += len(diagnostic.Reasons)
				next++
				if next == len(requests) {
					next = 0
				}
			}
			taken := time.Since(wall).Nanoseconds()
			fmt.Println(taken, processorTime()-processor)
		}
	}
	must(input.Err())
}
