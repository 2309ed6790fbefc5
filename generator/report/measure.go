package report

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// What begins a value that is a number: each language writes those its own way.
const (
	decimalMark = "@decimal "
	bytesMark   = "@bytes "
)

// Decimal gives a value of a message that is a number with digits behind the
// decimal sign, which is a comma in Finnish; with -1 there are as many digits as
// the number needs.
func Decimal(number float64, digits int) string {
	return decimalMark + strconv.FormatFloat(number, 'f', digits, 64)
}

// Bytes gives a value of a message that says how large something is.
func Bytes(number int64) string { return bytesMark + strconv.FormatInt(number, 10) }

// Size says how large something is, in bytes, and never less than it is.
func (v Voice) Size(bytes int64) string {
	if bytes < 1e6 {
		return v.Say("size-small", Values{"number": strconv.FormatInt((bytes+999)/1000, 10)})
	}
	return v.Say("size-large", Values{"number": Decimal(math.Ceil(float64(bytes)/1e5)/10, -1)})
}

// Seconds says how long something took.
func (v Voice) Seconds(d time.Duration) string {
	return v.Say("seconds", Values{"number": Decimal(d.Seconds(), 2)})
}

// measure writes a value that Decimal or Bytes gave.
func (v Voice) measure(value string) (text string, ok bool) {
	if number, found := strings.CutPrefix(value, decimalMark); found {
		return strings.Replace(number, ".", v.Say("decimal-sign", nil), 1), true
	}
	number, found := strings.CutPrefix(value, bytesMark)
	count, err := strconv.ParseInt(number, 10, 64)
	if !found || err != nil {
		return "", false
	}
	return v.Size(count), true
}
