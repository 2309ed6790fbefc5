package edit

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
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
	goal := image.Rect(0, 0, max(1, int(float64(size.X)*part+.5)), max(1, int(float64(size.Y)*part+.5)))
	// A kernel takes 32 bytes for each point that it starts from: what is much too
	// large is first made smaller by whole numbers.
	if whole := int(1 / part); whole > 1 {
		points = boxed(points, whole)
	}
	out := image.NewRGBA(goal)
	draw.CatmullRom.Scale(out, goal, points, points.Bounds(), draw.Src, nil)
	return out
}

// boxed makes one point of each square of points.
func boxed(points image.Image, side int) *image.RGBA {
	// All that are decoded are of this kind.
	at, _ := points.(image.RGBA64Image)
	from := points.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, max(1, from.Dx()/side), max(1, from.Dy()/side)))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			square := image.Rect(0, 0, side, side).Add(from.Min).Add(image.Pt(x*side, y*side)).Intersect(from)
			out.SetRGBA(x, y, mean(at, square))
		}
	}
	return out
}

func mean(points image.RGBA64Image, square image.Rectangle) color.RGBA {
	var r, g, b, a, n uint64
	for y := square.Min.Y; y < square.Max.Y; y++ {
		for x := square.Min.X; x < square.Max.X; x++ {
			c := points.RGBA64At(x, y)
			r, g, b, a, n = r+uint64(c.R), g+uint64(c.G), b+uint64(c.B), a+uint64(c.A), n+1
		}
	}
	half := n * 257 / 2
	level := func(sum uint64) uint8 { return uint8((sum + half) / (n * 257)) }
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
