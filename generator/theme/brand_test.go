package theme

import (
	"errors"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/colour"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// tinted is a small theme with colours.
func tinted(changed files) files {
	all := files{
		"t/assets/a.css":     ":root {\n  --paper: #fff;\n  --ink: #222;\n  --accent: #0b4f6c;\n  --link: #0b4f6c;\n  --on-accent: #fff;\n}\n@media (prefers-color-scheme: dark) {\n  :root { --paper: #111; --ink: #eee; --accent: #8fd0ea; --link: #8fd0ea; --on-accent: #111; }\n}\n",
		"t/assets/print.css": ":root { --link: #000; }\n",
		"t/contrast.txt":     "# what meets\nink paper 4.5\nlink paper 4.5\non-accent accent 4.5\n",
		"t/page.html":        "{{define \"main\"}}{{.Asset \"a.css\"}}{{end}}",
		"config.toml":        "title = \"Opas\"\n[brand]\nname = \"E\"\ncolour = \"#ffd500\"\ncolour-dark = \"#400\"\n",
	}
	maps.Copy(all, changed)
	return all
}

// expectProblems loads a theme and compares what is wrong: place, text, hint.
func expectProblems(t *testing.T, changed files, brand guide.Brand, want ...string) {
	t.Helper()
	_, err := Load(folder(tinted(changed)), []string{"t"}, Options{Minify: true, Settings: guide.Settings{File: "config.toml", Brand: brand}})
	var problems report.Problems
	if err != nil && !errors.As(err, &problems) {
		t.Fatal(err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Error()+" | "+(report.Printer{}).Hint(p))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestThemeWhosePairsPassIsSound(t *testing.T) { expectProblems(t, nil, guide.Brand{}) }

func TestPairsThatFallShortAreReportedWhereTheirTextIsSet(t *testing.T) {
	css := tinted(nil)["t/assets/a.css"]
	for _, c := range []struct{ old, new, want string }{
		{"--ink: #222", "--ink: #777", "t/assets/a.css:3:3: `ink` on `paper` has a contrast of 4.47:1 in the light scheme; it needs 4.5:1 | the nearest ink that passes is #767676"},
		{"--ink: #eee", "--ink: #333", "t/assets/a.css:9:26: `ink` on `paper` has a contrast of 1.49:1 in the dark scheme; it needs 4.5:1 | the nearest ink that passes is #7c7c7c"},
		{"--ink: #222", "--ink: light-dark(var(--link), #000)", ""},
		{"--ink: #222", "--ink: rgb(0 0 0)", "t/assets/a.css:3:3: the contrast of --ink can't be computed from `rgb(0 0 0)` | write it as #rrggbb, var(--other) or light-dark(#rrggbb, #rrggbb)"},
		{"--ink: #222", "--ink: var(--ink)", "t/assets/a.css:3:3: the contrast of --ink can't be computed from `var(--ink)` | write it as #rrggbb, var(--other) or light-dark(#rrggbb, #rrggbb)"},
		{"--ink: #222", "--ink: var(--none, #222)", ""},
		{"--ink: #222;", "/* --ink: #fff; } */ --ink: #222; --x: \"}--ink:#fff;\"; --y: url(a;--ink:#fff);", ""},
	} {
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		expectProblems(t, files{"t/assets/a.css": strings.Replace(css, c.old, c.new, 1)}, guide.Brand{}, want...)
	}
}

func TestColoursOnPaperAndOfPartsOfPagesAreComputedToo(t *testing.T) {
	expectProblems(t, files{"t/assets/print.css": ":root { --link: #ccc; }\n"}, guide.Brand{},
		"t/assets/print.css:1:9: `link` on `paper` has a contrast of 1.60:1 in print; it needs 4.5:1 | the nearest link that passes is #767676")
	expectProblems(t, files{"t/assets/b.css": "@media print {\n  .card { color: red; --link: #ccc }\n}\n"}, guide.Brand{},
		"t/assets/b.css:2:23: `link` on `paper` has a contrast of 1.60:1 in print, .card; it needs 4.5:1 | the nearest link that passes is #767676")
	expectProblems(t, files{"t/assets/b.css": ".card {\n  & p { --ink: #888; }\n}\n"}, guide.Brand{},
		"t/assets/b.css:2:9: `ink` on `paper` has a contrast of 3.54:1 in the light scheme, .card & p; it needs 4.5:1 | the nearest ink that passes is #767676")
	expectProblems(t, files{"t/assets/b.css": "@media (forced-colors: active) { :root { --ink: Canvas; } }\n"}, guide.Brand{})
}

func TestLinesOfTheFileOfPairsThatAreWrongAreReported(t *testing.T) {
	expectProblems(t, files{"t/contrast.txt": "\uFEFFink paper 4.5 # text\r\nink paper\r\nink paper 22\r\nlikn paper 4.5\r\nx none\r\n"}, guide.Brand{},
		"t/contrast.txt:2:1: the line is no pair of colours | write text, background and ratio, like ink paper 4.5; or a colour and none, like line none",
		"t/contrast.txt:3:1: the line is no pair of colours | write text, background and ratio, like ink paper 4.5; or a colour and none, like line none",
		"t/contrast.txt:4:1: no style of the theme sets the colour --likn | did you mean `link`?")
}

func TestABrandsColourThatFallsShortIsRefusedAtItsKey(t *testing.T) {
	expectProblems(t, nil, guide.Brand{Colour: "#ffd500"},
		"config.toml:4:1: the colour #ffd500 gives `link` on `paper` a contrast of 1.42:1 in the light scheme; it needs 4.5:1 | the nearest colour that passes is #8d7400")
	expectProblems(t, nil, guide.Brand{Colour: "#8d7400"})
	expectProblems(t, nil, guide.Brand{Colour: "#0b4f6c", Dark: "#440000"},
		"config.toml:5:1: the colour #440000 gives `link` on `paper` a contrast of 1.12:1 in the dark scheme; it needs 4.5:1 | the nearest colour that passes is #b3675c")
	expectProblems(t, files{"t/contrast.txt": "accent ink 21\n"}, guide.Brand{Colour: "#0b4f6c"},
		"config.toml:4:1: the colour #0b4f6c gives `accent` on `ink` a contrast of 1.77:1 in the light scheme; it needs 21:1 | no colour of this hue passes: choose another")
}

func TestABrandNeedsAThemeWithTokens(t *testing.T) {
	expectProblems(t, files{"t/assets/a.css": "a{}", "t/contrast.txt": ""}, guide.Brand{Colour: "#0b4f6c"},
		"config.toml:4:1: the theme has no colour --accent that the brand's colour could take the place of | add --accent: #0b4f6c to :root in a style of the theme, or take `colour` out of [brand]")
}

func TestAColourThatIsNoneNeverReachesAStyle(t *testing.T) {
	const hostile = "#fff;}body{display:none}"
	expectProblems(t, nil, guide.Brand{Colour: hostile},
		"config.toml:4:1: `colour` can't be `"+hostile+"` | it must be a colour like #0b4f6c or #fff")
}

func TestABrandsColoursGoBehindThoseOfTheTheme(t *testing.T) {
	load := func(brand guide.Brand) map[string]string {
		all, err := render(folder(tinted(nil)), []string{"t"}, Options{Minify: true, Settings: guide.Settings{File: "config.toml", Brand: brand}}, site())
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	plain, first, again := load(guide.Brand{}), load(guide.Brand{Colour: "#7a1f3d"}), load(guide.Brand{Colour: "#7a1f3d"})
	if !maps.Equal(first, again) {
		t.Error("two loads differ")
	}
	if plain["fi/c.html"] == first["fi/c.html"] {
		t.Error("the style has the same address with a brand and without")
	}
	name := regexp.MustCompile(`assets/a-\w+\.css`).FindString(first["fi/c.html"])
	found := regexp.MustCompile(`\}:root\{--accent:#7a1f3d;--link:#7a1f3d;--on-accent:#ffffff\}@media screen and \(prefers-color-scheme:dark\)\{:root\{--accent:(#\w{6});--link:(#\w{6});--on-accent:#111111\}\}$`).
		FindStringSubmatch(strings.TrimSpace(first[name]))
	if found == nil || found[1] != found[2] {
		t.Fatalf("the style is %s", first[name])
	}
	if c, err := colour.Parse(found[1]); err != nil || colour.Contrast(c, colour.Colour{R: 0x11, G: 0x11, B: 0x11}) < 4.5 {
		t.Errorf("in the dark scheme the colour is %s (%v)", found[1], err)
	}
}

func TestTextOnABrandsColourIsWhiteOrBlackWhereTheThemesOwnFails(t *testing.T) {
	sheet := tinted(nil)["t/assets/a.css"]
	for _, c := range []struct{ own, want string }{{"#555", "#ffffff"}, {"#eee", "#eeeeee"}} {
		changed := tinted(files{"t/assets/a.css": strings.Replace(sheet, "--on-accent: #fff", "--on-accent: "+c.own, 1), "t/contrast.txt": "link paper 4.5\n"})
		all, err := render(folder(changed), []string{"t"}, Options{Settings: guide.Settings{Brand: guide.Brand{Colour: "#7a1f3d"}}}, site())
		if err != nil {
			t.Fatal(err)
		}
		expectFile(t, all, regexp.MustCompile(`assets/a-\w+\.css`).FindString(all["fi/c.html"]), "--on-accent: "+c.want+"; }\n@media")
	}
}

func TestThemeOfTheGuideTakesAnyColourThatItDoesNotRefuse(t *testing.T) {
	fsys := os.DirFS("../..")
	load := func(hex string) report.Problems {
		_, err := Load(fsys, []string{"themes/opas"}, Options{Settings: guide.Settings{File: "config.toml", Brand: guide.Brand{Colour: hex}}})
		var problems report.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Fatal(err)
		}
		return problems
	}
	for _, hex := range []string{"#ffd500", "#00a0e0", "#e30613", "#009246", "#f29400", "#fff", "#777777"} {
		problems := load(hex)
		if len(problems) != 1 || problems[0].Rule != "brand-contrast" {
			t.Errorf("%s: %v", hex, problems)
			continue
		}
		nearest, _ := problems[0].Values["nearest"].(string)
		if again := load(nearest); len(again) > 0 {
			t.Errorf("%s: the nearest colour %s is refused, too: %v", hex, nearest, again)
		}
		t.Logf("%s: %v; %s", hex, problems, (report.Printer{}).Hint(problems[0]))
	}
	for _, hex := range []string{"#000", "#7a1f3d", "#002f6c", "#1b5e20"} {
		if problems := load(hex); len(problems) > 0 {
			t.Errorf("%s: %v", hex, problems)
		}
	}
}

func TestALogosAddressIsALink(t *testing.T) {
	s := site()
	s.Settings.Brand.Logo.Address = "a b/#?\"><x>.svg"
	all := made(t, files{"t/page.html": "{{define \"main\"}}<img src=\"{{.Logo}}\">{{end}}"}, s)
	expectFile(t, all, "fi/c.html", `<img src="../a%20b/%23%3F%22%3E%3Cx%3E.svg">`)
}

func TestATemplateCanNameAColourOfTheTheme(t *testing.T) {
	text := "{{define \"main\"}}{{.Colour \"light\" \"paper\"}} {{.Colour \"dark\" \"accent\"}}{{end}}"
	options := Options{Settings: guide.Settings{Brand: guide.Brand{Colour: "#7a1f3d", Dark: "#fab"}}}
	all, err := render(folder(tinted(files{"t/page.html": text})), []string{"t"}, options, site())
	if err != nil {
		t.Fatal(err)
	}
	expectFile(t, all, "fi/c.html", "<body>#ffffff #ffaabb</body>")
	_, err = render(folder(tinted(files{"t/page.html": strings.Replace(text, "paper", "papr", 1)})), []string{"t"}, options, site())
	if err == nil || !strings.Contains(err.Error(), `the theme has no colour "papr" in the scheme "light"`) {
		t.Errorf("the error is %v", err)
	}
}
