package source

import (
	"errors"
	"strings"
	"testing"
)

func TestTheFirstErrorInOrderIsGivenAndAPanicIsAnError(t *testing.T) {
	first, second := errors.New("first"), errors.New("second")
	if err := together(func() error { return nil }, func() error { return first }, func() error { return second }); !errors.Is(err, first) {
		t.Errorf("%v", err)
	}
	err := together(func() error { panic("a column that is not there") })
	if err == nil || !strings.Contains(err.Error(), "a column that is not there") {
		t.Errorf("%v", err)
	}
}
