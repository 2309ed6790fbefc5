package publish

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// BenchmarkWrite10000Files writes 10,000 pages of 4 KB, as a first site and
// over one like it.
func BenchmarkWrite10000Files(b *testing.B) {
	body := strings.Repeat("Työpaja alkaa kysymyksestä. ", 150)
	for _, c := range []struct {
		name string
		out  func(round int) string
		text func(round int) string
	}{
		{"new", func(round int) string { return fmt.Sprint(round) }, func(int) string { return body }},
		{"unchanged", func(int) string { return "public" }, func(int) string { return body }},
		{"changed", func(int) string { return "public" }, func(round int) string { return body + fmt.Sprint(round) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			parent := b.TempDir()
			write := func(round int) {
				if _, err := Write(filepath.Join(parent, c.out(round)), Options{}, manyFiles(c.text(round))); err != nil {
					b.Fatal(err)
				}
			}
			write(0)
			for round := 1; b.Loop(); round++ {
				write(round)
			}
		})
	}
}

// manyFiles emits 10,000 files in 300 folders from four goroutines.
func manyFiles(text string) func(Emit) error {
	return func(emit Emit) error {
		var wg sync.WaitGroup
		for worker := range 4 {
			wg.Go(func() {
				for i := worker; i < 10000; i += 4 {
					emit(fmt.Sprintf("fi/%d/osa-%d/sivu-%d.html", i%10, i%300, i), []byte(text))
				}
			})
		}
		wg.Wait()
		return nil
	}
}
