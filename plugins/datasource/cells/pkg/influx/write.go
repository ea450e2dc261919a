package influx

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/influxdata/influxdb1-client/models"
)

// Row is a row to store. Fields are texts, int64, float64 or bool; NS is its exact time in nanoseconds, zero the moment of storing.
type Row struct {
	Measurement string
	Tags        map[string]string
	Fields      map[string]any
	NS          int64
}

// WriteError is an answer of InfluxDB that it stored not all of what it was sent, and why.
type WriteError struct {
	Database string
	Status   int
	Message  string
}

func (e *WriteError) Error() string {
	return fmt.Sprintf("InfluxDB did not store in database %s (HTTP %d): %s", e.Database, e.Status, e.Message)
}

// Write stores rows in one request; all of them are stored when it gives no error. After a TransportError nobody knows.
func (c *Client) Write(ctx context.Context, database string, rows ...Row) error {
	lines, err := encode(rows)
	if err != nil {
		return err
	}
	query := url.Values{"db": {database}, "precision": {"ns"}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimRight(c.URL, "/")+"/write?"+query.Encode(), bytes.NewReader(lines))
	if err != nil {
		return fmt.Errorf("the URL of InfluxDB: %w", err)
	}
	req.Header.Set("Content-Type", "text/plain; charset=utf-8")
	req.Header.Set("Accept", "application/json")
	c.Auth.apply(req)
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return transport(ctx, err)
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusNoContent {
		body, _ := io.ReadAll(io.LimitReader(resp.Body, maxErrorBody))
		return &WriteError{Database: database, Status: resp.StatusCode, Message: answered(resp, body)}
	}
	return nil
}

// encode writes rows as line protocol, by the code that the database reads it with: others escape ends of lines in texts, which
// it does not undo.
func encode(rows []Row) ([]byte, error) {
	var lines []byte
	for _, row := range rows {
		if row.Measurement == "" {
			return nil, errors.New("a row cannot be stored: it names no measurement")
		}
		for tag, value := range row.Tags {
			if value == "" || strings.ContainsAny(tag+value, "\n\r\\") {
				return nil, fmt.Errorf("a row of %s cannot be stored: tag %s is %q", row.Measurement, tag, value)
			}
		}
		at := time.Time{}
		if row.NS != 0 {
			at = time.Unix(0, row.NS)
		}
		point, err := models.NewPoint(row.Measurement, models.NewTags(row.Tags), row.Fields, at)
		if err != nil {
			return nil, fmt.Errorf("a row of %s cannot be stored: %w", row.Measurement, err)
		}
		lines = append(point.AppendString(lines), '\n')
	}
	return lines, nil
}
