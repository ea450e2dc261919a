package plugin

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

// maxWritten is the most bytes that a request which stores may have.
const maxWritten = 64 << 10

// readWritten reads the JSON body of a request that stores something. Only a page of Grafana's own can send one: a form of
// another page sends no application/json, and browsers say where any other request comes from.
func readWritten(r *http.Request, into any) error {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return refuse(http.StatusUnsupportedMediaType, "the body is %q; send it as application/json", r.Header.Get("Content-Type"))
	}
	if from := r.Header.Get("Sec-Fetch-Site"); !slices.Contains([]string{"", "same-origin", "none"}, from) {
		return forbidden("the request comes from a page that is not this Grafana's (%s); nothing was stored", from)
	}
	if r.Body == nil {
		return source.Mistake("the body is empty; it is not an event")
	}
	decoder := json.NewDecoder(http.MaxBytesReader(nil, r.Body, maxWritten))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return notReadable(err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return source.Mistake("the body holds more than one JSON object; send one event a request")
	}
	return nil
}

func notReadable(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return refuse(http.StatusRequestEntityTooLarge, "the body has more than %d bytes, which is the most that is taken", large.Limit)
	}
	if field, is := strings.CutPrefix(err.Error(), "json: unknown field "); is {
		return source.Mistake("the body holds %s, which is not taken: who says it is the login, when and as what the server says", field)
	}
	return source.Mistake("the body is not a JSON object of an event: %s", err)
}

var keyPattern = regexp.MustCompile(`^[!-~]{1,128}$`)

// keyOf is the key under which a request may be repeated, of its header or its body.
func keyOf(r *http.Request, ofBody string) (string, error) {
	key := r.Header.Get("Idempotency-Key")
	switch {
	case key == "":
		key = ofBody
	case ofBody != "" && ofBody != key:
		return "", source.Mistake("the header Idempotency-Key and the body's key differ; state one")
	}
	if key == "" {
		return "", source.Mistake("no key is stated: send the header Idempotency-Key, or key in the body, new for each thing that is said and the same when it is sent again")
	}
	if !keyPattern.MatchString(key) {
		return "", source.Mistake("the key is not 1 to 128 characters without blanks")
	}
	return key, nil
}
