package main

import (
	"context"
	"fmt"
	"maps"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/outside"
	"sparrausopas/generator/report"
)

// agent is how the program introduces itself to the hosts that it asks.
const agent = "Mozilla/5.0 (compatible; sparrausopas; link check)"

// linkCheck asks the web for the pages that a guide links to.
type linkCheck struct {
	console *console
	dir     string
	// fresh asks for all of them, whatever earlier checks found.
	fresh bool
}

// problems finds the links of the finished pages that lead nowhere on the web,
// and says on stderr how many were asked for. Ctrl-C ends it with an error, and
// what was found out is remembered.
func (l linkCheck) problems(site *guide.Site, output *check.Output) (report.Problems, error) {
	pages := output.Outside()
	maps.DeleteFunc(pages, func(address, _ string) bool { return isOwn(address, site.Settings.Web.Base) })
	for _, source := range site.Sources {
		if source.URL != "" && pages[source.URL] == "" {
			pages[source.URL] = content.SourcesFile
		}
	}
	addresses := slices.Sorted(maps.Keys(pages))
	memory := readMemory()
	if l.fresh {
		memory = outside.Memory{}
	}
	answers, unknown := memory.Recall(addresses, time.Now())
	if len(unknown) > 0 {
		fmt.Fprintln(l.console.stderr, l.console.voice.Count("external-asking", len(unknown)))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	asked := outside.Asker{Agent: agent}.Ask(ctx, append(unknown, probe(answers, len(unknown))...))
	memory.Keep(asked, time.Now())
	writeMemory(memory)
	if ctx.Err() != nil {
		fmt.Fprintln(l.console.stderr, l.console.voice.Say("external-stopped", nil))
		return nil, errProblems
	}
	l.sum(answers, asked, len(unknown))
	maps.Copy(answers, asked)
	return l.place(site, pages, answers)
}

// probe gives a page that was there lately, to be asked for along with others:
// where it isn't reached either, the fault is in the connection.
func probe(known map[string]outside.Answer, others int) []string {
	for _, address := range slices.Sorted(maps.Keys(known)) {
		if others > 0 && known[address].State == outside.Alive {
			return []string{address}
		}
	}
	return nil
}

// isOwn tells of the site's own address, where it may not be published yet.
func isOwn(address, base string) bool { return base != "" && strings.HasPrefix(address, base) }

// sum says how many pages were asked for and how many of them may be there or
// not.
func (l linkCheck) sum(known, asked map[string]outside.Answer, unknown int) {
	if unknown > 0 && len(asked) == 0 {
		fmt.Fprintln(l.console.stderr, l.console.voice.Advise("external-offline", nil))
		return
	}
	unsure := 0
	for _, answers := range []map[string]outside.Answer{known, asked} {
		for _, answer := range answers {
			if answer.State == outside.Unsure {
				unsure++
			}
		}
	}
	fmt.Fprintln(l.console.stderr, l.console.voice.Say("external-sum", report.Values{
		"links": strconv.Itoa(len(known) + unknown), "asked": strconv.Itoa(unknown), "known": strconv.Itoa(len(known)), "unsure": strconv.Itoa(unsure)}))
}

// place makes problems of answers, at the places in the guide's files where the
// addresses stand.
func (l linkCheck) place(site *guide.Site, pages map[string]string, answers map[string]outside.Answer) (report.Problems, error) {
	p, err := openProject(l.dir, l.console.voice)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	cited := check.Cite(site, p.fsys, content.SourcesFile)
	var problems report.Problems
	for _, address := range slices.Sorted(maps.Keys(answers)) {
		rule, values := ruleOf(address, answers[address])
		if rule != "" {
			problems = append(problems, cited.Problems(address, pages[address], rule, values)...)
		}
	}
	return p.show(problems), nil
}

// ruleOf gives the rule that a link breaks, "" if it is as it should be or
// nobody can tell.
func ruleOf(address string, answer outside.Answer) (rule string, values report.Values) {
	switch answer.State {
	case outside.Dead:
		return "link-dead", report.Values{"target": address, "status": strconv.Itoa(answer.Status)}
	case outside.Moved:
		return "link-moved", report.Values{"target": address, "moved": answer.To}
	case outside.Certificate:
		return "link-certificate", report.Values{"target": address}
	case outside.NoHost:
		host := address
		if parsed, err := url.Parse(address); err == nil {
			host = parsed.Hostname()
		}
		return "link-host", report.Values{"target": address, "host": host}
	}
	return "", nil
}

// memoryFile is where answers of the web are remembered, in the folder that the
// system keeps for what can be made anew.
const memoryFile = "links.json"

func memoryFolder() (string, error) {
	folder, err := os.UserCacheDir()
	return filepath.Join(folder, "sparrausopas"), err
}

// readMemory reads what earlier checks found. Without it all is asked anew.
func readMemory() outside.Memory {
	folder, err := memoryFolder()
	if err != nil {
		return outside.Memory{}
	}
	data, _ := os.ReadFile(filepath.Join(folder, memoryFile))
	return outside.ReadMemory(data)
}

// writeMemory keeps the memory where the system lets it; a check is as good
// without.
func writeMemory(memory outside.Memory) {
	folder, err := memoryFolder()
	if err != nil || os.MkdirAll(folder, 0o755) != nil {
		return
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return
	}
	defer root.Close()
	_ = replaceFile(root, memoryFile, memory.Bytes())
}
