package build

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"
	"time"

	"sparrausopas/generator/report"
)

// gitLong is how long git may take to send.
const gitLong = 10 * time.Minute

// git runs git in the guide's folder. It asks nobody anything: who isn't known by
// the keys and passwords that git has itself is refused. What the folder's own
// settings would have run to find changes isn't run.
func (w *publishing) git(args ...string) (string, error) {
	name, err := exec.LookPath("git")
	if err != nil {
		return "", &report.Refusal{Rule: "git-missing"}
	}
	ctx, stop := context.WithTimeout(w.ctx, gitLong)
	defer stop()
	command := exec.CommandContext(ctx, name, append([]string{"-C", w.dir(), "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"}, args...)...)
	command.Env = append(os.Environ(), "GIT_TERMINAL_PROMPT=0", "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
	if os.Getenv("GIT_SSH_COMMAND") == "" {
		command.Env = append(command.Env, "GIT_SSH_COMMAND=ssh -oBatchMode=yes")
	}
	command.WaitDelay = patientGit
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.Output()
	if err != nil {
		return "", gitFault(complaint.String(), err)
	}
	return string(out), nil
}

// patientGit is how long git may take to end by itself.
const patientGit = 2 * time.Second

// gitFault says what is wrong, as far as it can be told from what git says.
func gitFault(complaint string, err error) error {
	for _, known := range []struct{ sign, rule string }{
		{"not a git repository", "git-none"}, {"no upstream", "git-upstream"}, {"No configured push destination", "git-upstream"}, {"HEAD does not point", "git-upstream"},
		{"[rejected]", "git-behind"}, {"Please tell me who you are", "git-who"}, {"empty ident", "git-who"}, {"dubious ownership", "git-owner"},
		{"Authentication failed", "git-refused"}, {"could not read Username", "git-refused"}, {"Permission denied", "git-refused"},
		{"Could not resolve host", "git-offline"}, {"unmerged", "git-merge"},
	} {
		if strings.Contains(complaint, known.sign) {
			return &report.Refusal{Rule: known.rule}
		}
	}
	detail := strings.TrimSpace(complaint)
	if detail == "" {
		detail = err.Error()
	}
	return &report.Refusal{Rule: "git-failed", Values: report.Values{"detail": detail}}
}

// ours are the files of the guide, without those that the program keeps beside
// it.
func ours() []string {
	return []string{"--", ".", ":(exclude).sparrausopas", ":(exclude)public"}
}

// changedSources lists the guide's files that aren't committed, each behind what
// has become of it.
func (w *publishing) changedSources() (list []string, err error) {
	out, err := w.git(append([]string{"status", "--porcelain", "-z", "--no-renames", "--untracked-files=all"}, ours()...)...)
	if err != nil {
		return nil, err
	}
	for _, entry := range strings.Split(out, "\x00") {
		if len(entry) <= 3 {
			continue
		}
		sign := "~ "
		switch {
		case strings.ContainsAny(entry[:2], "?A"):
			sign = "+ "
		case strings.Contains(entry[:2], "D"):
			sign = "− "
		}
		list = append(list, sign+entry[3:])
	}
	return list, nil
}

// push commits the guide's own files, and nothing else, and pushes the branch to
// where it comes from: what is published there is made from the sources. It never
// forces anything. What was committed before and not pushed yet goes along.
func (w *publishing) push(values report.Values) error {
	branch, err := w.git("rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}")
	if err != nil {
		return err
	}
	values["target"] = strings.TrimSpace(branch)
	changed, err := w.changedSources()
	if err != nil {
		return err
	}
	if len(changed) > 0 {
		w.told("commit", 0, 0)
		if _, err := w.git(append([]string{"add", "--all"}, ours()...)...); err != nil {
			return err
		}
		title := (report.Printer{Language: w.language()}).Message("git-commit", report.Values{"count": len(changed)})
		if _, err := w.git(append([]string{"commit", "--quiet", "-m", title}, ours()...)...); err != nil {
			return err
		}
	}
	w.told("push", 0, 0)
	_, err = w.git("-c", "push.default=upstream", "push", "--quiet")
	return err
}

// language is that of the guide, in which its history is written.
func (w *publishing) language() string {
	for _, l := range report.Languages() {
		if site := w.previews.site.Load(); site != nil && site.Settings.Languages[0].Tag == l {
			return l
		}
	}
	return ""
}
