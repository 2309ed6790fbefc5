package report

import "runtime"

// dictionaryHow is the message that says how the Finnish dictionary is installed
// on this system.
func dictionaryHow() string {
	switch runtime.GOOS {
	case "windows":
		return "voikko-windows"
	case "darwin":
		return "voikko-macos"
	}
	return "voikko-linux"
}
