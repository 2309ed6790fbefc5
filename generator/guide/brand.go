package guide

// Brand is the look that a publisher gives to its edition of the guide. The
// zero brand leaves the theme as it is.
type Brand struct {
	Name string
	Logo Logo
	// Colour and Dark are written #rrggbb, or "": the colour on light paper
	// and the one on dark paper.
	Colour, Dark string
}

// Logo is a picture among the files that are copied as they are.
type Logo struct {
	// Address is where it is in the site, "" if there is none.
	Address       string
	Width, Height int
	// SaysName reports whether the picture shows the brand's name, so that it
	// isn't written beside it.
	SaysName bool
}

// LogoText is what the logo says to those who don't see it: nothing, where the
// name is written beside it.
func (b Brand) LogoText() string {
	if b.Logo.SaysName {
		return b.Name
	}
	return ""
}
