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
		{"an empty name is refused", []string{""}, "name-wrong"},
		{"the folder itself is refused", []string{"."}, "name-wrong"},
		{"an absolute name is refused", []string{"/etc/passwd"}, "name-wrong"},
		{"a way out of the folder is refused", []string{"../x"}, "name-wrong"},
		{"a way out in the middle is refused", []string{"a/../../x"}, "name-wrong"},
		{"a slash at the end is refused", []string{"a/"}, "name-wrong"},
		{"a backslash is refused", []string{`a\b`}, "name-wrong"},
		{"a line break would break the manifest", []string{"a\nb"}, "name-wrong"},
		{"broken UTF-8 is refused", []string{"a\xff"}, "name-wrong"},
		{"no name comes twice", []string{"a/x", "b", "a/x"}, "name-twice name=a/x"},
		{"two names may not differ only in case", []string{"fi/b", "fi/B"}, "name-case name=fi/B other=fi/b"},
		{"case is seen beyond ASCII", []string{"Ähtäri", "ähtäri"}, "name-case"},
		{"a long s is an s", []string{"maſs", "mass"}, "name-case"},
		{"two folders may not differ only in case", []string{"Fi/a", "fi/b"}, "name-case name=Fi other=fi"},
		{"a file may not become a folder", []string{"a", "a/b"}, "name-folder name=a"},
		{"a folder may not become a file", []string{"a/b/c", "a/b"}, "name-folder name=a/b"},
		{".nojekyll is Write's own", []string{".nojekyll"}, "name-reserved"},
		{"the manifest is Write's own, in any case", []string{".Sparrausopas"}, "name-reserved"},
		{"the manifest is no folder", []string{".sparrausopas/a"}, "name-reserved"},
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
