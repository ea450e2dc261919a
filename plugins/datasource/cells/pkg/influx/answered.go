package influx

import (
	"encoding/json"
	"html"
	"mime"
	"net/http"
	"regexp"
	"strings"
	"unicode"
)

// maxAnswered is how much of a text that is no answer of InfluxDB's is told, in characters.
const maxAnswered = 200

var (
	pageTitle = regexp.MustCompile(`(?is)<title[^>]*>(.*?)</title>`)
	markup    = regexp.MustCompile(`(?s)<[^>]*>`)
)

// isPage tells whether an answer is a page for people: a login, a proxy, another program.
func isPage(resp *http.Response) bool {
	kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	return kind == "text/html" || kind == "application/xhtml+xml"
}

// answered says in a line what the body of a failed answer says.
func answered(resp *http.Response, body []byte) string {
	var known struct {
		Error   string `json:"error"`
		Message string `json:"message"`
	}
	text := strings.TrimSpace(string(body))
	switch {
	case json.Unmarshal(body, &known) == nil && known.Error+known.Message != "":
		text = known.Error
		if text == "" {
			text = known.Message
		}
	case isPage(resp) || strings.HasPrefix(text, "<"):
		title := ""
		if found := pageTitle.FindStringSubmatch(text); found != nil {
			title = " called “" + oneLine(html.UnescapeString(markup.ReplaceAllString(found[1], ""))) + "”"
		}
		return "a page of HTML" + title + " in place of an answer of InfluxDB; a proxy, a login page or another program stands at this address"
	case text == "":
		text = http.StatusText(resp.StatusCode)
	}
	return oneLine(text)
}

// oneLine makes a text of a stranger fit for a sentence.
func oneLine(text string) string {
	runes := []rune(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " "))
	if len(runes) > maxAnswered {
		return string(runes[:maxAnswered]) + "…"
	}
	return string(runes)
}
