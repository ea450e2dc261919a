package plugin

import (
	"context"
	"log/slog"

	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
)

// LogTo lets the layers below, which do not see Grafana, log into its log.
func LogTo(logger log.Logger) { slog.SetDefault(slog.New(grafanaLog{logger})) }

// grafanaLog is Grafana's logger as one of the standard library.
type grafanaLog struct{ log.Logger }

func (grafanaLog) Enabled(context.Context, slog.Level) bool { return true }

// Handle logs a record with its attributes as pairs of key and value.
func (g grafanaLog) Handle(ctx context.Context, record slog.Record) error {
	to, pairs := g.FromContext(ctx), make([]any, 0, 2*record.NumAttrs())
	record.Attrs(func(a slog.Attr) bool {
		pairs = append(pairs, a.Key, a.Value.Any())
		return true
	})
	switch {
	case record.Level >= slog.LevelError:
		to.Error(record.Message, pairs...)
	case record.Level >= slog.LevelWarn:
		to.Warn(record.Message, pairs...)
	case record.Level >= slog.LevelInfo:
		to.Info(record.Message, pairs...)
	default:
		to.Debug(record.Message, pairs...)
	}
	return nil
}

func (g grafanaLog) WithAttrs(attrs []slog.Attr) slog.Handler {
	pairs := make([]any, 0, 2*len(attrs))
	for _, a := range attrs {
		pairs = append(pairs, a.Key, a.Value.Any())
	}
	return grafanaLog{g.With(pairs...)}
}

// WithGroup keeps the keys as they are: nothing here logs under groups.
func (g grafanaLog) WithGroup(string) slog.Handler { return g }
