package content

import (
	"sparrausopas/generator/guide"
	"testing"
	"time"
)

func TestTheAddressOfTheSiteEndsWithASlash(t *testing.T) {
	for text, want := range map[string]string{
		"https://opas.fi":             "https://opas.fi/",
		"https://opas.fi/":            "https://opas.fi/",
		" https://x.fi/hyvä/opas ":    "https://x.fi/hyv%C3%A4/opas/",
		"http://localhost:8080/opas/": "http://localhost:8080/opas/",
		// As browsers write them.
		"https://hyväkunta.fi/":        "https://xn--hyvkunta-2za.fi/",
		"https://HyväKunta.fi:8080/a/": "https://xn--hyvkunta-2za.fi:8080/a/",
		"https://straße.example":       "https://xn--strae-oqa.example/",
		"":                             "",
	} {
		site := load(t, files{"config.toml": "base-url = \"" + text + "\"\n" + someSettings})
		if got := site.Settings.Web.Base; got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestReadersKeepTheGuideUnlessTheSettingsSayNo(t *testing.T) {
	for text, want := range map[string]bool{"": true, "[web]\n": true, "[web]\noffline = true\n": true, "[web]\noffline = false\n": false} {
		if got := load(t, files{"config.toml": someSettings + text}).Settings.Web.Offline; got != want {
			t.Errorf("%q gives %t", text, got)
		}
	}
}

func TestFilesOfOldBuildsAreKeptForAMonthUnlessTheSettingsSayElse(t *testing.T) {
	for text, want := range map[string]time.Duration{"": 30, `keep = "7 d"`: 7, `keep = "365d"`: 365, `keep = "0 d"`: 0} {
		if got := load(t, files{"config.toml": text + "\n" + someSettings}).Settings.Web.Keep; got != want*24*time.Hour {
			t.Errorf("%q gives %s", text, got)
		}
	}
	for _, value := range []string{"30", "d", "-1 d", "9999 d", "2 h"} {
		wrong{value, files{"config.toml": "keep = \"" + value + "\"\n" + someSettings}, []string{"config.toml:1:1 key-value key=keep value=" + value + " wanted=wanted-keep"}}.test(t)
	}
}

func TestTheSettingsSayHowManyVersionsAreKept(t *testing.T) {
	for text, want := range map[string]guide.Versions{"": {}, "[versions]\nmost = 9\n": {Most: 9}, "[versions]\nkeep = \"2 d\"\n": {Keep: 48 * time.Hour}} {
		if got := load(t, files{"config.toml": someSettings + text}).Settings.Versions; got != want {
			t.Errorf("%q gives %v", text, got)
		}
	}
	wrong{"a text", files{"config.toml": someSettings + "[versions]\nkeep = \"2\"\n"}, []string{"config.toml:6:1 key-value key=keep value=2 wanted=wanted-keep"}}.test(t)
	wrong{"misspelt", files{"config.toml": someSettings + "[versions]\nmsot = 2\n"}, []string{"config.toml:6:1 key-unknown key=msot suggestion=most"}}.test(t)
}

func TestSettingsAboutTheWebThatAreWrongAreReported(t *testing.T) {
	const wanted = " wanted=wanted-base"
	for _, c := range []wrong{
		{"a misspelt key", files{"config.toml": someSettings + "[web]\noffine = true\n"}, []string{"config.toml:6:1 key-unknown key=offine suggestion=offline"}},
		{"a flag that is a text", files{"config.toml": someSettings + "[web]\noffline = \"no\"\n"},
			[]string{"config.toml:6:1 key-type found=type-text key=offline wanted=type-truth"}},
		{"an address that is a number", files{"config.toml": "base-url = 1\n" + someSettings}, []string{"config.toml:1:1 key-type found=type-number key=base-url wanted=type-text"}},
	} {
		c.test(t)
	}
	for _, address := range []string{
		"opas.fi", "/opas/", "ftp://opas.fi/", "https:///opas/", "https://:80/", "https://a@opas.fi/", "https://opas.fi/?a=b", "https://opas.fi/?",
		"https://opas.fi/#a", "https://opas.fi//", "https://opas.fi/index.html", "https://opas .fi/", "javascript:alert(1)", "https://hyvä_kunta.fi/",
	} {
		wrong{address, files{"config.toml": "base-url = \"" + address + "\"\n" + someSettings},
			[]string{"config.toml:1:1 key-value key=base-url value=" + address + wanted}}.test(t)
	}
}
