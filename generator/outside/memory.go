package outside

import (
	"encoding/json"
	"maps"
	"slices"
	"time"
)

const (
	// aliveFor is how long the answer for a page that exists holds, deadFor how
	// long others do.
	aliveFor = 7 * 24 * time.Hour
	deadFor  = 24 * time.Hour
)

// Memory holds answers of earlier checks by address.
type Memory map[string]Answer

// ReadMemory reads what Bytes wrote. The memory is empty if it can't be read.
func ReadMemory(data []byte) Memory {
	memory := Memory{}
	if json.Unmarshal(data, &memory) != nil || memory == nil {
		return Memory{}
	}
	return memory
}

// Bytes returns the memory in the order of the addresses.
func (m Memory) Bytes() []byte {
	// Answers hold nothing that JSON can't.
	data, _ := json.MarshalIndent(m, "", " ")
	return append(data, '\n')
}

// Recall returns the answers that still hold, and the addresses without one.
func (m Memory) Recall(addresses []string, now time.Time) (known map[string]Answer, unknown []string) {
	known = map[string]Answer{}
	for _, address := range addresses {
		if answer, found := m[address]; found && answer.holds(now) {
			known[address] = answer
		} else {
			unknown = append(unknown, address)
		}
	}
	return known, unknown
}

// Keep adds answers, and removes those that don't hold. Unsure ones don't, but
// for hosts that refuse programs.
func (m Memory) Keep(answers map[string]Answer, now time.Time) {
	maps.Copy(m, answers)
	maps.DeleteFunc(m, func(_ string, answer Answer) bool { return !answer.holds(now) })
}

// holds reports whether an answer needn't be asked for again. One from the
// future doesn't hold: a clock was wrong.
func (a Answer) holds(now time.Time) bool {
	age, limit := now.Sub(a.Day), deadFor
	switch {
	case a.State == Alive || a.State == Moved:
		limit = aliveFor
	case !slices.Contains([]State{Dead, NoHost, Certificate}, a.State) && !slices.Contains([]int{401, 403, 999}, a.Status):
		return false
	}
	return age >= 0 && age < limit
}

// Probe returns a page that existed lately, to be requested along with others:
// if it can't be reached either, the connection is down.
func Probe(known map[string]Answer, others int) []string {
	for _, address := range slices.Sorted(maps.Keys(known)) {
		if others > 0 && known[address].State == Alive {
			return []string{address}
		}
	}
	return nil
}

// Unsures counts the unsure answers.
func Unsures(answers map[string]Answer) int {
	count := 0
	for _, answer := range answers {
		if answer.State == Unsure {
			count++
		}
	}
	return count
}
