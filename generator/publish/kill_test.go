//go:build unix

package publish

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// killedOut, when set, makes the test binary the child of
// TestKilledAtAnyMoment: it writes two sites to that folder in turn for ever,
// in place if killedInPlace is set.
const (
	killedOut     = "PUBLISH_TEST_KILLED_OUT"
	killedInPlace = "PUBLISH_TEST_KILLED_IN_PLACE"
)

func TestMain(m *testing.M) {
	if out := os.Getenv(killedOut); out != "" {
		writeForEver(out, Options{InPlace: os.Getenv(killedInPlace) != ""})
	}
	if out := os.Getenv(pairOut); out != "" {
		writeOfAPair(out)
	}
	os.Exit(m.Run())
}

func writeForEver(out string, o Options) {
	for i := 0; ; i++ {
		start := time.Now()
		if _, err := Write(out, o, lettered("AB"[i%2:i%2+1]).render); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if i == 1 {
			fmt.Println(time.Since(start))
		}
	}
}

// pairOut, when set, makes the test binary one of a pair that writes a site to
// that folder; pairLetter says which, pairInPlace how.
const (
	pairOut     = "PUBLISH_TEST_PAIR_OUT"
	pairLetter  = "PUBLISH_TEST_PAIR_LETTER"
	pairInPlace = "PUBLISH_TEST_PAIR_IN_PLACE"
)

func writeOfAPair(out string) {
	if _, err := Write(out, Options{InPlace: os.Getenv(pairInPlace) != ""}, lettered(os.Getenv(pairLetter)).render); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

// lettered is a site whose names and contents all tell which one it is, but for
// pages that both sites have: each names a file of its own site.
func lettered(letter string) site {
	s := site{}
	for i := range 20 {
		s[fmt.Sprintf("%d/page-%d.html", i%5, i)] = fmt.Sprintf("%d/%s-%d.js", i%5, letter, i)
	}
	for i := range 60 {
		s[fmt.Sprintf("%d/%s-%d.js", i%5, letter, i)] = strings.Repeat(letter, 1000)
	}
	return s
}

func TestKilledAtAnyMomentTheFolderHoldsOneWholeSite(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux exchanges two folders in one step")
	}
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	lettered("A").write(t, out)
	leftovers := 0
	seen := map[string]int{}
	for range 30 {
		killOne(t, out, killedOut+"="+out)
		letter := wholeSite(t, out)
		seen[letter]++
		entries, err := os.ReadDir(parent)
		if err != nil {
			t.Fatal(err)
		}
		leftovers += len(entries) - 1
		if rand.N(2) == 0 {
			lettered(letter).write(t, out)
			wantOnly(t, parent, "public")
		}
	}
	t.Logf("sites seen %v, leftovers %d", seen, leftovers)
	if leftovers == 0 {
		t.Error("no kill hit a Write under way")
	}
	site{"last": ""}.write(t, out)
	wantOnly(t, parent, "public")
}

// killOne starts a child and kills it at a random moment after its first site.
func killOne(t *testing.T, environment ...string) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), environment...)
	var said strings.Builder
	child.Stderr = &said
	work, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	// The child says how long its second site took, however long that is here.
	line, _ := bufio.NewReader(work).ReadString('\n')
	took, err := time.ParseDuration(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err, said.String())
	}
	time.Sleep(rand.N(2 * took))
	child.Process.Kill()
	child.Wait()
	if said.Len() > 0 {
		t.Fatalf("the child failed by itself: %s", said.String())
	}
}

func TestInPlaceKilledAtAnyMomentEachFileIsWholeAndEachPageHasWhatItNames(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	mixed := 0
	// On a busy machine few kills hit the short time in which both sites are there.
	for n := 0; n < 20 || mixed == 0 && n < 400; n++ {
		killOne(t, killedOut+"="+out, killedInPlace+"=1")
		files := read(t, out)
		for name, text := range files {
			letter := strings.Trim(name, "/0123456789-.js")
			switch {
			case strings.HasPrefix(name, ".sparrausopas"):
			case name != noJekyllName && !strings.Contains(files[manifestName], "\n"+name+"\n"):
				t.Fatalf("%s isn't in the manifest", name)
			case strings.Contains(name, "page-") && files[text] == "":
				t.Fatalf("%s names %s, which isn't there", name, text)
			case strings.ContainsAny(letter, "AB") && text != strings.Repeat(letter, 1000):
				t.Fatalf("%s holds %d letters", name, len(text))
			}
		}
		if files["0/A-0.js"] != "" && files["0/B-0.js"] != "" {
			mixed++
		}
		if rand.N(2) == 0 {
			lettered("A").writeInPlace(t, out)
			wantSite(t, out, lettered("A"))
			wantOnly(t, parent, "public")
		}
	}
	if mixed == 0 {
		t.Error("no kill hit a Write under way")
	}
	lettered("B").write(t, out)
	wantSite(t, out, lettered("B"))
	wantOnly(t, parent, "public")
}

// wholeSite tells which of the two sites the folder holds.
func wholeSite(t *testing.T, out string) string {
	t.Helper()
	letter := "A"
	if _, err := os.Stat(filepath.Join(out, "0/B-0.js")); err == nil {
		letter = "B"
	}
	wantSite(t, out, lettered(letter))
	if t.Failed() {
		t.FailNow()
	}
	return letter
}
