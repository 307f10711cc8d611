// SPDX-License-Identifier: Apache-2.0
/// Numbers of the running service for an operator's monitoring, in Prometheus' text format.
///
/// The only package that sees the metrics library. It knows nothing of what it counts: whoever puts the parts together
/// registers where each number comes from, in [org.vo4he.metrics.Metrics]. Values of labels must come from small closed
/// sets: route templates and codes, never paths, names or addresses. Start at [org.vo4he.metrics.Metrics].
package org.vo4he.metrics;
