package project

// LocalText is what a text of an edition's own in a common page begins with.
func LocalText(language string) []byte { return []byte(beginningIn(language, "example.txt")) }
