package publish

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestMountsThatShowAFolderAreFound(t *testing.T) {
	const table = `21 1 259:1 / / rw,relatime shared:1 - ext4 /dev/root rw
30 21 0:26 / /var/cache rw shared:5 - tmpfs tmpfs rw
31 21 259:1 /srv/ann/guide/public /srv/www rw shared:1 - ext4 /dev/root rw
32 21 259:2 / /srv/with\040space/public rw - ext4 /dev/sdb1 rw
33 21 259:2 /deep /srv/guide/public/fi rw - ext4 /dev/sdb1 rw
34 21 259:1 /other /mnt/other rw - ext4 /dev/root rw
`
	mounts := parseMounts(table)
	for folder, want := range map[string]bool{
		"/srv/with space/public": true, "/srv/guide/public": true, "/srv/ann/guide/public": true, "/srv/www": true, "/var/cache": true,
		"/srv/ann/guide": true, "/srv/guide/public/fi/deeper": false, "/srv/ann/guide/public2": false, "/srv/ann/guide/public/fi": false,
		"/var/cache/srv/ann/guide/public": false, "/srv/with space": true, "/mnt/other/public": false, "/other": true,
	} {
		if got := mountsShow(mounts, folder); got != want {
			t.Errorf("%s: %t", folder, got)
		}
	}
	if len(parseMounts("garbage\n\n1 2 3\n")) != 0 {
		t.Error("garbage is a mount")
	}
}

// mountFor mounts something at a folder until the test ends.
func mountFor(t *testing.T, source, at, kind string, flags uintptr) {
	t.Helper()
	if err := syscall.Mount(source, at, kind, flags, ""); err != nil {
		t.Skipf("nothing can be mounted here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(at, 0); err != nil {
			t.Error(err)
		}
	})
}

func TestAMountedFolderIsFilledInPlace(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	put(t, out, nil)
	mountFor(t, "none", out, "tmpfs", 0)
	put(t, out, site{lostFolder + "/x": ""})
	for _, s := range []site{{"a": "1", "d/b": "1"}, {"a": "2"}} {
		if result := s.write(t, out); result.InPlace != Mounted {
			t.Errorf("the result is %+v", result)
		}
		s[lostFolder+"/x"] = ""
		wantSite(t, out, s)
	}
}

func TestAFolderThatCanNotBeExchangedAfterAllIsFilledInPlace(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site{"a": "1"}.write(t, out)
	rendered := 0
	result, err := Write(out, Options{}, func(emit Emit) error {
		if rendered++; rendered == 1 {
			mountFor(t, "none", out, "tmpfs", 0)
		}
		return emit("a", []byte("2"))
	})
	if err != nil || result.InPlace != Mounted || rendered != 2 {
		t.Fatalf("got %+v, %v, rendered %d times", result, err, rendered)
	}
	wantSite(t, out, site{"a": "2"})
}

func TestAFolderThatAMountShowsElsewhereStaysTheOneThatIsShown(t *testing.T) {
	parent := t.TempDir()
	out, shown := filepath.Join(parent, "public"), filepath.Join(parent, "container")
	put(t, shown, nil)
	site{"a": "1"}.write(t, out)
	mountFor(t, out, shown, "", syscall.MS_BIND)
	if result := (site{"a": "2"}).write(t, out); result.InPlace != Mounted {
		t.Errorf("the result is %+v", result)
	}
	wantSite(t, shown, site{"a": "2"})
	if _, err := os.Stat(filepath.Join(shown, manifestName)); err != nil {
		t.Error(err)
	}
}
