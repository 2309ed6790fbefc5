package guide

import "testing"

func TestCopiesAreKnownByTheirNames(t *testing.T) {
	there := map[string]bool{"yksi.md": true, "event-1.md": true, "_index.md": true, "words.toml": true}
	for name, want := range map[string]string{
		"yksi - kopio.md":     "yksi.md",
		"yksi – Kopio (2).md": "yksi.md",
		"yksi - Copy.md":      "yksi.md",
		"yksi kopia 2.md":     "yksi.md",
		"yksi-kopio.md":       "yksi.md",
		"yksi (1).md":         "yksi.md",
		"yksi 2.md":           "yksi.md",
		"event-1 2.md":        "event-1.md",
		"yksi (Annan ristiriitainen kopio 2026-11-21).md": "yksi.md",
		"yksi (Anna's conflicted copy 2026-11-21).md":     "yksi.md",
		"yksi [Conflict].md":                              "yksi.md",
		"yksi.sync-conflict-20261121-101010-ABCDEFG.md":   "yksi.md",
		"yksi-DESKTOP-7AB3.md":                            "yksi.md",
		"yksi-Annan-MacBook.md":                           "yksi.md",
		"Kopio kohteesta yksi.md":                         "yksi.md",
		"Copy of yksi.md":                                 "yksi.md",
		"_index (1).md":                                   "_index.md",
		"words - kopio.toml":                              "words.toml",
		"yksi.md":                                         "",
		"event-2.md":                                      "",
		"kaksi - kopio.md":                                "",
		"yksi-toinen.md":                                  "",
		"kopio.md":                                        "",
		"yksi.txt":                                        "",
	} {
		if got := CopyOf(name, func(other string) bool { return there[other] }); got != want {
			t.Errorf("%s is a copy of %q, want %q", name, got, want)
		}
	}
	for stem, want := range map[string]string{"kaksi - kopio (2)": "kaksi", "07 (1)": "07", "Kopio kohteesta a": "a", "event-1": "event-1", "kopio-ohje": "kopio-ohje"} {
		if got := Uncopied(stem); got != want {
			t.Errorf("%s is %s, want %s", stem, got, want)
		}
	}
}

func TestWhatEditorsLeaveIsNoContent(t *testing.T) {
	for _, name := range []string{"yksi.md~", ".yksi.md.swp", "4913", "yksi.md.sb-1a2b3c4d-Xy12zz", "yksi.md___jb_tmp___", "yksi.md.orig", "yksi.md.part", "~$yksi.docx", "yksi.md.TMP"} {
		if !IsLeftOver(name) {
			t.Errorf("%s is taken for content", name)
		}
	}
	for _, name := range []string{"yksi.md", "origami.md", ".well-known", "2026"} {
		if IsLeftOver(name) {
			t.Errorf("%s is left out", name)
		}
	}
}
