package content

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"sparrausopas/generator/report"
)

// foreignDate is a day as people write it: 21.11.2026, 21/11/2026 and 2026-1-5.
var foreignDate = regexp.MustCompile(`^(?:(\d{4})[./–-](\d{1,2})[./–-](\d{1,2})|(\d{1,2})[./–-] ?(\d{1,2})[./–-] ?(\d{4}))$`)

// wrongDay says how to write a day that stands at a key in another way than
// 2026-11-21, or between quotes. Rule is "" for a text that is no day at all.
func wrongDay(key, text string) (rule string, values report.Values) {
	match := foreignDate.FindStringSubmatch(text)
	if match == nil {
		return "", nil
	}
	year, month, day := number(match[1]+match[6]), number(match[2]+match[5]), number(match[3]+match[4])
	written := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	if _, err := time.Parse(time.DateOnly, written); err != nil {
		return "day-missing", report.Values{"value": text, "example": lastDay(key, year, month)}
	}
	if text == written {
		return "day-quotes", report.Values{"value": text, "example": key + " = " + written}
	}
	return "day-order", report.Values{"value": text, "example": key + " = " + written}
}

// lastDay returns the last day of a month, as it is to be written at a key; ""
// where there is no such month.
func lastDay(key string, year, month int) string {
	if month < 1 || month > 12 {
		return ""
	}
	return key + " = " + time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// number reads a few digits.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
