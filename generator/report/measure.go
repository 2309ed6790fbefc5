package report

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Decimal is a value of a message: a number with so many digits behind the
// decimal sign, which is a comma in Finnish; with -1 as many as it needs.
type Decimal struct {
	Number float64
	Digits int
}

// Bytes is a value of a message that says how large something is.
type Bytes int64

// Size says how large something is, in bytes, and never less than it is.
func (v Voice) Size(bytes int64) string {
	if bytes < 1e6 {
		return v.Say("size-small", Values{"number": (bytes + 999) / 1000})
	}
	return v.Say("size-large", Values{"number": Decimal{math.Ceil(float64(bytes)/1e5) / 10, -1}})
}

// Seconds says how long something took.
func (v Voice) Seconds(d time.Duration) string {
	return v.Say("seconds", Values{"number": Decimal{d.Seconds(), 2}})
}

func (v Voice) decimal(value Decimal) string {
	text := strconv.FormatFloat(value.Number, 'f', value.Digits, 64)
	return strings.Replace(text, ".", v.Say("decimal-sign", nil), 1)
}
