package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"time"

	"sparrausopas/generator/outside"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// agent is how the program introduces itself to the hosts that it asks.
const agent = "Mozilla/5.0 (compatible; sparrausopas; link check)"

// askLinks asks the web for addresses, with fresh for all of them, whatever
// earlier checks found, and says on stderr how many were asked for; told is
// told how far it is. Ctrl-C ends it with an error, and what was found out is
// remembered.
func (c *console) askLinks(addresses []string, fresh bool, told func(done, total int)) (map[string]report.Problem, error) {
	memory := outside.Memory{}
	if !fresh {
		// Without it all is asked anew.
		data, _ := os.ReadFile(memoryFile())
		memory = outside.ReadMemory(data)
	}
	answers, unknown := memory.Recall(addresses, time.Now())
	if len(unknown) > 0 && !c.quiet {
		fmt.Fprintln(c.stderr, c.printer.Count("external-asking", len(unknown)))
	}
	ctx, stop := untilStopped(exitProblems)
	defer stop()
	asked := outside.Asker{Agent: agent, Progress: told}.Ask(ctx, append(unknown, outside.Probe(answers, len(unknown))...))
	memory.Keep(asked, time.Now())
	writeMemory(memory)
	if ctx.Err() != nil {
		fmt.Fprintln(c.stderr, c.printer.Message("external-stopped", nil))
		return nil, errProblems
	}
	c.sumLinks(answers, asked, len(unknown))
	maps.Copy(answers, asked)
	found := map[string]report.Problem{}
	for address, answer := range answers {
		if problem, wrong := answer.Problem(address); wrong {
			found[address] = problem
		}
	}
	return found, nil
}

// sumLinks says how many pages were asked for and how many of them may be there
// or not.
func (c *console) sumLinks(known, asked map[string]outside.Answer, unknown int) {
	if unknown > 0 && len(asked) == 0 {
		fmt.Fprintln(c.stderr, c.printer.WithHint("external-offline", nil))
		return
	}
	if c.quiet {
		return
	}
	fmt.Fprintln(c.stderr, c.printer.Message("external-sum", report.Values{
		"links": len(known) + unknown, "asked": unknown, "known": len(known), "unsure": outside.Unsures(known) + outside.Unsures(asked)}))
}

// memoryFile is where answers of the web are remembered, in the folder that the
// system keeps for what can be made anew; "" where it has none.
func memoryFile() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "sparrausopas", "links.json")
}

// writeMemory keeps the memory where the system lets it; a check is as good
// without.
func writeMemory(memory outside.Memory) {
	folder, name := filepath.Split(memoryFile())
	if folder == "" || os.MkdirAll(folder, 0o755) != nil {
		return
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return
	}
	defer root.Close()
	_ = project.Replace(root, name, memory.Bytes())
}
