package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
)

const usage = `Makes the static site of a sparring guide.

Usage:
  go run ./generator COMMAND [FLAGS]

Commands:
  build     make the site; if something is wrong, list it and keep the old site
  check     list everything that is wrong with the content and the finished pages
  lexicon   write down what is known of the words of the guide; search finds
            them and long words are broken by it (content/fi/lexicon.tsv)
  version   print the program's version
  help      print this text

Flags of build, check and lexicon:
  -dir DIR  the folder of the guide, with config.toml in it (default: this folder)
  -drafts   take in pages with draft = true
Flag of build:
  -out DIR  the folder of the finished site (default: public in the guide's folder)
Flag of check:
  -json     list the problems as JSON

Warnings stop no build. SOURCE_DATE_EPOCH is the day that they count from, if set.
Exit codes: 0 done, 1 something is wrong, 2 wrong usage (go run gives 1 for 2).
`

func runHelp(_ []string, stdout io.Writer) error {
	_, err := io.WriteString(stdout, usage)
	return err
}

func runVersion(args []string, stdout io.Writer) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("version takes no arguments, but got %q", args[0])}
	}
	version := "unreleased"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		version = info.Main.Version
	}
	_, err := fmt.Fprintf(stdout, "sparrausopas %s, %s %s/%s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
