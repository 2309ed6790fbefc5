package edit

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/report"
)

// halves is a picture of which the left half is red and the right half is blue.
func halves(width, height int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.NRGBA{R: 255, A: 255}
			if x >= width/2 {
				c = color.NRGBA{B: 255, A: 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

func asPNG(m image.Image) []byte {
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func asJPEG(m image.Image) []byte {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, &jpeg.Options{Quality: 95}); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// segment is a segment of a JPEG, chunk one of a PNG.
func segment(marker byte, inside string) string {
	return string(binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(2+len(inside)))) + inside
}

func chunk(name, inside string) string {
	sum := crc32.ChecksumIEEE([]byte(name + inside))
	return string(binary.BigEndian.AppendUint32(append(binary.BigEndian.AppendUint32(nil, uint32(len(inside))), name+inside...), sum))
}

// exif says how points lie, and where the picture was taken.
func exif(turn byte) string {
	return "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(turn)) + "\x00\x00\x00\x00\x00\x00Kyläkatu 1"
}

// profile is one of a screen, with its owner.
func profile() string {
	p := append(make([]byte, 128), 0, 0, 0, 2)
	copy(p[16:], "RGB ")
	copy(p[36:], "acsp")
	for i, name := range []string{"rXYZ", "mmod"} {
		p = append(p, name...)
		p = binary.BigEndian.AppendUint32(p, uint32(156+8*i))
		p = binary.BigEndian.AppendUint32(p, 8)
	}
	return string(p) + "XYZ punaOmistaja"
}

func with(raw []byte, at int, more ...string) []byte {
	return slices.Insert(slices.Clone(raw), at, []byte(strings.Join(more, ""))...)
}

func packed(text string) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return out.String()
}

// noted is a JPEG with all that cameras note.
func noted(turn byte) []byte {
	raw := with(asJPEG(halves(64, 32)), 2, segment(0xE0, "JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"), segment(0xE1, "Exif\x00\x00"+exif(turn)),
		segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00<x>Kyläkatu 1</x>"), segment(0xED, "Kyläkatu 1"), segment(0xFE, "Kyläkatu 1"), segment(0xE2, "ICC_PROFILE\x00\x01\x01"+profile()))
	return append(raw, "a film of Kyläkatu 1"...)
}

func read1(t *testing.T, raw []byte) (Picture, image.Image) {
	t.Helper()
	p, err := ReadPicture(raw)
	if err != nil {
		t.Fatal(err)
	}
	m, format, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil || "."+strings.Replace(format, "jpeg", "jpg", 1) != p.Ending {
		t.Fatal(p.Ending, format, err)
	}
	if m.Bounds().Size() != image.Pt(p.Width, p.Height) {
		t.Error(m.Bounds(), p.Width, p.Height)
	}
	return p, m
}

func isRed(m image.Image, x, y int) bool {
	r, _, b, _ := m.At(x, y).RGBA()
	return r > 4*b
}

func TestAPictureLosesWhatItsCameraNoted(t *testing.T) {
	for name, raw := range map[string][]byte{
		"JPEG":        noted(1),
		"turned JPEG": noted(6),
		"PNG": append(with(asPNG(halves(64, 32)), 33, chunk("tEXt", "Comment\x00Kyläkatu 1"), chunk("eXIf", exif(1)), chunk("tIME", "1234567"),
			chunk("iTXt", "XML:com.adobe.xmp\x00\x00\x00\x00\x00Kyläkatu 1"), chunk("iCCP", "icc\x00\x00"+packed(profile()))), "Kyläkatu 1"...),
	} {
		p, _ := read1(t, raw)
		if bytes.Contains(p.Data, []byte("katu")) {
			t.Errorf("%s: %q", name, p.Data)
		}
		kept := bareOf(p.Data, map[string]string{".jpg": "jpeg", ".png": "png"}[p.Ending]).profile
		if !bytes.Contains(kept, []byte("XYZ puna")) || bytes.Contains(kept, []byte("Omistaja")) {
			t.Errorf("%s: the profile is %q", name, kept)
		}
		if again, err := ReadPicture(p.Data); err != nil || !bytes.Equal(again.Data, p.Data) {
			t.Errorf("%s: the picture gives another one, %v", name, err)
		}
	}
	if p, _ := read1(t, noted(1)); !bytes.Contains(noted(1), p.Data[len(p.Data)-200:]) {
		t.Error("points are others though nothing had to change")
	}
}

func TestAPictureIsTurnedUpright(t *testing.T) {
	// Where the red half of the picture is then.
	for turn, where := range []string{1: "left", "right", "right", "left", "above", "above", "below", "below"} {
		if turn == 0 {
			continue
		}
		_, m := read1(t, noted(byte(turn)))
		size := m.Bounds().Size()
		at := map[string]image.Point{"left": {4, 16}, "right": {59, 16}, "above": {16, 4}, "below": {16, 59}}[where]
		if (turn > 4) != (size == image.Pt(32, 64)) || !isRed(m, at.X, at.Y) || isRed(m, size.X-1-at.X, size.Y-1-at.Y) {
			t.Errorf("%d: red isn't %s, %v", turn, where, size)
		}
	}
}

// Each corner goes where the numbers of Exif say.
func TestCornersGoWhereTheyBelong(t *testing.T) {
	m := image.NewGray(image.Rect(3, 5, 6, 7)) // three wide, two high
	copy(m.Pix, []byte{1, 2, 3, 4, 5, 6})
	for turn, want := range map[int]string{
		2: "321654", 3: "654321", 4: "456123", 5: "142536", 6: "415263", 7: "635241", 8: "362514",
	} {
		got := ""
		out := turned(m, turn)
		for y := range out.Bounds().Dy() {
			for x := range out.Bounds().Dx() {
				got += string(rune('0' + color.GrayModel.Convert(out.At(x, y)).(color.Gray).Y))
			}
		}
		if got != want {
			t.Errorf("%d: %s, not %s", turn, got, want)
		}
	}
}

func TestAPictureIsAsLargeAsPagesShowIt(t *testing.T) {
	for _, c := range []struct {
		raw           []byte
		ending        string
		width, height int
	}{
		{asJPEG(halves(300, 200)), ".jpg", 300, 200},
		{asJPEG(halves(5184, 300)), ".jpg", 1728, 100},
		{asPNG(halves(2000, 10)), ".png", 1728, 9},
		{asPNG(halves(1, 1)), ".png", 1, 1},
		{asPNG(halves(50000, 1)), ".png", 1728, 1},
		{asPNG(halves(10, 14000)), ".png", 5, 6912},
		{asGIF(1), ".png", 8, 8},
	} {
		p, m := read1(t, c.raw)
		if p.Ending != c.ending || p.Width != c.width || p.Height != c.height {
			t.Errorf("%s %d × %d, not %v", p.Ending, p.Width, p.Height, c)
		}
		if c.width > 10 && (!isRed(m, 1, 0) || isRed(m, c.width-2, 0)) {
			t.Errorf("%d × %d: other colours", c.width, c.height)
		}
	}
}

// noise is a picture that no format makes small.
func noise(width, height, step int) *image.NRGBA {
	m, random := halves(width, height), rand.New(rand.NewPCG(1, 2))
	for i := range m.Pix {
		if i%4 != 3 {
			m.Pix[i] = uint8(128 + random.IntN(step) + 40*(i/4/width%2))
		}
	}
	return m
}

func TestAPhotographIsAJPEG(t *testing.T) {
	if p, _ := read1(t, asPNG(noise(640, 500, 12))); p.Ending != ".jpg" || len(p.Data) > heavy {
		t.Error(p.Ending, len(p.Data))
	}
	clear := noise(640, 500, 12)
	clear.Pix[3] = 0
	if p, _ := read1(t, asPNG(clear)); p.Ending != ".png" {
		t.Error("what one can see through is", p.Ending)
	}
	if p, _ := read1(t, asJPEG(noise(1000, 800, 60))); len(p.Data) > heavy {
		t.Error("a JPEG stays heavy:", len(p.Data))
	}
}

func asGIF(frames int) []byte {
	g := &gif.GIF{}
	for i := range frames {
		m := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.White, color.Black})
		m.SetColorIndex(i, 0, 1)
		g.Image, g.Delay = append(g.Image, m), append(g.Delay, 9)
	}
	var out bytes.Buffer
	if err := gif.EncodeAll(&out, g); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// claims is a PNG of a few bytes that claims to be large.
func claims(width, height uint32, kind string) []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	return []byte("\x89PNG\r\n\x1a\n" + chunk("IHDR", string(head)+kind+"\x00\x00\x00") + chunk("IDAT", packed("a")) + chunk("IEND", ""))
}

func ruleOf(err error) string {
	if refused, ok := errors.AsType[*report.Refusal](err); ok {
		return refused.Rule
	}
	return ""
}

func TestPicturesThatAreRefused(t *testing.T) {
	whole := noted(1)
	for name, c := range map[string]struct {
		raw  []byte
		rule string
	}{
		"nothing":         {nil, "picture-kind"},
		"a text":          {[]byte("%PDF-1.7 a text"), "picture-kind"},
		"a page":          {[]byte("<!DOCTYPE html><script>alert(1)</script>"), "picture-kind"},
		"of an iPhone":    {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), "picture-heic"},
		"of a web page":   {[]byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00avifmif1"), "picture-kind"},
		"a bitmap":        {append([]byte("BM"), make([]byte, 100)...), "picture-kind"},
		"half a JPEG":     {whole[:len(whole)*2/3], "picture-broken"},
		"a JPEG's head":   {[]byte("\xFF\xD8\xFF\xE0"), "picture-broken"},
		"half a PNG":      {asPNG(halves(64, 64))[:80], "picture-broken"},
		"a wide PNG":      {claims(70_000, 1, "\x08\x02"), "picture-points"},
		"a large PNG":     {claims(30_000, 30_000, "\x08\x02"), "picture-points"},
		"a deep PNG":      {claims(9000, 9000, "\x10\x06"), "picture-points"},
		"the largest PNG": {claims(1<<31-1, 1<<31-1, "\x08\x02"), "picture-broken"},
		"an empty PNG":    {claims(0, 5, "\x08\x02"), "picture-broken"},
		"a large GIF":     {[]byte("GIF89a\xFF\xFF\xFF\xFF\x80\x00\x00\x00\x00\x00\xFF\xFF\xFF,\x00\x00\x00\x00\xFF\xFF\xFF\xFF\x00\x02\x02\x44\x01\x00;"), "picture-points"},
		"a moving GIF":    {asGIF(2), "picture-moves"},
		"a moving PNG":    {with(asPNG(halves(8, 8)), 33, chunk("acTL", "\x00\x00\x00\x02\x00\x00\x00\x00")), "picture-moves"},
		"a moving WebP":   {[]byte("RIFF\x16\x00\x00\x00WEBPVP8X\x0A\x00\x00\x00\x02\x00\x00\x00\x07\x00\x00\x07\x00\x00"), "picture-moves"},
		"a heavy file":    {make([]byte, PictureMost+1), "picture-heavy"},
	} {
		if p, err := ReadPicture(c.raw); ruleOf(err) != c.rule || p.Data != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestADrawingOnlyDraws(t *testing.T) {
	const start = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="http://ink" viewBox="0 0 9 9" ink:file="/home/maija">`
	p, err := ReadPicture([]byte("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C\" \"http://www.w3.org/svg.dtd\"><!-- Maija -->" + start +
		`<ink:view a="b"><ink:grid/></ink:view><metadata><b>Maija</b></metadata><style>.a{fill:url(#b)}</style><g class="a" xml:space="preserve"><use xlink:href="#b"/>A &lt; B</g></svg>`))
	const want = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>.a{fill:url(#b)}</style><g class="a" xml:space="preserve"><use href="#b"></use>A &lt; B</g></svg>`
	if string(p.Data) != want || p.Ending != ".svg" || err != nil {
		t.Errorf("%s %v", p.Data, err)
	}
	for _, inside := range []string{
		`<script>alert(1)</script>`, `<g onclick="a()"/>`, `<g ONCLICK="a()"/>`, `<foreignObject/>`, `<image href="data:image/png;base64,AA"/>`, `<a href="#b"/>`,
		`<use href="https://a.example/b.svg#c"/>`, `<use xlink:href="javascript:a()"/>`, `<g style="fill: URL( 'https://a.example')"/>`, `<style>@import "a.css"</style>`,
		`<style>a{background:u\72l(https://a.example)}</style>`, `<animate attributeName="x"/>`, `<set/>`, `<G/>`, `<style>@im<!-- -->port "a.css"</style>`,
		`<style>@im<![CDATA[port "a.css"]]></style>`, `<style>@im<desc/>port "a.css"</style>`, `<style>@im<?a?>port "a.css"</style>`,
		strings.Repeat("<g>", 200) + strings.Repeat("</g>", 200), strings.Repeat(" ", drawingMost),
	} {
		if p, err := ReadPicture([]byte(start + inside + "</svg>")); ruleOf(err) != "picture-drawing" {
			t.Errorf("%.80s: %v %.300s", inside, err, p.Data)
		}
	}
	for raw, rule := range map[string]string{
		`<svg><g></svg></g>`:                        "picture-broken",
		`<svg>`:                                     "picture-broken",
		`<svg/><svg/>`:                              "picture-drawing",
		`<html><svg/></html>`:                       "picture-drawing",
		`<ink:svg/> <svg`:                           "picture-broken",
		`<!DOCTYPE svg [<!ENTITY a "b">]><svg/>`:    "picture-drawing",
		`<?xml version="1.0" encoding="x"?><svg/>`:  "picture-broken",
		`<svg>&a;</svg>`:                            "picture-broken",
		"<svg>\x00</svg>":                           "picture-broken",
		`<svg></svg>` + strings.Repeat("</svg>", 9): "picture-broken",
	} {
		if p, err := ReadPicture([]byte(raw)); ruleOf(err) != rule {
			t.Errorf("%s: %v %s", raw, err, p.Data)
		}
	}
}

func TestAPictureNeverTakesThePlaceOfAnother(t *testing.T) {
	dir := t.TempDir()
	own := os.DirFS(dir)
	common := fstest.MapFS{"content/static/kuvat/Kahvi.JPG": {Data: []byte("other")}, "content/static/kahvi.jpg": {Data: []byte("common")}, "content/static/.kahvi-2.jpg": {Data: []byte("mine")}}
	created := map[string]string{}
	g := Guide{Own: own, All: common, Create: func(name string, data []byte) error {
		if name == "content/static/kahvi-2.jpg" {
			return fs.ErrExist
		}
		created[name] = string(data)
		common[name] = &fstest.MapFile{Data: data}
		return nil
	}}
	for _, c := range []struct{ data, name, file string }{
		{"mine", "kahvi", "content/static/kahvi-3.jpg"},
		{"mine", "muu", "content/static/kahvi-3.jpg"},
		{"other", "muu", "content/static/muu.jpg"},
		{"common", "muu", "content/static/kahvi.jpg"},
	} {
		if file, err := KeepPicture(g, Picture{Data: []byte(c.data), Ending: ".jpg"}, c.name); file != c.file || err != nil {
			t.Errorf("%v: %s %v", c, file, err)
		}
	}
	if len(created) != 2 {
		t.Error(created)
	}
	g.All = fstest.MapFS{}
	if file, err := KeepPicture(g, Picture{Data: []byte("x"), Ending: ".svg"}, "a"); file != "content/static/a.svg" || err != nil {
		t.Error(file, err)
	}
}

func FuzzAPictureIsWholeOrRefused(f *testing.F) {
	for _, raw := range [][]byte{noted(6), noted(1)[:300], asPNG(halves(9, 9)), asGIF(1), asGIF(2), claims(9000, 9, "\x08\x02"), []byte(`<svg><g a="b">c</g></svg>`), with(asPNG(halves(4, 4)), 33, chunk("iCCP", "icc\x00\x00"+packed(profile())), chunk("eXIf", exif(8)))} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, err := ReadPicture(raw)
		if err != nil {
			if ruleOf(err) == "" {
				t.Fatal(err)
			}
			return
		}
		again, err := ReadPicture(p.Data)
		if err != nil || again.Width != p.Width || again.Height != p.Height || again.Ending != p.Ending {
			t.Fatalf("%d × %d %s is read as %d × %d %s, %v", p.Width, p.Height, p.Ending, again.Width, again.Height, again.Ending, err)
		}
	})
}
