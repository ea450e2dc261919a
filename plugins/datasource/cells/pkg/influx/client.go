// Package influx reads InfluxDB 1.8 to 3 through InfluxQL over the v1 query endpoint. It is the only package that
// speaks its HTTP and InfluxQL.
package influx

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

const (
	chunkRows = 10_000
	// MaxStatements is the most statements a request may hold; thousands of them take the server seconds.
	MaxStatements = 100
	maxErrorBody  = 4 << 10
)

// Budget bounds what one request may answer; zero is without bound.
type Budget struct {
	Rows  int   // reading stops there and says so
	Bytes int64 // more is an error
}

// Client asks one server.
type Client struct {
	// URL is the server's address without /query.
	URL  string
	HTTP *http.Client
	Auth Auth
	// Compress asks for gzip: a sixth of the bytes for more time on both sides; worth it over a slow line only.
	Compress bool
}

// Answer is what a request gave.
type Answer struct {
	Results []Result // one a statement, in their order
	// Text is the InfluxQL as it ran, values written in.
	Text string
}

// Query runs up to MaxStatements statements in one request. Any statement's error is the request's error.
func (c *Client) Query(ctx context.Context, database string, budget Budget, statements ...Statement) (*Answer, error) {
	if len(statements) > MaxStatements {
		return nil, fmt.Errorf("%d statements in one request, at most %d may be sent", len(statements), MaxStatements)
	}
	bind, params := binder()
	texts := make([]string, len(statements))
	shapes := make([]shape, len(statements))
	for i, s := range statements {
		if err := s.validate(); err != nil {
			return nil, err
		}
		texts[i], shapes[i] = s.text(bind), shape{s.kinds(), s.Among}
	}
	text := strings.Join(texts, "; ")
	results, err := c.run(ctx, database, text, params, shapes, budget)
	return &Answer{Results: results, Text: inline(text, params) + amongText(statements)}, err
}

// binder names the values of a request.
func binder() (bind func(any) string, params map[string]any) {
	params = map[string]any{}
	return func(v any) string {
		name := "p" + strconv.Itoa(len(params))
		params[name] = v
		return name
	}, params
}

func (c *Client) run(
	ctx context.Context, database, text string, params map[string]any, shapes []shape, budget Budget,
) ([]Result, error) {
	form := url.Values{
		"db": {database}, "q": {text}, "epoch": {"ns"}, "chunked": {"true"}, "chunk_size": {strconv.Itoa(chunkRows)},
	}
	if len(params) > 0 {
		encoded, err := json.Marshal(params)
		if err != nil {
			return nil, fmt.Errorf("binding the values of a statement: %w", err)
		}
		form.Set("params", string(encoded))
	}
	body := strings.NewReader(form.Encode())
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimRight(c.URL, "/")+"/query", body)
	if err != nil {
		return nil, fmt.Errorf("the URL of InfluxDB: %w", err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Accept", "application/json") // exact: a list falls back silently on 2.x and fails on 3
	if !c.Compress {
		req.Header.Set("Accept-Encoding", "identity")
	}
	c.Auth.apply(req)
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return nil, transport(ctx, err)
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK || isPage(resp) {
		return nil, httpError(resp)
	}
	results, err := decode(resp.Body, shapes, budget)
	if err != nil {
		return nil, asTransport(ctx, err)
	}
	return results, nil
}

// transport marks a failure of the connection; a cancelled or timed-out context keeps its own cause.
func transport(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return &TransportError{Err: err}
}

func asTransport(ctx context.Context, err error) error {
	var statement *StatementError
	var budget *BudgetError
	if errors.As(err, &statement) || errors.As(err, &budget) {
		return err
	}
	return transport(ctx, err)
}

func httpError(resp *http.Response) error {
	body, _ := io.ReadAll(io.LimitReader(resp.Body, maxErrorBody))
	return &HTTPError{Status: resp.StatusCode, Message: answered(resp, body)}
}
