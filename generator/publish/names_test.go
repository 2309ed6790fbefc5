package publish

import (
	"strings"
	"testing"
)

func TestEveryNameMustBePortableAndMeanOneFile(t *testing.T) {
	for _, c := range []struct {
		rule  string
		names []string
		want  string // part of the error, empty if the names are good
	}{
		{"plain names are good", []string{"index.html", "fi/index.html", "fi/Työpaja 1.pdf"}, ""},
		{"a folder may hold many files", []string{"a/b/c", "a/b/d", "a/e"}, ""},
		{"the same name may be in two folders", []string{"a/x", "b/x"}, ""},
		{"an empty name is refused", []string{""}, `"" can't be the name`},
		{"the folder itself is refused", []string{"."}, `"." can't be the name`},
		{"an absolute name is refused", []string{"/etc/passwd"}, "use a relative path"},
		{"a way out of the folder is refused", []string{"../x"}, "without .."},
		{"a way out in the middle is refused", []string{"a/../../x"}, "without .."},
		{"a slash at the end is refused", []string{"a/"}, "can't be the name"},
		{"a backslash is refused", []string{`a\b`}, "backslashes"},
		{"a line break would break the manifest", []string{"a\nb"}, "control characters"},
		{"broken UTF-8 is refused", []string{"a\xff"}, "can't be the name"},
		{"no name comes twice", []string{"a/x", "b", "a/x"}, "two files would be called a/x: rename"},
		{"two names may not differ only in case", []string{"fi/b", "fi/B"}, "fi/B and fi/b differ only in case"},
		{"case is seen beyond ASCII", []string{"Ähtäri", "ähtäri"}, "differ only in case"},
		{"a long s is an s", []string{"maſs", "mass"}, "differ only in case"},
		{"two folders may not differ only in case", []string{"Fi/a", "fi/b"}, "Fi and fi differ only in case"},
		{"a file may not become a folder", []string{"a", "a/b"}, "a would be a file and a folder at once"},
		{"a folder may not become a file", []string{"a/b/c", "a/b"}, "a/b would be a file and a folder at once"},
		{".nojekyll is Write's own", []string{".nojekyll"}, "every build writes .nojekyll itself"},
		{"the manifest is Write's own, in any case", []string{".Sparrausopas"}, "every build writes .sparrausopas itself"},
		{"the manifest is no folder", []string{".sparrausopas/a"}, "every build writes .sparrausopas itself"},
		{".nojekyll in a folder is a file like others", []string{"a/.nojekyll"}, ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			_, err := Count(func(emit Emit) error {
				for _, name := range c.names {
					if err := emit(name, nil); err != nil {
						return err
					}
				}
				return nil
			})
			if (err != nil) != (c.want != "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%q gave %v, want %q", c.names, err, c.want)
			}
		})
	}
}
