package memo

import (
	"sync"
	"testing"
)

func TestWhatIsAskedForIsKeptAndTheRestForgotten(t *testing.T) {
	var m Of[string, int]
	if _, known := m.Find("a"); known {
		t.Error("the empty one knows a value")
	}
	m.Keep("asked for", 1)
	m.Keep("not asked for", 2)
	m.Keep("asked for", 3)
	for range 3 {
		m.Forget()
		if value, known := m.Find("asked for"); !known || value != 3 {
			t.Errorf("what was asked for is %d (%v)", value, known)
		}
	}
	if _, known := m.Find("not asked for"); known {
		t.Error("what nobody asked for is still there")
	}
}

func TestAllWhoAddAtTheSameTimeHaveTheSame(t *testing.T) {
	var m Of[string, *int]
	given := make([]*int, 50)
	var adders sync.WaitGroup
	for i := range given {
		adders.Go(func() { given[i] = m.Add("a", new(int)) })
	}
	adders.Wait()
	for _, one := range given {
		if one != given[0] {
			t.Fatal("there are several")
		}
	}
	m.Forget()
	if m.Add("a", new(int)) != given[0] {
		t.Error("what is there from before was replaced")
	}
}
