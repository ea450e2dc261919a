package signals

import (
	"context"
	"fmt"
	"runtime"
	"testing"
)

func TestWhatIsAskedForAgainAndAgainIsNeverForgotten(t *testing.T) {
	var looked lookedBack
	asked := lookedUp{"filling", "asked for", 1}
	looked.remember(asked, []int64{7})
	for i := range 3 * maxLookedBack {
		looked.remember(lookedUp{"filling", fmt.Sprint(i), 1}, nil)
		if i%1000 == 0 {
			if others, known := looked.of(asked); !known || len(others) != 1 || others[0] != 7 {
				t.Fatalf("after %d others it is forgotten", i)
			}
		}
	}
	if n := len(looked.known) + len(looked.before); n > 2*maxLookedBack {
		t.Errorf("%d are remembered", n)
	}
	if _, known := looked.of(lookedUp{"filling", "0", 1}); known {
		t.Error("what nobody asked for since is remembered")
	}
}

func TestOneRuleLooksUpAtATimeAndPeopleSeeThatItDoes(t *testing.T) {
	var looked lookedBack
	ctx, always, never := t.Context(), func(context.Context) bool { return true }, func(context.Context) bool { return false }
	inside, leave, left := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() {
		_, err := looked.inTurn(ctx, never, func() error { close(inside); <-leave; return nil })
		left <- err
	}()
	<-inside
	if !looked.isBusy() {
		t.Error("nobody sees that a rule looks up")
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if came, err := looked.inTurn(gone, always, nil); came || err == nil {
		t.Errorf("a rule that was given up while it waited came: %v, %v", came, err)
	}
	late := make(chan bool)
	go func() {
		came, _ := looked.inTurn(ctx, never, nil)
		late <- came
	}()
	for looked.rules.Load() < 2 {
		runtime.Gosched()
	}
	close(leave)
	if err := <-left; err != nil || <-late {
		t.Errorf("the first fared %v, or a rule whose time is short came", err)
	}
	if looked.isBusy() {
		t.Error("it stays busy")
	}
}
