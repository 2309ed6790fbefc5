package report

import (
	"bytes"
	"errors"
	"testing"
)

func TestAPanicBesideOtherWorkIsAnErrorThatKnowsWhereItCameFrom(t *testing.T) {
	var list []int
	err := Rescued(func() error { list[0]++; return nil })()
	crash, ok := errors.AsType[*Crash](err)
	if !ok || crash.Error() != "runtime error: index out of range [0] with length 0" {
		t.Fatalf("the error is %v", err)
	}
	if !bytes.Contains(crash.Trace, []byte("crash_test.go")) {
		t.Errorf("the trace doesn't lead here: %s", crash.Trace)
	}
	again := Rescued(func() error { panic(err) })()
	if again != err {
		t.Errorf("raised once more it is %v", again)
	}
}

func TestWorkWithoutPanicIsAsItWas(t *testing.T) {
	wrong := errors.New("wrong")
	for _, want := range []error{nil, wrong} {
		if got := Rescued(func() error { return want })(); got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}
