package theme

import (
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"sparrausopas/generator/colour"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// The brand's colour takes the place of these tokens; that of the text on it
// follows.
const (
	accentToken   = "accent"
	linkToken     = "link"
	onAccentToken = "on-accent"
)

// darkCondition leaves the light colours to paper.
const darkCondition = "@media screen and (prefers-color-scheme: dark)"

// paint puts the brand's colours into the theme's styles and computes the
// contrast of all pairs. The light colour and, where it is given, the dark one
// must pass as they are; else the dark one is the nearest that passes.
func (t *Theme) paint(settings guide.Settings) report.Problems {
	pairs, _, problems := t.pairs()
	all := t.declarations()
	problems = append(problems, t.checkPairs(pairs, all)...)
	if settings.Brand.Colour != "" {
		brand, more := t.brandDeclarations(settings, all, pairs)
		problems = append(problems, more...)
		if len(brand) > 0 {
			t.appendStyle(brand, brandedFiles(all))
			all = append(all, brand...)
		}
	}
	t.looks = looksOf(all)
	return append(problems, checkContrast(t.looks, pairs)...)
}

// brandDeclarations returns the properties that the brand sets.
func (t *Theme) brandDeclarations(settings guide.Settings, all []declaration, pairs []pair) ([]declaration, report.Problems) {
	text, err := fs.ReadFile(t.fsys, settings.File)
	if err != nil {
		text = nil
	}
	source := report.Source{Name: settings.File, Text: report.Clean(text)}
	day, err := colour.Parse(settings.Brand.Colour)
	if err != nil {
		return nil, report.Problems{source.AtKey("brand.colour", "key-value", report.Values{
			"key": "colour", "value": settings.Brand.Colour, "wanted": report.Word("wanted-colour")})}
	}
	looks := looksOf(all)
	at := func(s colourScheme) *look {
		return looks[slices.IndexFunc(looks, func(l *look) bool { return l.scheme == s })]
	}
	brand := at(inLight).brand(day, pairs, declaration{source: source, key: "brand.colour"})
	if len(brand) == 0 {
		return nil, report.Problems{source.AtKey("brand.colour", "brand-token", report.Values{"name": accentToken})}
	}
	night, key := darkOf(day, looks, pairs), "brand.colour"
	if c, err := colour.Parse(settings.Brand.Dark); err == nil {
		night, key = c, "brand.colour-dark"
	}
	return append(brand, at(inDark).brand(night, pairs, declaration{source: source, key: key, conditions: []string{darkCondition}})...), nil
}

// darkOf returns the colour nearest to the brand's that passes in the dark
// scheme; if none does, the brand's own, which is then reported.
func darkOf(day colour.Colour, looks []*look, pairs []pair) colour.Colour {
	list, _ := meetings(looks, pairs)
	if near, ok := colour.Nearest(day, needsOf(list, inDark)...); ok {
		return near
	}
	return day
}

// brand returns the properties that a colour sets in a look, each like the
// sample. What the theme has no token for, it has no use for.
func (l *look) brand(c colour.Colour, pairs []pair, sample declaration) []declaration {
	var list []declaration
	for _, token := range []struct {
		name  string
		value colour.Colour
	}{{accentToken, c}, {linkToken, c}, {onAccentToken, l.onAccent(c, pairs)}} {
		if _, ok := l.tokens[token.name]; ok {
			d := sample
			d.name, d.value, d.selector = token.name, token.value.String(), ":root"
			list = append(list, d)
		}
	}
	return list
}

// onAccent returns the colour of text on the brand's: the theme's own, if it
// passes, else white or black.
func (l *look) onAccent(c colour.Colour, pairs []pair) colour.Colour {
	ratio := 4.5
	for _, p := range pairs {
		if p.has(onAccentToken) && p.has(accentToken) {
			ratio = p.ratio
		}
	}
	if own, ok := l.colour(onAccentToken); ok && colour.Contrast(own, c) >= ratio {
		return own
	}
	if colour.Contrast(colour.White, c) >= ratio {
		return colour.White
	}
	return colour.Black
}

// needsOf are what the brand's colour must be told apart from in a scheme. The
// text on it is no need, for it follows.
func needsOf(list []meeting, s colourScheme) []colour.Need {
	var needs []colour.Need
	for _, m := range list {
		text, background := takesBrand(m.look.origin(m.text)), takesBrand(m.look.origin(m.background))
		switch {
		case m.look.scheme != s || text == background:
		case text:
			needs = append(needs, colour.Need{Against: m.back, Ratio: m.pair.ratio})
		case m.look.origin(m.text).name != onAccentToken:
			needs = append(needs, colour.Need{Against: m.front, Ratio: m.pair.ratio})
		}
	}
	return needs
}

func takesBrand(d declaration) bool { return d.name == accentToken || d.name == linkToken }

// appendStyle writes the brand's properties behind the style that sets the
// theme's own, so that they go before those and its address changes.
func (t *Theme) appendStyle(brand []declaration, branded []string) {
	style := []byte("\n")
	for i, d := range brand {
		first := i == 0 || !slices.Equal(d.conditions, brand[i-1].conditions)
		last := i == len(brand)-1 || !slices.Equal(d.conditions, brand[i+1].conditions)
		if first {
			style = append(style, strings.Join(append(slices.Clone(d.conditions), ":root"), " { ")+" { "...)
		}
		style = append(style, "--"+d.name+": "+d.value+"; "...)
		if last {
			style = append(style, strings.Repeat("}", len(d.conditions)+1)+"\n"...)
		}
	}
	for name, file := range t.files {
		if slices.Contains(branded, file.Name) {
			file.Text = slices.Concat(file.Text, style)
			t.files[name] = file
		}
	}
}

// brandedFiles are the styles that a brand's colour changes.
func brandedFiles(all []declaration) []string {
	var names []string
	for _, d := range all {
		if d.setsBrand() && !slices.Contains(names, d.source.Name) {
			names = append(names, d.source.Name)
		}
	}
	return names
}

// setsBrand reports whether a style sets a token of whole pages that the
// brand's colour takes the place of.
func (d declaration) setsBrand() bool {
	s, part, ok := d.place()
	return ok && s != inPrint && part == "" && takesBrand(d)
}

// Colour returns a colour of the theme, for where no style reaches: "paper" in
// the "light" scheme, for one.
func (v *View) Colour(s colourScheme, token string) (string, error) {
	for _, l := range v.templates.theme.looks {
		if c, ok := l.colour(token); ok && l.part == "" && l.scheme == s {
			return c.String(), nil
		}
	}
	return "", fmt.Errorf("the theme has no colour %q in the scheme %q", token, s)
}

// Logo returns the address of the brand's logo, relative to this page.
func (v *View) Logo() string {
	address := guide.Relative(v.from, v.Site.Settings.Brand.Logo.Address)
	return (&url.URL{Path: address}).String()
}
