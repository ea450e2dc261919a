package plugin

import (
	"context"
	"fmt"
	"runtime/debug"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// guarded turns a panic into an error of what was asked: nobody else catches it, and the process would end for all others.
func guarded(ctx context.Context, what string, run func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			backend.Logger.FromContext(ctx).Error("a panic was caught", "in", what, "panic", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("the datasource failed on %s: %v. This is a fault of the plugin; its log says where", what, p)
		}
	}()
	return run()
}
