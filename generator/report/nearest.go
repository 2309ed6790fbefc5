package report

import "strings"

// Nearest returns the candidate most like word, or "" if none is like it: at
// most a third of the longer one's letters may differ.
func Nearest(word string, candidates []string) string {
	best, distance := "", -1
	for _, candidate := range candidates {
		d := editDistance(strings.ToLower(word), strings.ToLower(candidate))
		if distance < 0 || d < distance {
			best, distance = candidate, d
		}
	}
	longest := max(len([]rune(word)), len([]rune(best)))
	if distance < 0 || distance > max(1, longest/3) {
		return ""
	}
	return best
}

// Unknown are the values of a problem with a name that none of those known is:
// which was likely meant, and which there are.
func Unknown(name string, known []string) Values {
	return Values{"name": name, "suggestion": Nearest(name, known), "known": List(known)}
}

// Names returns what the items of a list are called.
func Names[T any](list []T, name func(T) string) []string {
	names := make([]string, len(list))
	for i, item := range list {
		names[i] = name(item)
	}
	return names
}

// editDistance counts the letters to insert, delete, replace or swap with a
// neighbour to get from a to b.
func editDistance(a, b string) int {
	from, to := []rune(a), []rune(b)
	earlier, last := make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range last {
		last[j] = j
	}
	for i, r := range from {
		row := make([]int, len(to)+1)
		row[0] = i + 1
		for j, s := range to {
			cost := 1
			if r == s {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && r == to[j-1] && from[i-1] == s {
				row[j+1] = min(row[j+1], earlier[j-1]+1)
			}
		}
		earlier, last = last, row
	}
	return last[len(to)]
}
