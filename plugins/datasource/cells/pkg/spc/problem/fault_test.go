package problem

import (
	"errors"
	"strings"
	"testing"
)

func TestAPanicOfTheArithmeticIsAnErrorOfItsProblemAlone(t *testing.T) {
	known := kinds
	t.Cleanup(func() { kinds = known })
	kinds = []kind{{"constants", func(*fields) *object {
		var none []int
		return newObject().set("x", none[len(known)])
	}}}
	answer, err := Answer([]byte(`{"kind":"constants","n":5}`))
	kinds = known
	if fault := (*Fault)(nil); answer != nil || !errors.As(err, &fault) || !strings.Contains(err.Error(), "out of range") {
		t.Errorf("%s %v", answer, err)
	}
	if answer, err = Answer([]byte(`{"kind":"c","values":[2]}`)); err != nil || len(answer) == 0 {
		t.Errorf("the next problem: %s %v", answer, err)
	}
}
