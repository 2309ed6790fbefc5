package outside

import (
	"encoding/json"
	"maps"
	"slices"
	"time"
)

const (
	// aliveFor is how long a page that was there is taken to be, deadFor how
	// long one that wasn't isn't asked for again.
	aliveFor = 7 * 24 * time.Hour
	deadFor  = 24 * time.Hour
)

// Memory are answers of earlier checks by address.
type Memory map[string]Answer

// ReadMemory reads what Bytes has written. What can't be read is forgotten.
func ReadMemory(data []byte) Memory {
	memory := Memory{}
	if json.Unmarshal(data, &memory) != nil || memory == nil {
		return Memory{}
	}
	return memory
}

// Bytes writes the memory in the order of the addresses.
func (m Memory) Bytes() []byte {
	// Answers hold nothing that JSON can't.
	data, _ := json.MarshalIndent(m, "", " ")
	return append(data, '\n')
}

// Recall returns the answers that still hold, and the addresses that have to be
// asked for.
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

// Keep adds answers, and forgets those that hold no more. What a host was
// unsure of is asked again each time, but for those that turn programs away.
func (m Memory) Keep(answers map[string]Answer, now time.Time) {
	for address, answer := range answers {
		m[address] = answer
	}
	for address, answer := range m {
		if !answer.holds(now) {
			delete(m, address)
		}
	}
}

func (a Answer) holds(now time.Time) bool {
	age := now.Sub(a.Day)
	switch a.State {
	case Alive, Moved:
		return age >= 0 && age < aliveFor
	case Dead, NoHost, Certificate:
		return age >= 0 && age < deadFor
	}
	turnedAway := a.Status == 401 || a.Status == 403 || a.Status == 999
	return turnedAway && age >= 0 && age < deadFor
}

// Probe returns a page that was there lately, to be asked for along with
// others: where it isn't reached either, the fault is in the connection.
func Probe(known map[string]Answer, others int) []string {
	for _, address := range slices.Sorted(maps.Keys(known)) {
		if others > 0 && known[address].State == Alive {
			return []string{address}
		}
	}
	return nil
}

// Unsures counts the answers that say nothing for sure.
func Unsures(answers map[string]Answer) int {
	count := 0
	for _, answer := range answers {
		if answer.State == Unsure {
			count++
		}
	}
	return count
}
