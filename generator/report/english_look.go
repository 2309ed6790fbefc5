package report

// englishLook words what is wrong with the look: the theme's colours and the
// brand.
func englishLook() map[string]wording {
	return map[string]wording{
		"logo-missing":    {"there is no logo `{name}`", []string{"put it into content/static, or take the line away"}},
		"logo-unreadable": {"the logo `{name}` can't be used: {error}", []string{"save it as PNG, or as SVG with width and height or a viewBox"}},
		"logo-size":       {"the logo `{name}` takes more than {limit}", []string{"every page shows it: make it smaller or simpler"}},
		"brand-contrast": {"the colour {colour} gives `{text}` on `{background}` a contrast of {ratio}:1 in {look}; it needs {needed}:1",
			[]string{"the nearest colour that passes is {nearest}", "no colour of this hue passes: choose another"}},
		"brand-token": {"the theme has no token --{name} that takes the brand's colour",
			[]string{"add --{name}: #0b4f6c to :root in a style of the theme, or take `colour` out of [brand]"}},
		"contrast-low": {"`{text}` on `{background}` has a contrast of {ratio}:1 in {look}; it needs {needed}:1",
			[]string{"the nearest {text} that passes is {nearest}", "no {text} passes: change {background}"}},
		"contrast-line": {"the line is no pair of colours",
			[]string{"write text, background and ratio, like ink paper 4.5; or a token and none, like line none"}},
		"contrast-token": {"no style of the theme sets the colour --{name}",
			[]string{"did you mean `{suggestion}`?", "set it in :root, or take the line away"}},
		"contrast-value": {"the contrast of --{name} can't be computed from `{value}`",
			[]string{"write it as #rrggbb, var(--other) or light-dark(#rrggbb, #rrggbb)"}},
	}
}
