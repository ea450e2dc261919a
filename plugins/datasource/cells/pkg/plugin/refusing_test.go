package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// everything is what Grafana may call of an instance.
type everything interface {
	backend.QueryDataHandler
	backend.CheckHealthHandler
	backend.CallResourceHandler
	backend.StreamHandler
}

// A datasource whose url is filled answers nothing, says why at every door, and never asks the database.
func TestAnAddressInTheURLEndsEveryDoor(t *testing.T) {
	var asked atomic.Int64
	database := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer database.Close()
	for name, settings := range map[string]backend.DataSourceInstanceSettings{
		"only in url":         {URL: database.URL, JSONData: []byte(`{}`)},
		"in url and servers":  {URL: database.URL, JSONData: []byte(withAddress(database.URL, `{"queryTimeout":"5s"}`))},
		"a url without sense": {URL: " ", JSONData: []byte(withAddress(database.URL, `{"queryTimeout":"5s"}`))},
	} {
		t.Run(name, func(t *testing.T) {
			instance, err := New(t.Context(), settings)
			if err != nil {
				t.Fatal(err)
			}
			for door, said := range doors(t, instance.(everything)) {
				if !strings.Contains(said, "its url is not empty") || !strings.Contains(said, "jsonData.servers") {
					t.Errorf("%s says %q", door, said)
				}
			}
		})
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("the database was asked %d times", n)
	}
}

func TestSettingsThatCannotBeUsedAreToldAtEveryDoor(t *testing.T) {
	instance, err := New(t.Context(), backend.DataSourceInstanceSettings{JSONData: []byte(`{"queryTimeout":"soon"}`)})
	if err != nil {
		t.Fatal(err)
	}
	for door, said := range doors(t, instance.(everything)) {
		if !strings.Contains(said, `"soon" is not a duration`) {
			t.Errorf("%s says %q", door, said)
		}
	}
}

// doors tries every way into an instance and gives what each says.
func doors(t *testing.T, d everything) map[string]string {
	t.Helper()
	said := map[string]string{}
	answer, err := d.QueryData(t.Context(), &backend.QueryDataRequest{Queries: []backend.DataQuery{
		{RefID: "A", QueryType: "visits", JSON: []byte(visitsOfFilling)}, {RefID: "B", QueryType: "signals", JSON: []byte(`{}`)},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"A", "B"} {
		response := answer.Responses[id]
		if response.Error == nil || response.Status != backend.StatusBadRequest || response.ErrorSource != backend.ErrorSourceDownstream || len(response.Frames) > 0 {
			t.Errorf("query %s: %+v", id, response)
			continue
		}
		said["query "+id] = response.Error.Error()
	}
	health, err := d.CheckHealth(t.Context(), &backend.CheckHealthRequest{})
	if err != nil || health.Status != backend.HealthStatusError {
		t.Errorf("health: %+v, %v", health, err)
	}
	said["health"] = health.Message
	for _, route := range []string{"sites", "cells?prefix=0EPC", "vocabulary", "filter-values?key=site", "nothing-here"} {
		sender := backend.CallResourceResponseSenderFunc(func(res *backend.CallResourceResponse) error {
			var body struct{ Message string }
			if err := json.Unmarshal(res.Body, &body); err != nil || res.Status != http.StatusBadRequest {
				t.Errorf("%s: HTTP %d %s", route, res.Status, res.Body)
			}
			said["resource "+route] = body.Message
			return nil
		})
		path, _, _ := strings.Cut(route, "?")
		if err := d.CallResource(context.WithoutCancel(t.Context()), &backend.CallResourceRequest{Method: http.MethodGet, Path: path, URL: route}, sender); err != nil {
			t.Fatal(err)
		}
	}
	const channel = "visits/v1/e30"
	if subscribed, err := d.SubscribeStream(t.Context(), &backend.SubscribeStreamRequest{Path: channel}); err != nil || subscribed.Status != backend.SubscribeStreamStatusPermissionDenied {
		t.Errorf("subscribing: %+v, %v", subscribed, err)
	}
	if published, err := d.PublishStream(t.Context(), &backend.PublishStreamRequest{Path: channel}); err != nil || published.Status != backend.PublishStreamStatusPermissionDenied {
		t.Errorf("publishing: %+v, %v", published, err)
	}
	sent, ended := make(packets, 1), make(chan error)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		ended <- d.RunStream(ctx, &backend.RunStreamRequest{Path: channel}, backend.NewStreamSender(sent))
	}()
	said["stream"] = text(t, sent.next(t, "pulse"), "trouble")
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	return said
}
