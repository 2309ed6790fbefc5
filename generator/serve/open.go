package serve

import (
	"os"
	"os/exec"
	"runtime"
)

// OpenInSystem opens a web address or a file with the program that the system
// has for it.
func OpenInSystem(what string) error {
	command := append(opener(), what)
	return exec.Command(command[0], command[1:]...).Start()
}

// opener returns the command that opens what its last argument names.
func opener() []string {
	switch runtime.GOOS {
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler"}
	case "darwin":
		return []string{"open"}
	}
	return []string{"xdg-open"}
}

// HasScreen reports whether there is a screen to open something on.
func HasScreen() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	_, err := exec.LookPath(opener()[0])
	return err == nil && (os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "")
}
