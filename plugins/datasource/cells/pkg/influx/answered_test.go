package influx

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

func TestWhatAnsweredInPlaceOfInfluxDBIsToldInALine(t *testing.T) {
	for name, c := range map[string]struct {
		status           int
		kind, body, says string
	}{
		"a login page": {200, "text/html; charset=utf-8", "<!doctype html><html><head><title>\n Sign in &amp; <b>go</b></title></head><body><script>x</script>", "a page of HTML called “Sign in & go” in place"},
		"a proxy":      {502, "text/html", "<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center>", "HTTP 502: a page of HTML called “502 Bad Gateway”"},
		"no title":     {404, "", "<html><body>nothing here</body>", "HTTP 404: a page of HTML in place of"},
		"JSON":         {400, "application/json", `{"error":"error parsing query"}`, "HTTP 400: error parsing query"},
		"text":         {503, "text/plain", "busy\r\n\x1b[31mlater", "HTTP 503: busy [31mlater"},
		"nothing":      {500, "", "", "HTTP 500: Internal Server Error"},
		"much":         {500, "text/plain", strings.Repeat("x", 5_000), "HTTP 500: " + strings.Repeat("x", 200) + "…"},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Content-Type", c.kind)
				w.WriteHeader(c.status)
				_, _ = io.WriteString(w, c.body)
			}))
			defer server.Close()
			client := &Client{URL: server.URL, HTTP: http.DefaultClient}
			_, err := client.Query(t.Context(), "x", Budget{}, Statement{From: "m", Columns: []Column{Field("v", table.Float)}, Range: At(0)})
			var answer *HTTPError
			if !errors.As(err, &answer) || answer.Status != c.status || !strings.Contains(err.Error(), c.says) || strings.ContainsAny(err.Error(), "<\n\x1b") {
				t.Errorf("%v, want …%s…", err, c.says)
			}
		})
	}
}
