package publish

import (
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// groupOfServer is a group that the umask and the tests' own user know nothing of.
const groupOfServer = 33

// rightsAt returns the rights of a file or folder as they are on the disk.
func rightsAt(t *testing.T, name string) rights {
	t.Helper()
	root := openRoot(t, filepath.Dir(name))
	r, err := rightsIn(root, filepath.Base(name))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sameRights(a, b rights) bool {
	return a.mode == b.mode && a.user == b.user && a.group == b.group && maps.Equal(a.attributes, b.attributes)
}

// underUmask has what follows made under a umask.
func underUmask(t *testing.T, mask int) {
	t.Helper()
	old := syscall.Umask(mask)
	t.Cleanup(func() { syscall.Umask(old) })
}

// accessList is an access list in the form of the kernel that lets a user read
// as well: version, then the tag, rights and number of each entry.
func accessList(user byte) []byte {
	const none = "\xff\xff\xff\xff"
	return []byte("\x02\x00\x00\x00" + "\x01\x00\x06\x00" + none + "\x02\x00\x04\x00" + string(user) + "\x00\x00\x00" +
		"\x04\x00\x04\x00" + none + "\x10\x00\x04\x00" + none + "\x20\x00\x00\x00" + none)
}

func TestTheNewSiteHasTheRightsOfTheOldOneUnderAnyUmask(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may give files to a group that isn't its own")
	}
	for _, inPlace := range []bool{false, true} {
		out := filepath.Join(t.TempDir(), "public")
		first := site{"index.html": "1", "fi/a.html": "1", "fi/secret.html": "1", "sv/a.html": "1"}
		first.write(t, out)
		for name, mode := range map[string]os.FileMode{
			"": 0o775 | os.ModeSetgid, "fi": 0o750, "index.html": 0o664, "fi/secret.html": 0o440, manifestName: 0o664,
		} {
			full := filepath.Join(out, name)
			if err := os.Chown(full, 12, groupOfServer); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(full, mode); err != nil {
				t.Fatal(err)
			}
		}
		for name, attribute := range map[string]string{"fi/a.html": "system.posix_acl_access", "sv": "system.posix_acl_default"} {
			if err := unix.Setxattr(filepath.Join(out, name), attribute, accessList(7), 0); err != nil {
				t.Skip("the file system knows no access lists:", err)
			}
		}
		// Without SELinux it is a label like any other.
		_ = unix.Setxattr(filepath.Join(out, "index.html"), "security.selinux", []byte("u:r:t:s0"), 0)
		want := map[string]rights{}
		for _, name := range []string{".", "fi", "sv", "index.html", "fi/a.html", "fi/secret.html", "sv/a.html", manifestName, noJekyllName} {
			want[name] = rightsAt(t, filepath.Join(out, name))
		}
		if len(want["fi/a.html"].attributes) != 1 || len(want["sv"].attributes) != 1 {
			t.Fatalf("the access lists are %v", want)
		}
		underUmask(t, 0o077)
		second := site{"index.html": "2", "fi/a.html": "2", "fi/secret.html": "2", "sv/a.html": "1", "new.html": "2", "en/new.html": "2"}
		if _, err := Write(out, Options{InPlace: inPlace}, second.render); err != nil {
			t.Fatal(err)
		}
		wantSite(t, out, second)
		want["new.html"], want["en/new.html"], want["en"] = want[manifestName], want[manifestName], want["."]
		for name, rights := range want {
			if got := rightsAt(t, filepath.Join(out, name)); !sameRights(got, rights) {
				t.Errorf("in place %t: %s has %+v, want %+v", inPlace, name, got, rights)
			}
		}
	}
}

func TestAFolderThatWasReadyForASiteSaysWhoMayReadIt(t *testing.T) {
	for _, inPlace := range []bool{false, true} {
		out := filepath.Join(t.TempDir(), "public")
		put(t, out, nil)
		if err := os.Chmod(out, 0o755); err != nil {
			t.Fatal(err)
		}
		underUmask(t, 0o077)
		if _, err := Write(out, Options{InPlace: inPlace}, site{"fi/a": "1"}.render); err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]os.FileMode{".": 0o755, "fi": 0o755, "fi/a": 0o644, noJekyllName: 0o644, manifestName: 0o644} {
			if got := stat(t, filepath.Join(out, name)).Mode().Perm(); got != want {
				t.Errorf("in place %t: %s has the mode %o, want %o", inPlace, name, got, want)
			}
		}
	}
}

func TestAFirstSiteHasWhatTheSystemGives(t *testing.T) {
	for mask, want := range map[int]os.FileMode{0o022: 0o755, 0o077: 0o700} {
		underUmask(t, mask)
		for _, inPlace := range []bool{false, true} {
			out := filepath.Join(t.TempDir(), "public")
			if _, err := Write(out, Options{InPlace: inPlace}, site{"fi/a": "1"}.render); err != nil {
				t.Fatal(err)
			}
			for name, want := range map[string]os.FileMode{".": want, "fi": want, "fi/a": want & 0o666, noJekyllName: want & 0o666, manifestName: want & 0o666} {
				if got := stat(t, filepath.Join(out, name)).Mode().Perm(); got != want {
					t.Errorf("umask %o, in place %t: %s has the mode %o, want %o", mask, inPlace, name, got, want)
				}
			}
		}
	}
}

// TestAFolderThatCanNotBeMadeAnewLikeTheOldOneIsFilledInPlace runs as a user
// who may write into a folder that is another's.
func TestAFolderThatCanNotBeMadeAnewLikeTheOldOneIsFilledInPlace(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can become another user")
	}
	parent := t.TempDir()
	out, program := filepath.Join(parent, "public"), filepath.Join(parent, "program")
	data, err := os.ReadFile(os.Args[0])
	if err == nil {
		err = os.WriteFile(program, data, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	put(t, out, nil)
	for name, mode := range map[string]os.FileMode{filepath.Dir(parent): 0o755, parent: 0o777, out: 0o777 | os.ModeSetgid} {
		if err := errors.Join(os.Chown(name, 0, groupOfServer), os.Chmod(name, mode)); err != nil {
			t.Fatal(err)
		}
	}
	before, folder := rightsAt(t, out), stat(t, out)
	for _, letter := range []string{"A", "B"} {
		child := exec.Command(program)
		child.Env = []string{pairOut + "=" + out, pairLetter + "=" + letter}
		child.Dir = parent
		child.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		if said, err := child.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		wantSite(t, out, lettered(letter))
	}
	if !os.SameFile(folder, stat(t, out)) || !sameRights(before, rightsAt(t, out)) {
		t.Errorf("the folder is another or has %+v, and before %+v", rightsAt(t, out), before)
	}
	if got := rightsAt(t, filepath.Join(out, "0", "page-0.html")); got.group != groupOfServer {
		t.Errorf("a file has %+v", got)
	}
}
