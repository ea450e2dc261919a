// Package influxtest runs a real influxd for tests.
package influxtest

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

const startTimeout = 30 * time.Second

// Server is a running influxd 1.8 with data of its own.
type Server struct {
	URL  string
	dir  string
	done chan error
	cmd  *exec.Cmd
}

// Start runs influxd on a free port, with its data in a new temporary folder.
func Start() (*Server, error) {
	binary, err := find()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "cellthread-influxd-")
	if err != nil {
		return nil, err
	}
	ports, err := freePorts(2)
	if err != nil {
		return nil, err
	}
	config := filepath.Join(dir, "influxdb.conf")
	if err := os.WriteFile(config, []byte(configuration(dir, ports[0], ports[1])), 0o600); err != nil {
		return nil, err
	}
	s := &Server{URL: fmt.Sprintf("http://127.0.0.1:%d", ports[1]), dir: dir, done: make(chan error, 1)}
	s.cmd = exec.Command(binary, "-config", config) //nolint:gosec // the binary is the developer's own influxd
	if err := s.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting %s: %w", binary, err)
	}
	go func() { s.done <- s.cmd.Wait() }()
	return s, s.await()
}

// Stop ends the server and removes its data.
func (s *Server) Stop() {
	_ = s.cmd.Process.Kill()
	<-s.done //nolint:errcheck // it was killed: its end is an error, and wanted
	_ = os.RemoveAll(s.dir)
}

// Create makes an empty database.
func (s *Server) Create(database string) error {
	form := url.Values{"q": {fmt.Sprintf("DROP DATABASE %q; CREATE DATABASE %q", database, database)}}
	resp, err := http.PostForm(s.URL+"/query", form)
	return check("creating "+database, resp, err)
}

// Drop removes a database.
func (s *Server) Drop(database string) error {
	resp, err := http.PostForm(s.URL+"/query", url.Values{"q": {fmt.Sprintf("DROP DATABASE %q", database)}})
	return check("dropping "+database, resp, err)
}

// Write stores line protocol with times in nanoseconds.
func (s *Server) Write(database, lines string) error {
	resp, err := http.Post(s.URL+"/write?precision=ns&db="+url.QueryEscape(database), "text/plain", strings.NewReader(lines))
	return check("writing to "+database, resp, err)
}

func check(what string, resp *http.Response, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, _ := io.ReadAll(resp.Body)
	if resp.StatusCode >= http.StatusMultipleChoices {
		return fmt.Errorf("%s: HTTP %d: %s", what, resp.StatusCode, body)
	}
	return nil
}

func (s *Server) await() error {
	deadline := time.Now().Add(startTimeout)
	for time.Now().Before(deadline) {
		select {
		case err := <-s.done:
			return fmt.Errorf("influxd ended at once: %w", err)
		case <-time.After(20 * time.Millisecond):
		}
		resp, err := http.Get(s.URL + "/ping")
		if err == nil {
			_ = resp.Body.Close()
			return nil
		}
	}
	s.Stop()
	return fmt.Errorf("influxd did not answer on %s within %s", s.URL, startTimeout)
}

// find looks for influxd where developers and the stack keep it.
func find() (string, error) {
	if named := os.Getenv("CELLTHREAD_INFLUXD"); named != "" {
		return named, nil
	}
	if path, err := exec.LookPath("influxd"); err == nil {
		return path, nil
	}
	dir, err := os.Getwd()
	for err == nil && dir != filepath.Dir(dir) {
		path := filepath.Join(dir, ".cellthread", "bin", "influxd")
		if _, missing := os.Stat(path); missing == nil {
			return path, nil
		}
		dir = filepath.Dir(dir)
	}
	return "", errors.New("no influxd was found on PATH, in $CELLTHREAD_INFLUXD or in .cellthread/bin of the checkout; `npm test` installs it, or run go install github.com/influxdata/influxdb/cmd/influxd@v1.8.10")
}

func freePorts(n int) ([]int, error) {
	var ports []int
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer func() { _ = l.Close() }()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports, nil
}

func configuration(dir string, rpc, http int) string {
	return fmt.Sprintf(`reporting-disabled = true
bind-address = "127.0.0.1:%d"
[meta]
  dir = "%s/meta"
[data]
  dir = "%s/data"
  wal-dir = "%s/wal"
  index-version = "tsi1"
  query-log-enabled = false
[monitor]
  store-enabled = false
[http]
  bind-address = "127.0.0.1:%d"
  log-enabled = false
[continuous_queries]
  enabled = false
[logging]
  level = "error"
`, rpc, dir, dir, dir, http)
}
