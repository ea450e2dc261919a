// Package main starts the cells datasource backend.
package main

import (
	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
)

func main() { _ = datasource.Manage }
