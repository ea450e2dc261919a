package keeper

import (
	"errors"
	"fmt"
)

// named are told of what failed in one look; of the others how many they are.
const named = 3

// together is what failed as one error, nil where nothing did: a look that is about many items fails for each of them.
func together(failed []error) error {
	if len(failed) <= named {
		return errors.Join(failed...)
	}
	return errors.Join(append(failed[:named:named], fmt.Errorf("and %d more of this kind", len(failed)-named))...)
}
