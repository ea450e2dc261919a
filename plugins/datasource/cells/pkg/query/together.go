package query

import (
	"fmt"
	"runtime/debug"
	"sync"

	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
)

// together runs functions at the same time and gives the first error in their order. A panic becomes an error: outside the
// goroutine of the request nobody else would catch it, and the whole plugin would end.
func together(run ...func() error) error {
	errs := make([]error, len(run))
	var wg sync.WaitGroup
	for i, f := range run {
		wg.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					log.DefaultLogger.Error("a part of a query panicked", "panic", p, "stack", string(debug.Stack()))
					errs[i] = fmt.Errorf("the datasource failed on a part of the query: %v", p)
				}
			}()
			errs[i] = f()
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
