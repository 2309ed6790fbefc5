// Package memo remembers what pure steps gave, so that they needn't be done
// again for the same input. It knows nobody.
//
//	var pages memo.Of[string, int]
//	if count, known := pages.Find(text); known { … }
//	pages.Keep(text, count)
//	pages.Forget()   // from time to time
package memo

import "sync"

// Of are values by what they were made of. What nobody asked for between two
// calls of Forget is dropped by the second. The zero value is empty; it is safe
// for concurrent use.
type Of[Key comparable, Value any] struct {
	mutex sync.Mutex
	// now were asked for since the last Forget, before are those of earlier.
	now, before map[Key]Value
}

// Find returns the value of a key, if there is one.
func (m *Of[Key, Value]) Find(key Key) (Value, bool) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	value, known := m.now[key]
	if !known {
		if value, known = m.before[key]; known {
			m.put(key, value)
		}
	}
	return value, known
}

// Keep remembers a value in place of an earlier one.
func (m *Of[Key, Value]) Keep(key Key, value Value) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.put(key, value)
}

// Add remembers a value unless there is one, and returns the one that is there
// then: all who make it at the same time have the same.
func (m *Of[Key, Value]) Add(key Key, value Value) Value {
	if first, known := m.Find(key); known {
		return first
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if first, known := m.now[key]; known {
		return first
	}
	m.put(key, value)
	return value
}

func (m *Of[Key, Value]) put(key Key, value Value) {
	if m.now == nil {
		m.now = map[Key]Value{}
	}
	m.now[key] = value
}

// Forget drops what wasn't asked for since it was called last.
func (m *Of[Key, Value]) Forget() {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.now, m.before = nil, m.now
}
