package publish

import (
	"fmt"
	"path/filepath"
	"testing"
)

func TestASiteCanHaveMoreFoldersThanAreHeldOpen(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	s := site{}
	for i := range openMost {
		s[fmt.Sprintf("a%d/x", i)] = fmt.Sprint(i)
		s[fmt.Sprintf("a%d/b/c/x", i)] = fmt.Sprint(i)
	}
	s.write(t, out)
	wantSite(t, out, s)
	s["a0/b/c/x"] = "new"
	s.write(t, out)
	wantSite(t, out, s)
}
