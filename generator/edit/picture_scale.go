package edit

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
)

// made returns the picture of points: the bare file where that will do.
func (b bare) made(points image.Image) (Picture, error) {
	shown := turned(scaled(points, b.turn), b.turn)
	size := shown.Bounds().Size()
	p := Picture{Data: b.data, Ending: b.ending, Width: size.X, Height: size.Y}
	_, isYellow := points.(*image.CMYK)
	_, isLossy := points.(*image.YCbCr)
	isLossy = isLossy || b.ending == ".jpg"
	if isYellow {
		// Browsers don't agree on these colours.
		b.profile = nil
	}
	if b.data == nil || shown != points || isYellow || isLossy && len(b.data) > heavy {
		p.Data, p.Ending = written(shown, isLossy)
	}
	if p.Data == nil {
		return Picture{}, refused("picture-broken", nil)
	}
	if p.Ending == ".png" && len(p.Data) > heavy && isOpaque(shown) {
		// A screenshot would lose its sharpness and win little, a photograph wins all.
		if photo, ending := written(shown, true); len(photo)*4 < len(p.Data) {
			p.Data, p.Ending = photo, ending
		}
	}
	p.Data = withProfile(p.Data, p.Ending, b.profile)
	return p, nil
}

func isOpaque(points image.Image) bool {
	o, ok := points.(interface{ Opaque() bool })
	return ok && o.Opaque()
}

// written writes points as a JPEG that isn't heavy, if it can be helped, or as a
// PNG.
func written(points image.Image, lossy bool) (data []byte, ending string) {
	var out bytes.Buffer
	if !lossy {
		if png.Encode(&out, points) != nil {
			return nil, ""
		}
		return out.Bytes(), ".png"
	}
	for _, quality := range []int{85, 78, 70, 60} {
		out.Reset()
		if jpeg.Encode(&out, points, &jpeg.Options{Quality: quality}) != nil {
			return nil, ""
		}
		if out.Len() <= heavy {
			break
		}
	}
	return out.Bytes(), ".jpg"
}

// scaled makes points as few as a page shows, never more.
func scaled(points image.Image, turn int) image.Image {
	size := points.Bounds().Size()
	width, height := size.X, size.Y
	if turn > 4 {
		width, height = height, width
	}
	// What is high can be scrolled, but not for ever.
	part := min(1, widestShown/float64(width), 4*widestShown/float64(height))
	if part == 1 {
		return points
	}
	out := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(size.X)*part+.5)), max(1, int(float64(size.Y)*part+.5))))
	// All that are decoded are of this kind.
	at, _ := points.(image.RGBA64Image)
	for y := range out.Rect.Dy() {
		rows := sharesOf(y, out.Rect.Dy(), size.Y)
		for x := range out.Rect.Dx() {
			out.SetRGBA(x, y, mean(at, sharesOf(x, out.Rect.Dx(), size.X), rows))
		}
	}
	return out
}

// shares are points in a row that become one: the first, how many, and how much of
// the first and of the last belong to it.
type shares struct {
	from, count int
	first, last float64
}

func sharesOf(i, of, points int) shares {
	start, end := float64(i)*float64(points)/float64(of), float64(i+1)*float64(points)/float64(of)
	from, to := int(start), min(int(math.Ceil(end-1e-9)), points)
	return shares{from, to - from, float64(from+1) - start, end - float64(to-1)}
}

func (s shares) of(i int) float64 {
	switch i {
	case 0:
		return s.first
	case s.count - 1:
		return s.last
	}
	return 1
}

// mean mixes the points that become one by how much of each belongs to it. That
// takes no memory, as kernels do, which need 32 bytes for each point.
func mean(points image.RGBA64Image, across, down shares) color.RGBA {
	corner := points.Bounds().Min
	var r, g, b, a, all float64
	for y := range down.count {
		for x := range across.count {
			c, part := points.RGBA64At(corner.X+across.from+x, corner.Y+down.from+y), across.of(x)*down.of(y)
			r, g, b, a, all = r+part*float64(c.R), g+part*float64(c.G), b+part*float64(c.B), a+part*float64(c.A), all+part
		}
	}
	level := func(sum float64) uint8 { return uint8(sum/all/257 + .5) }
	return color.RGBA{level(r), level(g), level(b), level(a)}
}

// turned puts points upright that lie as Exif says.
func turned(points image.Image, turn int) image.Image {
	if turn == 1 {
		return points
	}
	from := points.Bounds()
	right, bottom := from.Max.X-1, from.Max.Y-1
	size := from.Size()
	if turn > 4 {
		size.X, size.Y = size.Y, size.X
	}
	out := image.NewNRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			at := image.Pt(from.Min.X+x, from.Min.Y+y)
			if turn > 4 {
				at = image.Pt(from.Min.X+y, from.Min.Y+x)
			}
			if turn == 2 || turn == 3 || turn == 7 || turn == 8 {
				at.X = right - (at.X - from.Min.X)
			}
			if turn == 3 || turn == 4 || turn == 6 || turn == 7 {
				at.Y = bottom - (at.Y - from.Min.Y)
			}
			out.Set(x, y, points.At(at.X, at.Y))
		}
	}
	return out
}
