package content

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

const branded = someSettings + "[brand]\n"

const shield = `<?xml version="1.0"?><!-- ours --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 90.5"></svg>`

func picture(t *testing.T, width, height int) string {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestABrandIsRead(t *testing.T) {
	got := load(t, files{
		"config.toml": branded + `name = "Esimerkkilän kunta"
logo = "content/static/kuvat/logo.svg"
name-in-logo = true
colour = "#0B4F6C"
colour-dark = "#abc"
`, "content/static/kuvat/logo.svg": shield}).Settings.Brand
	want := guide.Brand{Name: "Esimerkkilän kunta", Colour: "#0b4f6c", Dark: "#aabbcc",
		Logo: guide.Logo{Address: "kuvat/logo.svg", Width: 420, Height: 91, SaysName: true}}
	if got != want || got.LogoText() != "Esimerkkilän kunta" {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestALogoSaysNothingBesideItsName(t *testing.T) {
	brand := load(t, files{"config.toml": branded + "name = \"Esimerkkilä\"\nlogo = \"content/static/a.PNG\"\n", "content/static/a.PNG": picture(t, 30, 40)}).Settings.Brand
	if brand.LogoText() != "" || brand.Logo != (guide.Logo{Address: "a.PNG", Width: 30, Height: 40}) {
		t.Errorf("the brand is %+v", brand)
	}
}

func TestALogoIsAsLargeAsItSays(t *testing.T) {
	for text, want := range map[string][2]int{
		`<svg width="120px" height="60" viewBox="0 0 2 1"/>`:      {120, 60},
		`<svg width="100%" height="100%" viewBox="0,0 , 12 24"/>`: {12, 24},
		`<svg width="1" viewBox="0 0 7 8"/>`:                      {7, 8},
	} {
		logo := load(t, files{"config.toml": branded + "name = \"E\"\nlogo = \"content/static/a.svg\"\n", "content/static/a.svg": text}).Settings.Brand.Logo
		if logo.Width != want[0] || logo.Height != want[1] {
			t.Errorf("%s is %d × %d", text, logo.Width, logo.Height)
		}
	}
}

func TestABrandThatIsWrongIsReportedAtItsKeys(t *testing.T) {
	colour := func(value string) string {
		return "config.toml:6:1 key-value key=colour value=" + value + " wanted=wanted-colour"
	}
	logo := func(value string) string {
		return "config.toml:7:1 key-value key=logo value=" + value + " wanted=wanted-logo"
	}
	const named = branded + "name = \"E\"\nlogo = "
	for _, c := range []wrong{
		{"a word", files{"config.toml": branded + "colour = \"red\"\n"}, []string{colour("red")}},
		{"a colour that closes the style", files{"config.toml": branded + "colour = \"red;}body{display:none}\"\n"}, []string{colour("red;}body{display:none}")}},
		{"a colour with more behind it", files{"config.toml": branded + "colour = \"#fff;}*{\"\n"}, []string{colour("#fff;}*{")}},
		{"a dark colour alone", files{"config.toml": branded + "colour-dark = \"#fff\"\n"}, []string{"config.toml:5:1 key-missing key=colour"}},
		{"a misspelt key", files{"config.toml": branded + "color = \"#fff\"\n"}, []string{"config.toml:6:1 key-unknown key=color suggestion=colour"}},
		{"a number", files{"config.toml": branded + "name = 1\n"}, []string{"config.toml:6:1 key-type found=type-number key=name wanted=type-text"}},
		{"a logo without a name", files{"config.toml": branded + "logo = \"content/static/a.svg\"\n", "content/static/a.svg": shield}, []string{"config.toml:5:1 key-missing key=name"}},
		{"a name in no logo", files{"config.toml": branded + "name-in-logo = true\n"}, []string{"config.toml:5:1 key-missing key=logo"}},
		{"a logo outside", files{"config.toml": named + "\"../logo.svg\"\n"}, []string{logo("../logo.svg")}},
		{"a logo by a way round", files{"config.toml": named + "\"content/static/../../x.svg\"\n"}, []string{logo("content/static/../../x.svg")}},
		{"a logo that isn't copied", files{"config.toml": named + "\"theme/logo.svg\"\n", "theme/logo.svg": shield}, []string{logo("theme/logo.svg")}},
		{"a logo of another kind", files{"config.toml": named + "\"content/static/a.jpg\"\n", "content/static/a.jpg": "x"}, []string{logo("content/static/a.jpg")}},
		{"no logo", files{"config.toml": named + "\"content/static/a.svg\"\n"}, []string{"config.toml:7:1 logo-missing name=content/static/a.svg"}},
		{"a page as a logo", files{"config.toml": named + "\"content/static/a.svg\"\n", "content/static/a.svg": "<html/>"},
			[]string{"config.toml:7:1 logo-unreadable error=reason-no-svg name=content/static/a.svg"}},
		{"a logo without a size", files{"config.toml": named + "\"content/static/a.svg\"\n", "content/static/a.svg": "<svg width=\"1e99\" height=\"NaN\" viewBox=\"0 0 -1 4\"/>"},
			[]string{"config.toml:7:1 logo-unreadable error=reason-no-size name=content/static/a.svg"}},
		{"a broken picture", files{"config.toml": named + "\"content/static/a.png\"\n", "content/static/a.png": "PNG"},
			[]string{"config.toml:7:1 logo-unreadable error=reason-no-png name=content/static/a.png"}},
		{"a heavy logo", files{"config.toml": named + "\"content/static/a.svg\"\n", "content/static/a.svg": shield + strings.Repeat(" ", LogoLimit)},
			[]string{"config.toml:7:1 logo-size limit=200000 name=content/static/a.svg"}},
	} {
		c.test(t)
	}
}
