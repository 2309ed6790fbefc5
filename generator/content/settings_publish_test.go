package content

import (
	"reflect"
	"testing"

	"sparrausopas/generator/guide"
)

func TestTheSettingsSayWhereTheGuideIsPublished(t *testing.T) {
	site := load(t, files{"config.toml": someSettings + "[publish]\nto = \"sftp://maija@x.fi:2222/srv/opas\"\ndocx = true\n[[publish.targets]]\nname = \"koe\"\ntitle = \"Koe\"\nto = \"folder:../koe\"\n"})
	want := []guide.Target{{Name: "site", Kind: "sftp", To: "sftp://maija@x.fi:2222/srv/opas", Docx: true}, {Name: "koe", Title: "Koe", Kind: "folder", To: "../koe"}}
	if !reflect.DeepEqual(site.Settings.Web.Targets, want) {
		t.Errorf("%+v", site.Settings.Web.Targets)
	}
}

func TestPlacesWhereNoGuideCanBePublishedAreReported(t *testing.T) {
	const at = "config.toml:6:1 "
	for _, to := range []string{"x", "folder:", "http://x.fi/dav", "sftp://x.fi", "file:///etc", "https://x.fi/?a=b", "https://", "javascript:alert(1)"} {
		wrong{to, files{"config.toml": someSettings + "[publish]\nto = \"" + to + "\"\n"}, []string{at + "key-value key=to value=" + to + " wanted=wanted-target"}}.test(t)
	}
	for _, c := range []wrong{
		{"a password", files{"config.toml": someSettings + "[publish]\nto = \"https://maija:salasana@x.fi/\"\n"}, []string{at + "publish-secret"}},
		{"a name that leads out", files{"config.toml": someSettings + "[[publish.targets]]\nname = \"../x\"\nto = \"zip\"\n"}, []string{at + "key-value key=name value=../x wanted=wanted-target-name"}},
		{"a misspelt key", files{"config.toml": someSettings + "[publish]\nto = \"zip\"\npassword = \"x\"\n"}, []string{"config.toml:7:1 key-unknown key=password"}},
	} {
		c.test(t)
	}
}
