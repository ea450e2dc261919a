package plugin

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// kept is Grafana's logger that keeps its lines.
type kept struct{ lines *[]string }

func (k kept) add(level, message string, args []any) {
	*k.lines = append(*k.lines, strings.TrimSpace(fmt.Sprintln(append([]any{level, message}, args...)...)))
}
func (k kept) Debug(message string, args ...any)      { k.add("debug", message, args) }
func (k kept) Info(message string, args ...any)       { k.add("info", message, args) }
func (k kept) Warn(message string, args ...any)       { k.add("warn", message, args) }
func (k kept) Error(message string, args ...any)      { k.add("error", message, args) }
func (k kept) With(...any) log.Logger                 { return k }
func (k kept) Level() log.Level                       { return log.Debug }
func (k kept) FromContext(context.Context) log.Logger { return k }

func TestAPanicBelowTheRimIsAnErrorInGrafanasLogWithItsPart(t *testing.T) {
	before, lines := slog.Default(), []string{}
	t.Cleanup(func() { slog.SetDefault(before) })
	LogTo(kept{&lines})
	if err := source.Guard("station filling", func() error { panic("torn") }); err == nil {
		t.Fatal("the panic is lost")
	}
	if len(lines) != 1 || !strings.HasPrefix(lines[0], "error a part of a query panicked part station filling panic torn stack goroutine") {
		t.Errorf("logged: %q", lines)
	}
}
