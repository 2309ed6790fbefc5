package serve

import (
	"os"
	"os/exec"
	"runtime"
)

// OpenInSystem opens a web address or a file with the program that the system
// has for it.
func OpenInSystem(what string) error {
	name, args := opener()
	return exec.Command(name, append(args, what)...).Start()
}

func opener() (name string, args []string) {
	switch runtime.GOOS {
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler"}
	case "darwin":
		return "open", nil
	}
	return "xdg-open", nil
}

// HasScreen reports whether there is a screen to open something on.
func HasScreen() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return false
	}
	name, _ := opener()
	_, err := exec.LookPath(name)
	return err == nil
}
