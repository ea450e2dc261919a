package plugin

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// TestAPanicIsTheAnswerOfWhatWasAskedAndEndsNothing: in a process of its own the plugin would be gone for everybody.
func TestAPanicIsTheAnswerOfWhatWasAskedAndEndsNothing(t *testing.T) {
	d := plant(t, "")
	path := pathOf(t, d, visitsOfFilling)
	d.source.Now = func() time.Time { panic("the clock broke") }
	if response := askOver(t, d, visitsOfFilling); response.Status != backend.StatusInternal || !strings.Contains(response.Error.Error(), "the clock broke") {
		t.Errorf("a query: %d %v", response.Status, response.Error)
	}
	for _, url := range []string{"sites", "filter-values?key=verdict&station=filling", "cells?prefix=C1"} {
		if status, got := get(t, d, url); status != http.StatusInternalServerError || !strings.Contains(got, "the clock broke") {
			t.Errorf("%s: %d %s", url, status, got)
		}
	}
	if result := health(t, d); result.Status != backend.HealthStatusError || !strings.Contains(result.Message, "the clock broke") {
		t.Errorf("health: %s %q", result.Status, result.Message)
	}
	if err := d.RunStream(t.Context(), &backend.RunStreamRequest{Path: path}, backend.NewStreamSender(make(packets, 1))); err == nil || !strings.Contains(err.Error(), "the clock broke") {
		t.Errorf("a channel: %v", err)
	}
}
