package influxtest

import (
	"fmt"
	"os"
	"testing"
)

// Main runs a package's tests beside a server of theirs, and ends the process with what they came to.
func Main(m *testing.M, server **Server) {
	started, err := Start()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	*server = started
	code := m.Run()
	started.Stop()
	os.Exit(code)
}
