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
func (printer Printer) Size(bytes int64) string {
	if bytes < 1e6 {
		return printer.Message("size-small", Values{"number": (bytes + 999) / 1000})
	}
	return printer.Message("size-large", Values{"number": Decimal{math.Ceil(float64(bytes)/1e5) / 10, -1}})
}

// Seconds says how long something took.
func (printer Printer) Seconds(d time.Duration) string {
	return printer.Message("seconds", Values{"number": Decimal{d.Seconds(), 2}})
}

func (printer Printer) decimal(value Decimal) string {
	text := strconv.FormatFloat(value.Number, 'f', value.Digits, 64)
	return strings.Replace(text, ".", printer.Message("decimal-sign", nil), 1)
}
