package keeper

import (
	"errors"
	"fmt"
	"testing"
)

func TestOfWhatFailsForManyItemsTheFirstAreNamedAndTheOthersCounted(t *testing.T) {
	var failed []error
	for i := range 50 {
		failed = append(failed, fmt.Errorf("item %d", i))
	}
	for n, want := range map[int]string{1: "item 0", 3: "item 0\nitem 1\nitem 2", 50: "item 0\nitem 1\nitem 2\nand 47 more of this kind"} {
		if got := together(failed[:n]).Error(); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if together(nil) != nil || !errors.Is(together(failed), failed[0]) {
		t.Error("nothing failed, or what failed cannot be told")
	}
}
