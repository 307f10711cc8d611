// SPDX-License-Identifier: Apache-2.0
/// What the scripts in `bench/` start: makers of large inputs, a client that times queries, and JMH micro benchmarks.
///
/// Never part of the product and imported by nothing. Start at `bench/README.md`.
package org.vo4he.bench;
