package source

import "sync"

// together runs functions at the same time and gives the first error in their order; a panic is an error.
func together(run ...func() error) error {
	errs := make([]error, len(run))
	var wg sync.WaitGroup
	for i, f := range run {
		wg.Go(func() { errs[i] = Guard("a part of the query", f) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// Together is the same for parts of a query: what they tell is in one order, whichever is faster.
func (r *Run) Together(run ...func() error) error {
	defer r.Log.apart()()
	return together(run...)
}
